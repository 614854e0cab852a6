import { sql } from 'kysely';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { healths } from '#app/commitments/health/model';
import { statuses } from '#app/commitments/model';
import { standingSql } from '#app/commitments/readable.server';
import { figuresFrom } from '#app/working-groups/answers/figures.server';
import { answers } from '#app/working-groups/responses/model';
import { loadDemo } from '#app/demo/world.server';
import { anyone } from '#app/access/actor';
import { trancheList } from '#app/financing/tranches/list';
import { trancheStates } from '#app/financing/tranches/model';
import { listTranches } from '#app/financing/tranches/queries.server';
import { verifiedFigureOf } from '#app/financing/verification/queries.server';
import { reconciliationStates } from '#app/financing/reconciliation/model';
import { payments, standing } from '#app/financing/reconciliation/payments.server';
import { database } from '#app/platform/database.server';
import { openFiles } from '#app/platform/files.server';
import { linkKinds, linkStates } from '#app/financing/links/model';
import { rungs } from '#app/records/verification/model';
import { verifyReports } from '#app/reporting/snapshots/console.server';
import { readState } from '#app/table/state';
import { recount } from '#app/working-groups/decisions/recounting.server';
import { quorumChanges } from '#app/working-groups/sessions/presences';
import { inputsAt, presencesOf } from '#app/working-groups/sessions/quorum.server';
import { loadReference } from '#db/reference/load';
import { openWorld } from './accounts-world';

let close: () => Promise<void>;
const now = new Date('2026-11-24T10:00:00Z');
beforeAll(async () => {
  const db = await openWorld();
  ({ close } = db);
  await loadReference(db.ownerUrl);
  await openFiles(await mkdtemp(join(tmpdir(), 'concord-files-')));
  await loadDemo(now);
}, 180_000);
afterAll(() => close());

const found = async (query: ReturnType<typeof sql<{ one: string | null }>>) => new Set((await query.execute(database())).rows.map(({ one }) => one));

describe('the demo world', () => {
  it('shows each state of a commitment', async () => {
    const seen = await found(sql`select distinct status as one from commitments`);
    expect(statuses.filter((one) => !seen.has(one))).toEqual([]);
  });

  it('shows a report that the trail tells again, row by row', async () => {
    const { lines, refused } = await verifyReports(undefined);
    expect(lines).toContain('  rows        as the trail tells them');
    expect(refused, lines.join('\n')).toBe(false);
  });

  it('shows each health', async () => {
    const seen = await found(sql`select distinct ${standingSql('2026-11-24')} as one from commitments c`);
    expect(healths.filter((one) => !seen.has(one))).toEqual([]);
  });

  it('shows each state of a tranche, and a verified figure that a payment came after', async () => {
    const rows = (await listTranches(anyone, readState(trancheList, new URLSearchParams()), { language: 'en', now })).rows;
    expect(trancheStates.filter((one) => !rows.some(({ state }) => state === one))).toEqual([]);
    const verified = await database().selectFrom('pledge_verifications').select('pledge_id').execute();
    const figures = await Promise.all(verified.map(({ pledge_id }) => verifiedFigureOf(pledge_id)));
    expect(figures.some((one) => one !== null && one.added !== '0' && one.since === 'self_reported')).toBe(true);
  });

  it('shows each state of a payment as both sides tell it', async () => {
    const seen = await found(sql`select distinct coalesce(rc.state, 'unpaired') as one from ${payments} where ${standing}`);
    expect(reconciliationStates.filter((one) => !seen.has(one))).toEqual([]);
  });

  it('shows sessions being prepared: who comes, who does not, who has not said; papers; proposals in each way; a report to be launched', async () => {
    const answered = await found(sql`select distinct coalesce(answer, 'open') as one from session_invitations i join sessions s on s.id = i.session_id where s.status = 'convened'`);
    expect(['remote', 'not_coming', 'open'].filter((one) => !answered.has(one))).toEqual([]);
    const proposed = await found(sql`select distinct status as one from agenda_proposals`);
    expect(['open', 'accepted', 'declined'].filter((one) => !proposed.has(one))).toEqual([]);
    expect([...(await found(sql`select distinct is_open::text as one from agenda_papers`))].toSorted()).toEqual(['false', 'true']);
    expect(await found(sql`select p.status as one from agenda_items i join reports p on p.id = i.report_id`)).toEqual(new Set(['published']));
    expect((await found(sql`select ref as one from decisions where dissent is not null`)).size).toBeGreaterThan(1);
    expect((await found(sql`select r.status as one from recommendation_takeaways k join recommendations r on r.id = k.recommendation_id`)).has('final')).toBe(true);
  });

  it('shows each rung', async () => {
    const seen = await found(sql`select distinct last_verification as one from commitments`);
    expect([...rungs, 'contested'].filter((one) => !seen.has(one))).toEqual([]);
  });

  it('shows a funding link of each kind that counts, one that waits, one that was declined', async () => {
    const seen = await found(sql`select distinct kind as one from funding_links where state = 'decided'`);
    expect(linkKinds.filter((one) => !seen.has(one))).toEqual([]);
    const states = await found(sql`select distinct state as one from funding_links`);
    expect(linkStates.filter((one) => !states.has(one))).toEqual(['ended']);
  });

  it('shows what came after sessions: actions in each way, an answer of each kind, and a decision that a report counts', async () => {
    const states = await found(sql`select distinct case when status in ('open', 'in_progress') and due_on < '2026-11-24' then 'overdue' when due_on <> first_due_on then 'moved' else status end as one from action_items`);
    expect(['done', 'blocked', 'moved', 'overdue'].filter((one) => !states.has(one))).toEqual([]);
    const given = await found(sql`select distinct answer as one from recommendation_responses`);
    expect(answers.filter((one) => !given.has(one))).toEqual([]);
    const decisions = await database().selectFrom('decisions').select('id').execute();
    const figures = await Promise.all(decisions.map(({ id }) => figuresFrom(anyone, { decision: id }, { language: 'en', now })));
    expect(figures.some((one) => one.length > 0)).toBe(true);
  });

  it('counts every decision again from its stored inputs to the same quorum, votes and outcome', async () => {
    const decisions = await database().selectFrom('decisions').select(['id', 'ref', 'session_id']).execute();
    expect(decisions.some((one) => one.session_id === null)).toBe(true);
    for (const { id, ref } of decisions) {
      const { kept, counted } = await recount(database(), id);
      expect(counted, ref).toEqual(kept);
    }
  });

  it('shows a quorum that was lost and regained, a vote that an objection broke, and decisions in writing, open and over', async () => {
    const session = await database().selectFrom('ballots').select('session_id').where('session_id', 'is not', null).executeTakeFirstOrThrow();
    const id = session.session_id ?? '';
    expect(quorumChanges(await inputsAt(database(), id, now), await presencesOf(database(), id)).map((one) => one.what)).toEqual(['reached', 'lost', 'regained']);
    const outcomes = await database().selectFrom('decisions').select('status').where('ballot_id', 'is not', null).execute();
    expect(new Set(outcomes.map((one) => one.status))).toEqual(new Set(['rejected', 'adopted']));
    const written = await database().selectFrom('ballots').select('closed_at').where('session_id', 'is', null).execute();
    expect(written.map((one) => one.closed_at !== null).sort()).toEqual([false, true]);
  });
});
