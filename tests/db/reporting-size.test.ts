import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { planCycle } from '#app/reporting/cycles/operations.server';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { figureKeys, type FigureResult } from '#app/reporting/figures/model';
import { figuresOf, listFigureRecords } from '#app/reporting/figures/queries.server';
import { publicationGaps } from '#app/reporting/reports/publication.server';
import { database } from '#app/platform/database.server';
import { valueOf } from './accounts-world';
import { cycleForm, freeze, openReporting, planned, publish, published, reportOf, signed, write, type ReportingWorld } from './reporting-world';
import { workOf, type WorkDone } from './work-done';

const [few, many] = [200, 2000];
const pledges = (payments: number) => payments / 10;
let world: ReportingWorld;
let owner: postgres.Sql;
beforeAll(async () => {
  world = await openReporting();
  await published(world);
  owner = postgres(world.ownerUrl, { max: 1, onnotice: () => undefined });
  await owner`select set_config('concord.actor', '{"kind":"system","name":"import"}', false)`;
  await owner`insert into activities (id, iati_identifier) values (gen_random_uuid(), 'XM-1')`;
  await owner`insert into exchange_rates (id, currency, rate_on, period, units_per_usd, source)
    select gen_random_uuid(), c, d, 'day', 100 + extract(doy from d) / 10, 'a source' from unnest(array['KES', 'EUR']) c, generate_series(timestamp '2025-12-01', timestamp '2026-09-30', '1 day') d`;
});
afterAll(async () => {
  await owner`alter table snapshot_rows reset (autovacuum_enabled)`;
  await owner.end();
  await world.close();
});

/** Payments numbered from one to another: of an activity, and as many of pledges that are linked to one another, some taken back, some confirmed. */
async function pay(from: number, to: number): Promise<void> {
  await owner`
    insert into transactions (id, activity_id, type_code, transaction_on, value, currency, value_on)
    select gen_random_uuid(), (select id from activities), (array['3', '4', null])[1 + i % 3], '2026-01-01'::date + i % 200, i + 0.01, (array['USD', 'EUR', 'KES', 'XOF'])[1 + i % 4], '2026-01-01'::date + i % 200 from generate_series(${from}::int, ${to}::int) i`;
  await owner`
    insert into pledges (id, ref, coalition_id, provider_organisation_id, kind, title, amount, currency, announced_on, visibility)
    select gen_random_uuid(), 'PLG-2026-' || lpad(i::text, 6, '0'), ${world.coalition}, ${world.organisation}, 'cash', 'Money ' || i, 1000000, (array['USD', 'EUR', 'KES'])[1 + i % 3], '2026-01-01'::date + i % 200, 'public' from generate_series(${1 + pledges(from - 1)}::int, ${pledges(to)}::int) i`;
  await owner`
    insert into transactions (id, pledge_id, type_code, transaction_on, value, currency, value_on, excess_explanation)
    select gen_random_uuid(), p.id, (array['2', '3', '3', '4'])[1 + i % 4], '2026-01-01'::date + i % 200, i + 0.01, p.currency, '2026-01-01'::date + i % 200, 'as it was reported'
    from generate_series(${from}::int, ${to}::int) i join pledges p on p.ref = 'PLG-2026-' || lpad((1 + i % ${pledges(to)}::int)::text, 6, '0')`;
  await owner`
    insert into funding_links (id, pledge_id, counted_in_id, kind, amount, state, origin, pledge_stood, counted_in_stood, proposed_at, decided_at, decided_reason)
    select gen_random_uuid(), a.id, b.id, 'same_money', 100, 'decided', 'source', 0, 0, '2026-02-01', '2026-02-01', 'One.'
    from generate_series(${1 + pledges(from - 1)}::int, ${pledges(to) - 1}::int) i join pledges a on a.ref = 'PLG-2026-' || lpad(i::text, 6, '0') join pledges b on b.ref = 'PLG-2026-' || lpad((i + 1)::text, 6, '0') and b.currency is not null`;
}

describe('a report of thousands of payments', () => {
  let ref = '';
  const done: WorkDone[] = [];

  it('is frozen by work that grows as they do, also where the database knows nothing of a snapshot but the one before', async () => {
    await pay(1, few);
    ref = (await planned(world)).ref;
    done.push(await workOf(async () => valueOf(await freeze(world, ref))));
    await signed(world, ref);
    valueOf(await publish(world, ref));
    // As far as anybody can tell, every row belongs to that report: there was none before.
    await owner`alter table snapshot_rows set (autovacuum_enabled = off)`;
    await owner`analyze snapshot_rows`;
    await pay(few + 1, many);
    const year = cycleForm.year + 1;
    const cycle = valueOf(await planCycle(permit(cyclePolicy.plan, world.officer, { coalition_id: world.coalition }), { now: world.now }, { year, opens_on: `${year}-03-01`, due_on: `${year}-11-30`, grace_on: `${year}-12-15`, lock_on: `${year + 1}-01-15` }));
    const next = { ...world, cycle };
    ref = (await planned(next)).ref;
    // The money of one member, and of the countries, is told apart.
    const { ref: giver } = await database().selectFrom('organisations').select('ref').where('id', '=', world.organisation).executeTakeFirstOrThrow();
    valueOf(await write(next, ref, 2, `{{figure:ladder-member-${giver}}}\n\n{{figure:standing-member-${giver}}}\n\n{{figure:rungs-country-KE}}`));
    done.push(await workOf(async () => valueOf(await freeze(next, ref))));
    const [small, large] = done;
    // The second is told beside the first, too.
    expect(large!.rows / small!.rows, large!.most.text).toBeLessThan(2 * (many / few));
  });

  it('is computed again by such work', async () => {
    const { id } = await reportOf(ref);
    let gaps: string[] = [];
    const again = await workOf(() => database().transaction().execute(async (tx) => { gaps = await publicationGaps(tx, id, world.later); }));
    expect(gaps).toEqual(['not_signed_off', 'reply_not_opened', 'not_approved']);
    expect(again.rows / done[1]!.rows, again.most.text).toBeLessThan(2);
  });

  it('counts to the cent and lists every one', async () => {
    const figures = await figuresOf((await reportOf(ref)).id);
    expect(figures.filter(({ subject }) => subject === null).map((figure) => figure.key).sort()).toEqual([...figureKeys].sort());
    expect(figures.find(({ key, subject }) => key === 'ladder' && subject !== null)?.rows[0]).toMatchObject({ part: 'pledged', count: pledges(many) });
    const currencies = figures.find((figure) => figure.key === 'currencies');
    const rows: FigureResult['rows'] = currencies?.rows ?? [];
    expect(rows.reduce((sum, row) => sum + row.count, 0)).toBe(2 * many);
    const expected = Array.from({ length: many }, (_, at) => at + 1).filter((i) => i % 3 === 0 && i % 4 === 1).reduce((sum, i) => sum + i * 100 + 1, 0);
    expect(rows.find((row) => row.part === 'activity:3' && row.currency === 'EUR')?.value).toBe((expected / 100).toFixed(2).replace(/\.?0+$/, ''));
    expect(currencies).toMatchObject({ expected: 2 * many, reporting: 2 * many - rows.filter((row) => row.part === 'activity:unknown').reduce((sum, row) => sum + row.count, 0) });
    let after: string | null = null;
    let seen = 0;
    do {
      const page = await listFigureRecords(anyone, currencies?.id ?? '', null, after, 300);
      seen += page.rows.length;
      after = page.next;
    } while (after !== null);
    expect(seen).toBe(2 * many);
  });
});
