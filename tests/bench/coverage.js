// `npm run bench -- coverage`: the coverage map at two sizes of the world, beside the same cells counted live, in one run.
// 1,000 organisations, 200 countries, 60 clauses; each commitment names two clauses, two countries and two groups, each fifth has money.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { loadSource } from '../../db/load.js';
import { fillWorld } from './world.js';

const sizes = (process.env['COMMITMENTS'] ?? '10000,100000').split(',').map(Number);
const world = { organisations: 1000, clauses: 60 };

/** @param {number[]} values */
const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The middle of some tries, in milliseconds. @param {number} tries @param {() => Promise<unknown>} work */
async function timed(tries, work) {
  const took = [];
  for (let at = 0; at < tries; at += 1) {
    const begun = performance.now();
    await work();
    took.push(performance.now() - begun);
  }
  return middle(took);
}

/** What every commitment of the world names besides its first clause, country and group, and money for each fifth. @param {import('postgres').Sql} sql */
async function widen(sql) {
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

/** One size of the world. @param {number} commitments */
async function measure(commitments) {
  const dataDir = await mkdtemp(join(tmpdir(), 'concord-bench-'));
  const embedded = await loadSource('/db/embedded/server.ts');
  const migrations = await loadSource('/db/migrate.ts');
  const reference = await loadSource('/db/reference/load.ts');
  const reading = await loadSource('/tests/bench/coverage-reading.ts');
  const server = await embedded.module['startEmbedded']({ dataDir, log: () => undefined });
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let portal;
  try {
    await migrations.module['migrate']({ ownerUrl: server.ownerUrl, appRole: 'concord_app', readerRole: 'concord_reader' });
    await reference.module['loadReference'](server.ownerUrl);
    const sql = postgres(server.ownerUrl, { max: 1, onnotice: () => undefined });
    await fillWorld(sql, commitments, world);
    await widen(sql);
    const map = await reading.module['openMap'](server.appUrl);
    const first = await timed(1, map.ready);
    await sql`vacuum analyze coverage_facts, coverage_cells`;
    const ready = await timed(51, map.ready);
    const live = await timed(commitments > 20_000 ? 3 : 7, map.live);
    const afterChange = await timed(11, async () => {
      await sql.begin(async (tx) => {
        await tx`select set_config('concord.actor', '{"kind":"system","name":"console","at":"2026-01-01T00:00:00Z"}', true)`;
        await tx`update commitments set off_track_on = off_track_on + 1 where ref = 'CMT-2025-000007'`;
      });
      await map.ready();
    });
    await map.same();
    await map.close();
    await sql.end();
    const port = 20_000 + (process.pid % 20_000);
    portal = spawn(process.execPath, ['app/server.js'], { env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, DEMO: '0' }, stdio: ['ignore', 'ignore', 'inherit'] });
    while (!(await fetch(`http://127.0.0.1:${port}/readyz`).then((answer) => answer.ok, () => false))) await sleep(20);
    let visit = 0;
    // Each address is asked for once, so that no answer is one that was kept.
    const page = async () => {
      visit += 1;
      const answer = await fetch(`http://127.0.0.1:${port}/en/declaration/coverage?visit=${visit}`);
      if (!answer.ok) throw new Error(`the map answered ${answer.status}`);
      await answer.text();
    };
    await timed(20, page);
    return { commitments, first, ready, live, afterChange, page: await timed(101, page) };
  } finally {
    portal?.kill('SIGTERM');
    await sleep(500);
    await server.stop();
    await Promise.all([embedded.close(), migrations.close(), reference.close(), reading.close()]);
    await rm(dataDir, { recursive: true, force: true });
  }
}

const measured = [];
for (const size of sizes) measured.push(await measure(size));
console.log('commitments | first time s | cells ms | after a change ms | page ms | live ms | cells of live | page of live');
for (const { commitments, first, ready, live, afterChange, page } of measured) {
  const columns = [[String(commitments), 11], [(first / 1000).toFixed(1), 12], [ready.toFixed(1), 8], [afterChange.toFixed(1), 17], [page.toFixed(1), 7], [live.toFixed(0), 7], [`1 : ${(live / ready).toFixed(0)}`, 13], [`1 : ${(live / page).toFixed(0)}`, 12]];
  console.log(columns.map(([text, width]) => String(text).padStart(Number(width))).join(' | '));
}
const [small, large] = [measured[0], measured.at(-1)];
if (small !== undefined && large !== undefined && small !== large) console.log(`growth: cells ${(large.ready / small.ready).toFixed(2)}, page ${(large.page / small.page).toFixed(2)}, live ${(large.live / small.live).toFixed(2)}`);
process.exit(0);
