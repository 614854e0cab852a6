// `npm run bench`: requests per second and processor milliseconds of the public list, beside the bare page, in one run.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { loadSource } from '../../db/load.js';
import { fillWorld } from './world.js';

const commitments = Number(process.env['COMMITMENTS'] ?? 10_000);
const seconds = Number(process.env['SECONDS'] ?? 6);
const rounds = 3;
const atOnce = 10;

/** Processor milliseconds that a process has used so far (Linux). @param {number} pid */
function processorMs(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

/** Asks for one address, ten at a time, for some seconds. @param {string} url @param {number} pid @param {number} [time] */
async function load(url, pid, time = seconds) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const ends = performance.now() + time * 1000;
  const before = processorMs(pid);
  let answers = 0;
  let bytes = 0;
  const asker = async () => {
    while (performance.now() < ends) {
      bytes = await new Promise((resolve, reject) => {
        get(url, { agent }, (answer) => {
          let size = 0;
          if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`));
          answer.on('data', (part) => { size += part.length; });
          answer.on('end', () => resolve(size));
        }).on('error', reject);
      });
      answers += 1;
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: atOnce }, asker));
  agent.destroy();
  return { perSecond: answers / ((performance.now() - begun) / 1000), processor: (processorMs(pid) - before) / answers, bytes };
}

/** @param {number[]} values */
const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const dataDir = await mkdtemp(join(tmpdir(), 'concord-bench-'));
const embedded = await loadSource('/db/embedded/server.ts');
const migrations = await loadSource('/db/migrate.ts');
const reference = await loadSource('/db/reference/load.ts');
const server = await embedded.module['startEmbedded']({ dataDir, log: () => undefined });
/** @type {import('node:child_process').ChildProcess[]} */
const children = [];
try {
  await migrations.module['migrate']({ ownerUrl: server.ownerUrl, appRole: 'concord_app', readerRole: 'concord_reader' });
  await reference.module['loadReference'](server.ownerUrl);
  const sql = postgres(server.ownerUrl, { max: 1, onnotice: () => undefined });
  const filling = performance.now();
  await fillWorld(sql, commitments);
  await sql.end();
  console.log(`${commitments} commitments made in ${((performance.now() - filling) / 1000).toFixed(1)} s, constraints and audit on`);

  const port = 20_000 + (process.pid % 20_000);
  const portal = spawn(process.execPath, ['app/server.js'], { env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, DEMO: '0' }, stdio: ['ignore', 'ignore', 'inherit'] });
  children.push(portal);
  const starting = performance.now();
  while (!(await fetch(`http://127.0.0.1:${port}/readyz`).then((answer) => answer.ok, () => false))) await sleep(20);
  console.log(`portal ready after ${(performance.now() - starting).toFixed(0)} ms`);
  const bare = spawn(process.execPath, ['tests/bench/bare.js', server.appUrl], { env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(bare);
  const [line] = await once(bare.stdout, 'data');
  const pages = [
    { name: 'bare page', url: `http://127.0.0.1:${String(line).trim()}/`, pid: bare.pid ?? 0 },
    { name: 'list, first page', url: `http://127.0.0.1:${port}/en/commitments`, pid: portal.pid ?? 0 },
    { name: 'list, filtered', url: `http://127.0.0.1:${port}/en/commitments?region=002&status=on_track`, pid: portal.pid ?? 0 },
  ];
  for (const page of pages) await load(page.url, page.pid, 2);
  /** @type {Map<string, { perSecond: number, processor: number, bytes: number }[]>} */
  const measured = new Map(pages.map((page) => [page.name, []]));
  // In turns, so that whatever else the machine does meets all of them.
  for (let round = 0; round < rounds; round += 1) for (const page of pages) measured.get(page.name)?.push(await load(page.url, page.pid));
  const limit = middle((measured.get('bare page') ?? []).map((one) => one.perSecond));
  console.log('page               | requests/s | processor ms | KB    | of bare');
  for (const [name, rows] of measured) {
    const perSecond = middle(rows.map((one) => one.perSecond));
    console.log(`${name.padEnd(18)} | ${perSecond.toFixed(0).padStart(10)} | ${middle(rows.map((one) => one.processor)).toFixed(2).padStart(12)} | ${((rows[0]?.bytes ?? 0) / 1024).toFixed(1).padStart(5)} | ${(perSecond / limit).toFixed(2)}`);
  }
} finally {
  for (const child of children) child.kill('SIGTERM');
  await sleep(500);
  await server.stop();
  await Promise.all([embedded.close(), migrations.close(), reference.close()]);
  await rm(dataDir, { recursive: true, force: true });
}
process.exit(0);
