import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readPidFile } from '#db/embedded/pid-file';

/** A whole portal, started as people start it. */
export interface Portal {
  readonly url: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** Everything that the portal has printed. */
  output(): string;
  /** Ends it as SIGTERM does and removes its data; throws when it does not end in time. */
  stop(): Promise<void>;
}

/** The first start makes the database and loads the demo world. */
const START_MS = 180_000;
const STOP_MS = 30_000;

/**
 * Starts the built portal on a free port with a data folder of its own, and waits until it is ready.
 *
 * @param environment variables over those of this process
 */
export async function startPortal(environment: Readonly<Record<string, string>> = {}): Promise<Portal> {
  const dataDir = await mkdtemp(join(tmpdir(), 'concord-portal-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['app/server.js'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (printed += part.toString()));
  const url = `http://127.0.0.1:${port}`;
  const portal: Portal = { url, dataDir, process: child, output: () => printed, stop: () => stopPortal(child, dataDir, () => printed) };
  try {
    await untilReady(portal);
  } catch (error) {
    await portal.stop().catch(() => undefined); // why it did not start says more than why it did not stop
    throw error;
  }
  return portal;
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

async function stopPortal(child: ChildProcess, dataDir: string, output: () => string): Promise<void> {
  child.kill('SIGTERM');
  const begun = Date.now();
  while (!hasEnded(child) && Date.now() - begun < STOP_MS) await sleep(20);
  const late = !hasEnded(child);
  if (late) child.kill('SIGKILL');
  // A portal that was killed, by us or by a test, has left its database running.
  const database = await readPidFile(join(dataDir, 'database', 'cluster'));
  if (database.state === 'live' && database.pid > 0) process.kill(database.pid, 'SIGKILL');
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  if (late) throw new Error(`The portal did not stop within ${STOP_MS / 1_000} seconds:\n${output()}`);
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
