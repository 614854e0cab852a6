import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone, type PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { personActor } from '#app/accounts/viewer.server';
import { mostAtOnce, refusesNudge } from '#app/commitments/desk/model';
import { assignReviewer, nudgeLeads, tagCommitments } from '#app/commitments/desk/operations.server';
import { deskPolicy } from '#app/commitments/desk/policy';
import { chosenBy, deskFacts, reviewersFor, sealOf, tagsInUse } from '#app/commitments/desk/queries.server';
import { allCommitments } from '#app/commitments/list/export.server';
import { commitmentList } from '#app/commitments/list/model';
import { listCommitments } from '#app/commitments/list/queries.server';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { readState } from '#app/table/state';
import { give, person, place, valueOf } from './accounts-world';
import { brought, draft, refOf } from './commitments-world';
import { openReporting, published, reported, type ReportingWorld } from './reporting-world';

describe('the desk of the secretariat', () => {
  let world: ReportingWorld;
  let refs: string[];
  let own: string;
  const view = () => ({ language: 'en' as const, now: world.later });
  const chosen = (query: string, viewer: PersonActor = world.officer) => chosenBy(viewer, new URLSearchParams(query), view());
  const asked = async (wanted: readonly string[]) => ({ ids: await Promise.all(wanted.map(async (ref) => (await refOf(ref)).id)), language: 'en' as const });
  const occasion = (submission?: string) => ({ now: world.later, submission });
  const desk = { desk: true } as const;
  const audited = async (table: string) => (await sql<{ count: number }>`select count(*)::int as count from audit_log where table_name = ${table}`.execute(database())).rows[0]?.count ?? 0;
  const mails = async (like: string) => (await database().selectFrom('outbox_mails').select(['recipient', 'props']).where('idempotency_key', 'like', like).orderBy('recipient').execute());

  beforeAll(async () => {
    world = await openReporting();
    refs = [await published(world), await published(world, { form: { title: 'Train teachers' } }), await published(world, { form: { title: 'Open lessons' } })];
    own = await brought(world, await draft(world), 'submitted');
  });
  beforeEach(async () => {
    await database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await sql`delete from commitment_nudges`.execute(tx);
      await sql`delete from commitment_tags`.execute(tx);
      await sql`update commitments set reviewer_id = null where reviewer_id is not null`.execute(tx);
    });
  });
  afterAll(() => world.close());

  it('chooses some by their references or all that a list shows, only what the viewer reads, and tells one choice from another', async () => {
    expect((await chosen(`commitment=${refs[0]}&commitment=${refs[2]}&commitment=CMT-1999-0001`)).map(({ ref }) => ref)).toEqual([refs[0], refs[2]]);
    expect((await chosen('which=all&status=published&q=teachers')).map(({ ref }) => ref)).toEqual([refs[1]]);
    expect(await chosen(`commitment=${own}`, world.stranger)).toEqual([]);
    expect(await chosen('')).toEqual([]);
    expect(sealOf(await chosen(`commitment=${refs[0]}`))).not.toBe(sealOf(await chosen(`commitment=${refs[1]}`)));
  });

  it('says before the act whom a reminder reaches, and sends each person one letter that names all of theirs', async () => {
    const rows = await chosen('which=all&status=published');
    expect(new Set(rows.flatMap(({ readers }) => readers))).toEqual(new Set([world.focal.id]));
    const before = await audited('commitment_nudges');
    const key = newId();
    const act = async () => nudgeLeads(permit(deskPolicy.nudge, world.officer, desk), occasion(key), await asked([...refs, own]), 'The cycle ends soon.');
    const outcome = valueOf(await act());
    expect(outcome).toMatchObject({ done: 3, told: 1, left: [{ ref: own, why: 'access:reasons.not_now' }] });
    expect(await audited('commitment_nudges')).toBe(before + 3);
    // The same form again is the same act.
    expect(valueOf(await act())).toEqual(outcome);
    const letters = await mails(`nudge:${key}%`);
    expect(letters).toHaveLength(1);
    for (const words of [...refs, 'Train teachers', 'The cycle ends soon.']) expect(JSON.stringify(letters[0]?.props)).toContain(words);
  });

  it('reminds of nothing twice in a week, of nothing that was sent, and nobody where nobody can be reached', async () => {
    const nudge = async (ref: string, now = world.later) => valueOf(await nudgeLeads(permit(deskPolicy.nudge, world.officer, desk), { now }, await asked([ref]), undefined));
    const days = (count: number) => new Date(world.later.getTime() + count * 86_400_000);
    expect((await nudge(refs[0]!)).done).toBe(1);
    expect((await nudge(refs[0]!, days(6))).left).toMatchObject([{ why: 'commitments:desk_list.why.lately' }]);
    expect((await nudge(refs[0]!, days(7))).done).toBe(1);
    valueOf(await reported(world, refs[1]!, '40'));
    expect((await nudge(refs[1]!)).left).toMatchObject([{ ref: refs[1], why: 'commitments:desk_list.why.said' }]);
    const [row] = await chosen(`commitment=${refs[2]}`);
    expect(refusesNudge(world.officer, { ...row!, readers: [] }, '2026-10-05')).toBe('commitments:desk_list.why.nobody');
    expect(refusesNudge(world.stranger, row!, '2026-10-05')).toBe('access:reasons.secretariat_only');
  });

  it('two who remind at once remind once', async () => {
    const ids = await asked([refs[2]!]);
    const both = await Promise.all([1, 2].map(() => nudgeLeads(permit(deskPolicy.nudge, world.officer, desk), occasion(), ids, undefined)));
    expect(both.map((one) => valueOf(one).done).toSorted()).toEqual([0, 1]);
  });

  it('PE-1: gives nobody to read what they have a tie to or submitted, and says which', async () => {
    const tied = await personActor(await person('Tied', world.now, { mail: 'tied@x.example', organisation_id: world.organisation }), world.later);
    await give(tied.id, 'reviewer', world.now, { coalition_id: world.coalition });
    const reads = await personActor(tied.id, world.later);
    const granted = permit(deskPolicy.assign, world.officer, desk);
    expect(valueOf(await assignReviewer(granted, occasion(), await asked(refs), reads))).toMatchObject({ done: 0, told: 0, left: refs.map((ref) => ({ ref, why: 'commitments:desk_list.why.tie' })) });
    const before = await audited('commitments');
    const reviewer = await personActor(world.reviewer.id, world.later);
    expect(valueOf(await assignReviewer(granted, occasion(), await asked([...refs, own]), reviewer))).toMatchObject({ done: 4, told: 1, left: [] });
    expect(await audited('commitments')).toBe(before + 4);
    expect(valueOf(await assignReviewer(granted, occasion(), await asked([own]), reviewer)).left).toMatchObject([{ why: 'commitments:desk_list.why.assigned' }]);
    expect(valueOf(await assignReviewer(granted, occasion(), await asked([own]), null)).done).toBe(1);
    // One who reads for another coalition.
    const elsewhere = await person('Elsewhere', world.now, { mail: 'else@x.example' });
    await give(elsewhere, 'reviewer', world.now, { coalition_id: await place('coalition', 'elsewhere') });
    expect(valueOf(await assignReviewer(granted, occasion(), await asked([own]), await personActor(elsewhere, world.later))).left).toMatchObject([{ why: 'commitments:desk_list.why.not_theirs' }]);
    const offered = (await reviewersFor(world.officer, view())).map(({ id }) => id);
    expect(offered).toContain(world.reviewer.id);
    expect(offered).not.toContain(elsewhere);
  });

  it('keeps tags to the secretariat: no filter, file or page of anybody else knows them', async () => {
    const granted = permit(deskPolicy.tag, world.officer, desk);
    expect(valueOf(await tagCommitments(granted, occasion(), await asked(refs.slice(0, 2)), 'first wave', true))).toMatchObject({ done: 2, left: [] });
    expect(valueOf(await tagCommitments(granted, occasion(), await asked(refs), 'first wave', true))).toMatchObject({ done: 1, left: refs.slice(0, 2).map((ref) => ({ ref, why: 'commitments:desk_list.why.tagged' })) });
    expect(valueOf(await tagCommitments(granted, occasion(), await asked([refs[0]!]), 'first wave', false))).toMatchObject({ done: 1 });
    const found = async (viewer: typeof anyone | PersonActor) => (await listCommitments(viewer, readState(commitmentList, new URLSearchParams('tag=First+wave')), view())).rows.length;
    expect([await found(world.officer), await found(world.auditor), await found(anyone), await found(world.focal), await found(world.reviewer)]).toEqual([2, 2, 0, 0, 0]);
    expect([await tagsInUse(world.officer), await tagsInUse(world.stranger)]).toEqual([['first wave'], []]);
    const ids = (await asked(refs)).ids;
    expect(Object.values(await deskFacts(world.officer, ids)).map(({ tags }) => tags.length).toSorted()).toEqual([0, 1, 1]);
    expect(await deskFacts(world.stranger, ids)).toEqual({});
    for await (const row of allCommitments(world.officer, {}, view())) expect(JSON.stringify(row)).not.toContain('first wave');
  });

  it('does no more at once than it says', async () => {
    const many = { ids: Array.from({ length: mostAtOnce + 1 }, () => newId()), language: 'en' as const };
    expect(await tagCommitments(permit(deskPolicy.tag, world.officer, desk), occasion(), many, 'x', true)).toMatchObject({ ok: false, problems: [{ code: 'commitments:problems.too_many' }] });
  });
});
