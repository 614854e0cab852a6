import { sql } from 'kysely';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '#app/demo/world.server';
import { laddersOf } from '#app/financing/ladder/tables.server';
import { plus } from '#app/financing/money/model';
import { database } from '#app/platform/database.server';
import { openFiles } from '#app/platform/files.server';
import { newId } from '#app/platform/identity';
import { computeFigure, recordsOf } from '#app/reporting/figures/computing.server';
import type { FigureResult } from '#app/reporting/figures/model';
import { freezeIn } from '#app/reporting/snapshots/freeze.server';
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
}, 480_000);
afterAll(() => close());

const names = ['announced', 'pledged', 'same_money', 'passes_through', 'unmatched', 'net_pledged', 'net_disbursed', 'confirmed', 'differs', 'contested', 'no_record'] as const;

/** What is frozen today of the demo world, and what the pages about money say of the same pledges at the same instant. */
const compared = () => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
  const { id: cycle_id, coalition_id } = await tx.selectFrom('cycles as y').innerJoin('coalitions as c', 'c.id', 'y.coalition_id').select(['y.id', 'y.coalition_id']).where('c.parent_id', 'is', null)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('reports').select('id').whereRef('cycle_id', '=', 'y.id')))).orderBy('y.year', 'desc').executeTakeFirstOrThrow();
  const [report_id, id] = [newId(), newId()];
  await tx.insertInto('reports').values({ id: report_id, ref: 'RPT-TOTALS', cycle_id, status: 'drafting', language: 'en', snapshot_of: report_id }).execute();
  await freezeIn(tx, { id, report_id, coalition_id, cycle_id, as_of: '2026-11-24', counts_to: now, frozen_at: now, frozen_by: null, missing: [] });
  const figure = async (key: 'total_a' | 'total_b' | 'total_c') => ({ ...(await computeFigure(tx, id, key)), behind: (await recordsOf(key, id).execute(tx)).rows });
  const live = await sql<Record<(typeof names)[number], string> & { pledges: number; converted: number }>`
    with ${laddersOf(sql`p.visibility = 'public' and p.status <> 'cancelled' and p.kind = 'cash' and p.announced_on <= '2026-11-24' and p.coalition_id in (
      with recursive tree as (select ${coalition_id}::uuid as id union select c.id from coalitions c join tree on c.parent_id = tree.id) select id from tree)`)}
    select count(*)::int as pledges, count(*) filter (where converted)::int as converted, ${sql.raw(names.map((name) => `trim_scale(coalesce(sum(usd_${name}) filter (where converted), 0))::text as ${name}`).join(', '))} from ladders`.execute(tx);
  return { a: await figure('total_a'), b: await figure('total_b'), c: await figure('total_c'), live: live.rows[0]! };
});

const value = (figure: FigureResult, part: string): string => figure.rows.find((row) => row.part === part)?.value ?? '0';
const whole = (figure: FigureResult): string => plus(...figure.rows.map((row) => row.value));

describe('FI-7 the three totals of a report', () => {
  it('are those that the pages about money show, piece by piece and to the last digit', async () => {
    const { a, b, c, live } = await compared();
    expect([whole(a), value(a, 'stands'), a.reporting, a.expected]).toEqual([live.announced, live.pledged, live.converted, live.pledges]);
    expect([whole(b), value(b, 'once')]).toEqual([live.pledged, live.net_pledged]);
    for (const part of ['same_money', 'passes_through', 'unmatched'] as const) expect(value(b, part), part).toBe(live[part]);
    expect([whole(c), value(c, 'confirmed')]).toEqual([live.net_disbursed, live.confirmed]);
    for (const part of ['differs', 'contested', 'no_record'] as const) expect(value(c, part), part).toBe(live[part]);
    // The demo world has what tells them apart.
    expect(new Set([live.announced, live.pledged, live.net_pledged, live.net_disbursed, live.confirmed]).size).toBe(5);
    for (const figure of [a, b, c]) expect(figure.behind).toHaveLength(figure.rows.reduce((sum, row) => sum + row.count, 0) + figure.missing);
  });
});
