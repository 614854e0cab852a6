// The financing page beside the same sums aggregated live, at each number of pledges of one world: 500 organisations, 2,000 commitments, 60 clauses;
// each pledge has two recipients and five transactions, in four currencies with a rate for each month; some are linked, some payments confirmed.
import { inTurns, timed } from './turns.js';
import { loadSource } from '../../db/load.js';
import { openWorld } from './portal.js';
import { fillPledges } from './money.js';
import { fillWorld } from './world.js';

const commitments = 2000;

/** @param {number} pledges @returns {import('./portal.js').Fill} */
const fillMoney = (pledges) => async (sql) => {
  await fillWorld(sql, commitments, { organisations: 500, clauses: 60 });
  await fillPledges(sql, pledges);
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
