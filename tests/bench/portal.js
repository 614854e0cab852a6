// A world of commitments in a database of its own, with the portal and the bare page on it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { loadSource } from '../../db/load.js';
import { fillWorld } from './world.js';

/** @typedef {(sql: import('postgres').Sql, commitments: number) => Promise<void>} Fill */

/** @param {number} commitments @param {Fill} fill */
export async function openWorld(commitments, fill = fillWorld) {
  /** @type {(() => unknown)[]} */
  const open = [];
  const close = async () => {
    for (const end of open.toReversed()) await end();
  };
  try {
    return { commitments, ...(await worldOf(commitments, fill, (end) => open.push(end))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A world is made public before its parts, and says itself what each last update was worth, which nobody else may do (CO-5). @param {import('postgres').Sql} sql @param {'disable' | 'enable'} how */
async function guarded(sql, how) {
  for (const [table, trigger] of [['goals', 'goals_promise_number_stays'], ['commitment_countries', 'commitment_countries_promise_stays'], ['progress_updates', 'progress_updates_last_verification']]) await sql.unsafe(`alter table ${table} ${how} trigger ${trigger}`);
}

/** @param {number} commitments @param {Fill} fill @param {(end: () => unknown) => void} later is told what has to be ended, the last first */
async function worldOf(commitments, fill, later) {
  const dataDir = await mkdtemp(join(tmpdir(), 'concord-bench-'));
  later(() => rm(dataDir, { recursive: true, force: true }));
  const [embedded, migrations, reference] = await Promise.all(['/db/embedded/server.ts', '/db/migrate.ts', '/db/reference/load.ts'].map(async (path) => {
    const source = await loadSource(path);
    later(source.close);
    return source.module;
  }));
  const server = await embedded?.['startEmbedded']({ dataDir, log: () => undefined });
  later(() => server.stop());
  await migrations?.['migrate']({ ownerUrl: server.ownerUrl, appRole: 'concord_app', readerRole: 'concord_reader' });
  await reference?.['loadReference'](server.ownerUrl);
  const sql = postgres(server.ownerUrl, { max: 1, onnotice: () => undefined });
  later(() => sql.end());
  const filling = performance.now();
  await guarded(sql, 'disable');
  await fill(sql, commitments);
  await guarded(sql, 'enable');
  console.log(`${commitments} commitments made in ${((performance.now() - filling) / 1000).toFixed(1)} s, constraints and audit on`);

  const another = () => portalOn({ DATA_DIR: dataDir, DATABASE_URL: server.appUrl, DATABASE_OWNER_URL: server.ownerUrl }, later);
  const starting = performance.now();
  const portal = await another();
  console.log(`portal ready after ${(performance.now() - starting).toFixed(0)} ms`);
  const bare = spawn(process.execPath, ['tests/bench/bare.js', server.appUrl], { env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'inherit'] });
  later(() => ended(bare));
  const [line] = await once(bare.stdout, 'data');
  const { origin, pid } = portal;
  return { sql, appUrl: server.appUrl, dataDir, another, origin, list: `${origin}/en/commitments`, bareList: `http://127.0.0.1:${String(line).trim()}/`, portalPid: pid, barePid: bare.pid ?? 0 };
}
/** @typedef {Awaited<ReturnType<typeof openWorld>>} World */

/** A process of the portal, which can be started again where it stood. @param {Record<string, string>} environment @param {(end: () => unknown) => void} later */
async function portalOn(environment, later) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const begin = async () => {
    const child = spawn(process.execPath, ['app/server.js'], { env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DEMO: '0', WORKER: '0', ...environment }, stdio: ['ignore', 'ignore', 'inherit'] });
    later(() => ended(child));
    while (!(await fetch(`${origin}/readyz`).then((answer) => answer.ok, () => false))) {
      if (child.exitCode !== null) throw new Error('the portal does not start: is it built of these sources?');
      await sleep(20);
    }
    return child;
  };
  let running = await begin();
  return {
    origin,
    get pid() { return running.pid ?? 0; },
    /** @param {'SIGTERM' | 'SIGKILL'} signal */
    restart: async (signal) => {
      running.kill(signal);
      if (running.exitCode === null && running.signalCode === null) await once(running, 'exit');
      running = await begin();
    },
  };
}

/** @returns {Promise<number>} */
async function freePort() {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  holder.close();
  await once(holder, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** @param {import('node:child_process').ChildProcess} child */
async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
