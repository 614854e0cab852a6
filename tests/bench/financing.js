// The financing page beside the same sums aggregated live, at each number of pledges of one world: 500 organisations, 2,000 commitments, 60 clauses;
// each pledge has two recipients and five transactions, in four currencies with a rate for each month; some are linked, some payments confirmed.
import { inTurns, timed } from './turns.js';
import { loadSource } from '../../db/load.js';
import { openWorld } from './portal.js';
import { fillWorld } from './world.js';

const commitments = 2000;

/** @param {number} pledges @returns {import('./portal.js').Fill} */
const fillMoney = (pledges) => async (sql) => {
  await fillWorld(sql, commitments, { organisations: 500, clauses: 60 });
  await sql.begin(async (tx) => {
    await tx`select set_config('concord.actor', '{"kind":"system","name":"console","at":"2026-01-01T00:00:00Z"}', true)`;
    await tx`insert into exchange_rates (id, currency, rate_on, period, units_per_usd, source)
      select gen_random_uuid(), c.code, (m + interval '1 month - 1 day')::date, 'month', c.units + extract(month from m) / 10, 'bench'
      from (values ('KES', 128), ('EUR', 0.9), ('JPY', 147)) c (code, units) cross join generate_series(date '2021-01-01', date '2026-06-01', interval '1 month') m`;
    await tx`create temporary table numbered on commit drop as
      select n, gen_random_uuid() as id, (array['USD', 'KES', 'EUR', 'JPY'])[1 + n % 4] as currency, (array(select id from organisations order by ref))[1 + n * 7 % 500] as provider, (array(select id from commitments order by ref))[1 + n * 3 % ${commitments}::int] as commitment_id,
        date '2021-01-15' + n * 31 % 1900 as announced_on, n * 17 % 249 as place from generate_series(1, ${pledges}::int) n`;
    await tx`insert into pledges (id, ref, coalition_id, provider_organisation_id, kind, title, amount, currency, announced_on, new_money, commitment_id, visibility, valuation_method, valued_on)
      select id, 'PLG-2026-' || lpad(n::text, 6, '0'), (select id from coalitions limit 1), provider, case when n % 11 = 0 then 'guarantee' when n % 5 = 0 then 'devices' else 'cash' end, 'Money ' || n, 100000 + n % 900 * 1000, currency, announced_on,
        (array['yes', 'repackaged', 'unknown'])[1 + n % 3], case when n % 4 > 0 then commitment_id end, case when n % 50 = 1 then 'members' else 'public' end, case when n % 11 > 0 and n % 5 = 0 then 'cost' end, case when n % 11 > 0 and n % 5 = 0 then announced_on end from numbered`;
    await tx`insert into pledge_recipients (pledge_id, position, country_iso2, share)
      select id, k, (array(select iso2 from countries order by iso2))[1 + (place + k * 31) % 249], (array[60, 40])[k] from numbered cross join generate_series(1, 2) k`;
    await tx`insert into transactions (id, pledge_id, type_code, transaction_on, value, currency, value_on, excess_explanation)
      select gen_random_uuid(), id, (array['2', '3', '3', '3', '4'])[k], announced_on + k * 20, (array[90000, 20000, 20000, 20000, 10000])[k], currency, announced_on + k * 20, 'bench' from numbered cross join generate_series(1, 5) k`;
    await tx`create temporary table said on commit drop as select t.id, t.value, gen_random_uuid() as act, row_number() over (order by n, t.transaction_on) % 6 as k from transactions t join numbered m on m.id = t.pledge_id where t.type_code = '3'`;
    await tx`insert into reconciliation_acts (id, transaction_id, act, state, said_at, words, language, received)
      select act, id, case when k = 3 then 'contest' else 'correct' end, case when k = 3 then 'contested' when k = 2 then 'amount_differs' else 'matched' end, now(), 'bench', 'en', case when k = 3 then null when k = 2 then value - 500 else value end from said where k < 4`;
    await tx`insert into reconciliations (transaction_id, state, received, said_id, said_at)
      select id, case when k = 3 then 'contested' when k = 2 then 'amount_differs' else 'matched' end, case when k = 3 then null when k = 2 then value - 500 else value end, act, now() from said where k < 4`;
    await tx`insert into funding_links (id, pledge_id, counted_in_id, kind, amount, state, origin, pledge_stood, counted_in_stood, proposed_at, decided_at, decided_reason)
      select gen_random_uuid(), a.id, b.id, (array['same_money', 'passes_through', 'matches'])[1 + a.n % 3], 30000, 'decided', 'source', 0, 0, now(), now(), 'bench' from numbered a join numbered b on b.n = a.n - 1 where a.n % 100 = 0`;
  });
  await sql`vacuum analyze`;
};

/** The sums of a world, and how long the first take. @param {import('./portal.js').World} world */
async function openTotals({ sql, appUrl }) {
  const reading = await loadSource('/tests/bench/financing-reading.ts');
  const money = await reading.module['openMoney'](appUrl);
  const first = await timed(money.ready);
  // As the server does by itself within a minute.
  await sql`vacuum analyze financing_facts, financing_entries, financing_cells, financing_changes, financing_givers`;
  let paid = 0;
  const change = () => sql.begin(async (tx) => {
    await tx`select set_config('concord.actor', '{"kind":"system","name":"console","at":"2026-01-01T00:00:00Z"}', true)`;
    await tx`insert into transactions (id, pledge_id, type_code, transaction_on, value, currency, value_on, excess_explanation) select gen_random_uuid(), id, '3', '2026-03-01', ${(paid += 1)}, currency, '2026-03-01', 'bench' from pledges where ref = 'PLG-2026-000007'`;
  });
  return { money, first, change, close: async () => {
    await money.same();
    await money.close();
    await reading.close();
  } };
}

let visit = 0;
/** The page, made for each visit. @param {import('./portal.js').World} world */
const pageOf = async ({ origin }) => (await fetch(`${origin}/en/financing?visit=${(visit += 1)}`)).text();

/** @param {readonly number[]} _sizes of commitments: here pledges are what counts */
export async function benchFinancing(_sizes) {
  const sizes = (process.env['PLEDGES'] ?? '4000,20000').split(',').map(Number);
  /** @type {import('./portal.js').World[]} */
  const worlds = [];
  try {
    for (const size of sizes) worlds.push(await openWorld(commitments, fillMoney(size)));
    /** @type {Awaited<ReturnType<typeof openTotals>>[]} */
    const open = [];
    for (const world of worlds) open.push(await openTotals(world));
    const ready = await inTurns(31, open, ({ money }) => money.ready());
    const member = await inTurns(11, open, ({ money }) => money.member());
    const afterChange = await inTurns(11, open, async ({ money, change }) => {
      await change();
      await money.ready();
    });
    const live = await inTurns(3, open, ({ money }) => money.live());
    const page = await inTurns(31, worlds, pageOf);
    const changedPage = await inTurns(11, worlds, async (world) => {
      await open[worlds.indexOf(world)]?.change();
      await pageOf(world);
    });
    for (const one of open) await one.close();
    console.log('pledges | payments | first time s | sums ms | a member’s ms | after a payment ms | page ms | page after a payment ms | live ms | sums of live | page of live');
    for (const [at, size] of sizes.entries()) {
      const of = (/** @type {readonly number[]} */ each) => each[at] ?? Number.NaN;
      const columns = [[String(size), 7], [String(size * 5), 8], [((open[at]?.first ?? 0) / 1000).toFixed(1), 12], [of(ready).toFixed(1), 7], [of(member).toFixed(1), 13], [of(afterChange).toFixed(1), 18], [of(page).toFixed(1), 7], [of(changedPage).toFixed(1), 23], [of(live).toFixed(0), 7], [`1 : ${(of(live) / of(ready)).toFixed(0)}`, 12], [`1 : ${(of(live) / of(page)).toFixed(0)}`, 12]];
      console.log(columns.map(([text, width]) => String(text).padStart(Number(width))).join(' | '));
    }
    const growth = (/** @type {readonly number[]} */ each) => ((each.at(-1) ?? 0) / (each[0] ?? 0)).toFixed(2);
    if (sizes.length > 1) console.log(`growth: sums ${growth(ready)}, a member’s ${growth(member)}, after a payment ${growth(afterChange)}, page ${growth(page)}, page after a payment ${growth(changedPage)}, live ${growth(live)}`);
  } finally {
    for (const world of worlds) await world.close();
  }
}
