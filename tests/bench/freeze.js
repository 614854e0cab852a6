// A report over a whole world: freezing it beside the bare copy and the bare sums, its chapters and its files at that size, and what its files
// cost the portal in memory. `COMMITMENTS` (100,000 unless told) with five updates each, `PAYMENTS` (as many) of a fifth as many pledges.
import { loadSource } from '../../db/load.js';
import { middle } from './asking.js';
import { forgetPeak, memory, taken } from './exports.js';
import { fillPledges } from './money.js';
import { openWorld } from './portal.js';
import { timed } from './turns.js';
import { fillWorld } from './world.js';

const commitments = Number(process.env['COMMITMENTS'] ?? 100_000);
const payments = Number(process.env['PAYMENTS'] ?? commitments);
const signature = '{"kind":"system","name":"console","at":"2026-01-01T00:00:00Z"}';

/** @type {import('./portal.js').Fill} */
async function fill(sql) {
  await fillWorld(sql, commitments, { organisations: 500, clauses: 60 });
  await fillPledges(sql, payments / 5);
  await sql.begin(async (tx) => {
    await tx`select set_config('concord.actor', ${signature}, true)`;
    await tx`insert into people (id, name) values (gen_random_uuid(), 'A member')`;
    await tx`insert into memberships (id, coalition_id, organisation_id, category, status, joined_on) select gen_random_uuid(), (select id from coalitions), id, 'full', 'active', '2024-02-01' from organisations`;
  });
  // What bare SQL writes into: tables like those of snapshots and figures, referring to nothing.
  await sql`create schema bare`;
  await sql`grant usage on schema bare to concord_app`;
  for (const table of ['snapshot_rows', 'report_figure_records']) {
    await sql`create table bare.${sql(table)} (like public.${sql(table)} including all)`;
    await sql`grant select, insert on bare.${sql(table)} to concord_app`;
  }
  await sql`vacuum analyze`;
}

const seconds = (/** @type {number} */ ms) => (ms / 1000).toFixed(1);

export async function benchFreeze() {
  const { sql, appUrl, origin, portalPid, close } = await openWorld(commitments, fill);
  const source = await loadSource('/tests/bench/freezing.ts');
  try {
    const desk = await source.module['openFreezing'](appUrl);
    console.log('\nBare SQL asks the same questions and writes the same rows into the same tables, without hash, references, rungs and difference: the rows of the snapshot');
    console.log('are copied, the figures counted over them, the records behind each listed. Frozen stands beside all of it, and beside copying and counting alone; the second');
    console.log('report is told beside the first, too. The faster of two tries of what is bare is taken, one of the freeze.');
    console.log('\nreport | rows | listed | copied s | counted s | listed s | frozen s | of bare | of copied and counted | checked again s   (target: 2 x bare)');
    let ref = '';
    for (const year of [2024, 2025]) {
      ref = await desk.plan(year);
      const bare = await bareOf(sql, () => desk.bare(year));
      const frozen = await timed(() => desk.freeze(year, ref));
      const checked = await timed(() => desk.check(ref));
      const least = bare.copying + bare.counting;
      console.log([year, bare.rows, bare.listed, seconds(bare.copying), seconds(bare.counting), seconds(bare.listing), seconds(frozen), `${(frozen / (least + bare.listing)).toFixed(2)} x`, `${(frozen / least).toFixed(2)} x`, seconds(checked)].join(' | '));
      await sql.begin(async (tx) => {
        await tx`select set_config('concord.actor', ${signature}, true)`;
        await tx`update reports set status = 'published', published_at = '2026-07-02' where ref = ${ref}`;
      });
    }
    await desk.close();
    await pagesOf(`${origin}/en/reports/${ref}`);
    await filesOf(`${origin}/en/reports/${ref}`, portalPid);
  } finally {
    await source.close();
    await close();
  }
}

/** @typedef {{ rows: number, listed: number, copying: number, counting: number, listing: number }} Bare */

/** The faster of two tries, each into empty tables. @param {import('postgres').Sql} sql @param {() => Promise<Bare>} write */
async function bareOf(sql, write) {
  const tries = [];
  for (let one = 0; one < 2; one += 1) {
    tries.push(await write());
    await sql`truncate bare.snapshot_rows, bare.report_figure_records`;
  }
  const whole = (/** @type {Bare} */ { copying, counting, listing }) => copying + counting + listing;
  return /** @type {Bare} */ (tries.toSorted((one, other) => whole(one) - whole(other))[0]);
}

/** @param {string} report its address */
async function pagesOf(report) {
  const cover = await (await fetch(report)).text();
  const chapters = [...new Set(cover.match(/chapters\/\d+/g) ?? [])];
  console.log('\nchapters, middle of 7, nothing kept (target: 1,000 ms)');
  for (const page of ['', ...chapters.map((chapter) => `/${chapter}`)]) {
    const took = [];
    // A cookie makes a visitor somebody, for whom no page is kept.
    for (let one = 0; one < 7; one += 1) took.push(await timed(async () => (await fetch(report + page, { headers: { cookie: 'bench=1' } })).text()));
    console.log(`${(page === '' ? 'cover' : page).padEnd(14)} ${middle(took).toFixed(0).padStart(6)} ms`);
  }
}

/** @param {string} report its address @param {number} pid of the portal */
async function filesOf(report, pid) {
  console.log('\nfile | first byte ms | all s | MB | memory + MB   (target: + 30)');
  // What is only loaded for the first file of a kind is no cost of this one.
  await taken(`${report}.xlsx`);
  for (const path of ['.csv', '.xlsx', '.zip', '/figures/standing.csv', '/figures/total_b.csv']) {
    const before = memory(pid, 'VmRSS');
    forgetPeak(pid);
    const { first, total, bytes } = await taken(report + path);
    console.log(`${path.padEnd(21)} | ${first.toFixed(0).padStart(6)} | ${seconds(total)} | ${(bytes / 1e6).toFixed(1)} | ${(memory(pid, 'VmHWM') - before).toFixed(0)}`);
  }
}
