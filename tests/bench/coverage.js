// The coverage map beside the same cells counted live, and the other pages that count, at each size of one world: 1,000 organisations,
// 200 countries, 60 clauses; each commitment names two clauses, two countries and two groups, each fifth has money.
import { load, middle } from './asking.js';
import { inTurns, timed } from './turns.js';
import { loadSource } from '../../db/load.js';
import { openWorld } from './portal.js';
import { fillWorld } from './world.js';

/** What every commitment of the world names besides its first clause, country and group, and money for each fifth. @type {import('./portal.js').Fill} */
async function fillWide(sql, commitments) {
  await fillWorld(sql, commitments, { organisations: 1000, clauses: 60 });
  await sql.begin(async (tx) => {
    await tx`select set_config('concord.actor', '{"kind":"system","name":"console","at":"2026-01-01T00:00:00Z"}', true)`;
    await tx`create temporary table numbered on commit drop as select id, ref, coalition_id, row_number() over (order by ref) as n from commitments`;
    await tx`create temporary table places on commit drop as select iso2, row_number() over (order by iso2) - 1 as n from countries order by iso2 limit 200`;
    await tx`delete from commitment_countries`;
    await tx`insert into commitment_countries select c.id, p.iso2, 50 from numbered c join places p on p.n in (c.n * 7 % 200, (c.n * 7 + 31) % 200)`;
    await tx`insert into commitment_nodes select c.id, k.id from numbered c join (select id, row_number() over (order by code) - 1 as n from framework_nodes) k on k.n = c.n * 11 % 60 on conflict do nothing`;
    await tx`insert into commitment_beneficiaries select id, (array['out_of_school', 'poorest_fifth', 'indigenous_minority_language'])[1 + n % 3], true from numbered`;
    await tx`insert into pledges (id, ref, coalition_id, provider_organisation_id, title, amount, currency, announced_on, commitment_id)
      select gen_random_uuid(), 'PLG-2026-' || n, coalition_id, (select id from organisations order by ref limit 1), 'Money ' || n, 1000 + n, 'USD', '2026-01-15', id from numbered where n % 5 = 0`;
    await tx`insert into pledge_recipients select p.id, row_number() over (partition by p.id order by k.country_iso2), k.country_iso2, null, 50 from pledges p join commitment_countries k on k.commitment_id = p.commitment_id`;
    await tx`insert into transactions (id, pledge_id, type_code, transaction_on, value, currency, value_on) select gen_random_uuid(), id, '2', '2026-02-01', 500, 'USD', '2026-02-01' from pledges`;
  });
  await sql`vacuum analyze`;
}

/** Pages that count, by their addresses. */
const pages = {
  'coverage map': 'en/declaration/coverage', 'map, countries and money': 'en/declaration/coverage?columns=country&measure=committed', home: 'en', 'endorsement ledger': 'en/declaration/endorsements', country: 'en/countries/KE',
  'search, a common word': 'en/search?q=schools', 'search, a rare word': 'en/search?q=district+4711', 'list, a state that nothing has': 'en/commitments?status=stale',
};

/** The map of a world, and how long its first cells take. @param {import('./portal.js').World} world */
async function openMap({ sql, appUrl }) {
  const reading = await loadSource('/tests/bench/coverage-reading.ts');
  const map = await reading.module['openMap'](appUrl);
  const first = await timed(map.ready);
  // As the server does by itself within a minute.
  await sql`vacuum analyze coverage_facts, coverage_cells, coverage_changes`;
  const change = () => sql.begin(async (tx) => {
    await tx`select set_config('concord.actor', '{"kind":"system","name":"console","at":"2026-01-01T00:00:00Z"}', true)`;
    await tx`update commitments set off_track_on = off_track_on + 1 where ref = 'CMT-2025-000007'`;
  });
  return { map, first, change, close: async () => {
    await map.same();
    await map.close();
    await reading.close();
  } };
}

/** The cells in each world: ready, as a member is shown them, after a change, and live. @param {readonly import('./portal.js').World[]} worlds */
async function cellsOf(worlds) {
  const maps = [];
  for (const world of worlds) maps.push(await openMap(world));
  const ready = await inTurns(51, maps, ({ map }) => map.ready());
  const member = await inTurns(21, maps, ({ map }) => map.member());
  const afterChange = await inTurns(11, maps, async ({ map, change }) => {
    await change();
    await map.ready();
  });
  const live = await inTurns(3, maps, ({ map }) => map.live());
  for (const map of maps) await map.close();
  const of = (/** @type {number[]} */ each, /** @type {number} */ at) => each[at] ?? Number.NaN;
  return maps.map(({ first }, at) => ({ first, ready: of(ready, at), member: of(member, at), afterChange: of(afterChange, at), live: of(live, at) }));
}

/** How long each page takes in each world, asked for one at a time and in turns. @param {readonly import('./portal.js').World[]} worlds */
async function pagesOf(worlds) {
  let visit = 0;
  /** Each address is asked for once, so that no answer is one that was kept. @param {import('./portal.js').World} world @param {string} path */
  const made = ({ origin, portalPid }, path) => load({ name: path, pid: portalPid, address: () => `${origin}/${path}${path.includes('?') ? '&' : '?'}visit=${(visit += 1)}` }, 1, 1);
  /** @type {Map<string, number[]>} */
  const took = new Map();
  for (const [name, path] of Object.entries(pages)) {
    const tries = /** @type {number[][]} */ (worlds.map(() => []));
    for (let round = 0; round < 6; round += 1) {
      for (const [at, world] of worlds.entries()) {
        const { perSecond } = await made(world, path);
        if (round > 0) tries[at]?.push(1000 / perSecond);
      }
    }
    took.set(name, tries.map(middle));
  }
  return took;
}

/** @param {readonly number[]} sizes */
export async function benchCoverage(sizes) {
  /** @type {import('./portal.js').World[]} */
  const worlds = [];
  try {
    for (const size of sizes) worlds.push(await openWorld(size, fillWide));
    const cells = await cellsOf(worlds);
    const took = await pagesOf(worlds);
    const map = took.get('coverage map') ?? [];
    console.log('commitments | first time s | cells ms | a member’s ms | after a change ms | page ms | live ms | cells of live | page of live');
    for (const [at, { first, ready, member, afterChange, live }] of cells.entries()) {
      const page = map[at] ?? Number.NaN;
      const columns = [[String(sizes[at]), 11], [(first / 1000).toFixed(1), 12], [ready.toFixed(1), 8], [member.toFixed(1), 13], [afterChange.toFixed(1), 17], [page.toFixed(1), 7], [live.toFixed(0), 7], [`1 : ${(live / ready).toFixed(0)}`, 13], [`1 : ${(live / page).toFixed(0)}`, 12]];
      console.log(columns.map(([text, width]) => String(text).padStart(Number(width))).join(' | '));
    }
    const [small, large] = [cells[0], cells.at(-1)];
    if (small !== undefined && large !== undefined && small !== large) {
      console.log(`growth: cells ${(large.ready / small.ready).toFixed(2)}, a member’s ${(large.member / small.member).toFixed(2)}, page ${((map.at(-1) ?? 0) / (map[0] ?? 0)).toFixed(2)}, live ${(large.live / small.live).toFixed(2)}`);
    }
    console.log(`\n${'page, made for each answer'.padEnd(31)} | ${sizes.map((size) => `ms at ${size}`.padStart(12)).join(' | ')} | growth`);
    for (const [name, each] of took) console.log(`${name.padEnd(31)} | ${each.map((one) => one.toFixed(1).padStart(12)).join(' | ')} | ${((each.at(-1) ?? 0) / (each[0] ?? 0)).toFixed(2)}`);
  } finally {
    for (const world of worlds) await world.close();
  }
}
