import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { readPidFile } from '#db/embedded/pid-file';

/** A whole portal, started as people start it. */
export interface Portal {
  readonly url: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** Everything that the portal has printed. */
  output(): string;
  /** Another process on the same data, with an address of its own (or the `PORT` that it is given); it has to end before this one. */
  another(environment?: Variables): Promise<Portal>;
  /** Sets its clock ahead of the machine's, where it was started with `clock`. */
  goAhead(milliseconds: number): Promise<void>;
  /** Lets its clock stand at an instant, until it goes ahead again. */
  standAt(instant: Date): Promise<void>;
  /** Ends it as SIGTERM does and, with the last process, removes its data; throws when it does not end in time. */
  stop(): Promise<void>;
}

type Variables = Readonly<Record<string, string>>;

interface Starting {
  /** Whether tests move its time. */
  readonly clock?: boolean;
}

/** The first start makes the database and loads the demo world. */
const START_MS = 600_000;
const STOP_MS = 30_000;

/** Where a run keeps the folder of `tellDemo`; its processes inherit it. */
const TOLD = 'CONCORD_TOLD_DEMO';

/**
 * Starts the built portal on a free port with a data folder of its own, and waits until it is ready. Where the demo world was told for this
 * run, one that wants it starts with a copy.
 *
 * @param environment variables over those of this process
 */
export async function startPortal(environment: Variables = {}, starting: Starting = {}): Promise<Portal> {
  const dataDir = await mkdtemp(join(tmpdir(), 'concord-portal-'));
  const told = process.env[TOLD];
  if (told !== undefined && environment['DEMO'] === '1') await promisify(execFile)('cp', ['-a', `${told}/.`, dataDir]); // whoever runs PostgreSQL owns its folder
  return startOn(dataDir, environment, starting, () => removeData(dataDir));
}

/** Tells the demo world once, as a first start does, and keeps its folder for every portal of this run. @returns removes it */
export async function tellDemo(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'concord-told-'));
  const remove = () => removeData(dataDir);
  try {
    await (await startOn(dataDir, { DEMO: '1', WORKER: '0' }, {}, () => Promise.resolve())).stop();
  } catch (error) {
    await remove();
    throw error;
  }
  process.env[TOLD] = dataDir;
  return remove;
}

async function startOn(dataDir: string, environment: Variables, { clock = false }: Starting, afterwards: () => Promise<void>): Promise<Portal> {
  const port = environment['PORT'] ?? String(await freePort());
  const child = spawn(process.execPath, [...(clock ? ['--import', './tests/harness/clock.js'] : []), 'app/server.js'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, NODE_ENV: 'production', DATA_DIR: dataDir, ...environment, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe', ...(clock ? ['ipc' as const] : [])],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (printed += part.toString()));
  const portal: Portal = {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    process: child,
    output: () => printed,
    another: (variables = {}) => startOn(dataDir, { ...environment, ...variables }, { clock }, () => Promise.resolve()),
    goAhead: (milliseconds) => tellClock(child, { ahead: milliseconds }),
    standAt: (instant) => tellClock(child, { stands: instant.getTime() }),
    stop: () => stopPortal(child, () => printed).finally(afterwards),
  };
  try {
    await untilReady(portal);
  } catch (error) {
    await portal.stop().catch(() => undefined); // why it did not start says more than why it did not stop
    throw error;
  }
  return portal;
}

/** Answered once it has: what is asked afterwards is asked at the new time. */
async function tellClock(child: ChildProcess, time: Readonly<Record<string, number>>): Promise<void> {
  const moved = once(child, 'message');
  child.send(time);
  await moved;
}

/** A line to the database of a portal, with the rights of its owner: only what the tables say tells what an act has done. */
export async function databaseOf({ dataDir }: Portal, connections = 1): Promise<postgres.Sql> {
  const folder = join(dataDir, 'database');
  const { concord_owner } = JSON.parse(await readFile(join(folder, 'credentials.json'), 'utf8')) as { concord_owner: string };
  const port = Number((await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[3]);
  return postgres(`postgresql://concord_owner:${concord_owner}@127.0.0.1:${port}/concord`, { max: connections, onnotice: () => undefined });
}

async function untilReady({ url, process: child, output }: Portal): Promise<void> {
  for (const begun = Date.now(); Date.now() - begun < START_MS; await sleep(50)) {
    if (hasEnded(child)) throw new Error(`The portal ended instead of starting:\n${output()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
  }
  throw new Error(`The portal was not ready after ${START_MS / 1_000} seconds:\n${output()}`);
}

async function stopPortal(child: ChildProcess, output: () => string): Promise<void> {
  child.kill('SIGTERM');
  const begun = Date.now();
  while (!hasEnded(child) && Date.now() - begun < STOP_MS) await sleep(20);
  if (hasEnded(child)) return;
  child.kill('SIGKILL');
  throw new Error(`The portal did not stop within ${STOP_MS / 1_000} seconds:\n${output()}`);
}

async function removeData(dataDir: string): Promise<void> {
  // A portal that was killed, by us or by a test, has left its database running.
  const database = await readPidFile(join(dataDir, 'database', 'cluster'));
  if (database.state === 'live' && database.pid > 0) process.kill(database.pid, 'SIGKILL');
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
