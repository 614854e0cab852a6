import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { laddersOf } from '#app/financing/ladder/tables.server';
import { plus } from '#app/financing/money/model';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { computeFigure, recordsOf } from '#app/reporting/figures/computing.server';
import type { FigureResult } from '#app/reporting/figures/model';
import { freezeIn } from '#app/reporting/snapshots/freeze.server';
import { openWorld, valueOf } from './accounts-world';
import { bank, pledge, rates, record } from './financing-world';

let world: Awaited<ReturnType<typeof openWorld>>;
const now = new Date('2026-06-24T10:00:00Z');
const written = (...statements: readonly ReturnType<typeof sql>[]) => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
  for (const statement of statements) await statement.execute(tx);
});
const link = (pledge_id: string, counted_in_id: string, kind: string, amount: number) => sql`insert into funding_links (id, pledge_id, counted_in_id, kind, amount, state, origin, pledge_stood, counted_in_stood, proposed_at, decided_at, decided_reason)
  values (gen_random_uuid(), ${pledge_id}::uuid, ${counted_in_id}::uuid, ${kind}, ${amount}, 'decided', 'source', 0, 0, ${now}, ${now}, 'The same money.')`;

beforeAll(async () => {
  world = await openWorld();
  const where = await bank();
  valueOf(await rates([{ currency: 'KES', rate_on: '2026-02-28', period: 'month', units_per_usd: '130' }]));
  const [usd, kes, other, matching] = [await pledge(where, { amount: '1000' }), await pledge(where, { currency: 'KES', amount: '7777', announced_on: '2026-02-10' }), await pledge(where, { amount: '400' }), await pledge(where, { amount: '300' })];
  await pledge(where, { currency: 'EUR', amount: '55' });
  const guaranteed = await pledge(where, { kind: 'guarantee', amount: '9000' });
  for (const id of [usd, kes, other]) {
    valueOf(await record(id, '2', '300', { transaction_on: '2026-02-11' }));
    for (const value of ['31', '47.5', '60.01', '80']) valueOf(await record(id, '3', value, { transaction_on: '2026-02-12' }));
  }
  await written(
    sql`insert into transactions (id, pledge_id, type_code, transaction_on, value, currency, value_on) values (gen_random_uuid(), ${usd}::uuid, '12', '2026-02-12', -125, 'USD', '2026-02-12')`,
    link(other, usd, 'same_money', 150), link(other, kes, 'passes_through', 33.33), link(matching, usd, 'matches', 200), link(usd, guaranteed, 'same_money', 10),
    sql`create temporary table said on commit drop as select id, value, gen_random_uuid() as act, row_number() over (order by value, id) % 4 as k from transactions where type_code = '3'`,
    sql`insert into reconciliation_acts (id, transaction_id, act, state, said_at, words, language, received)
      select act, id, case when k = 3 then 'contest' else 'correct' end, case when k = 3 then 'contested' when k = 2 then 'amount_differs' else 'matched' end, now(), 'As we see it.', 'en', case when k = 3 then null when k = 2 then value - 5 else value end from said where k > 0`,
    sql`insert into reconciliations (transaction_id, state, received, said_id, said_at)
      select id, case when k = 3 then 'contested' when k = 2 then 'amount_differs' else 'matched' end, case when k = 3 then null when k = 2 then value - 5 else value end, act, now() from said where k > 0`,
    sql`insert into cycles (id, ref, coalition_id, year, opens_on, due_on, grace_on, lock_on) select gen_random_uuid(), '2026', coalition_id, 2026, '2026-03-01', '2026-11-30', '2026-12-15', '2027-01-15' from pledges limit 1`,
  );
});
afterAll(() => world.close());

const names = ['announced', 'pledged', 'same_money', 'passes_through', 'unmatched', 'net_pledged', 'net_disbursed', 'confirmed', 'differs', 'contested', 'no_record'] as const;

/** What is frozen of these pledges, and what the pages about money say of the same pledges at the same instant. */
const compared = () => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
  const { id: cycle_id, coalition_id } = await tx.selectFrom('cycles').select(['id', 'coalition_id']).executeTakeFirstOrThrow();
  const [report_id, id] = [newId(), newId()];
  await tx.insertInto('reports').values({ id: report_id, ref: 'RPT-TOTALS', cycle_id, status: 'drafting', language: 'en', snapshot_of: report_id }).execute();
  await freezeIn(tx, { id, report_id, coalition_id, cycle_id, as_of: '2026-06-24', counts_to: now, frozen_at: now, frozen_by: null, missing: [] });
  const figure = async (key: 'total_a' | 'total_b' | 'total_c') => ({ ...(await computeFigure(tx, id, key)), behind: (await recordsOf(key, id).execute(tx)).rows });
  const live = await sql<Record<(typeof names)[number], string> & { pledges: number; converted: number }>`
    with ${laddersOf(sql`p.visibility = 'public' and p.status <> 'cancelled' and p.kind = 'cash' and p.announced_on <= '2026-06-24' and p.coalition_id in (
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
    // There is what tells them apart.
    expect(new Set([live.announced, live.pledged, live.net_pledged, live.net_disbursed, live.confirmed]).size).toBe(5);
    for (const figure of [a, b, c]) expect(figure.behind).toHaveLength(figure.rows.reduce((sum, row) => sum + row.count, 0) + figure.missing);
  });
});
