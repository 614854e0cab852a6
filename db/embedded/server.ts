import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster, folderArgument, openCluster } from './cluster';
import { type Lease, takeLease } from './lease';
import { readPidFile, removeStale } from './pid-file';
import { environment, identity } from './program';

/** A running embedded PostgreSQL; the addresses stay the same when the server has to be started again. */
export interface EmbeddedServer {
  /** Role that owns the database `concord`, runs migrations and may create databases. */
  readonly ownerUrl: string;
  /** Role of the portal: no DDL. */
  readonly appUrl: string;
  /** Role that only reads. */
  readonly readerUrl: string;
  /** True when the server already ran: another process uses it, or the last one was killed. */
  readonly adopted: boolean;
  /** Stops the server if no other process uses it; resolves when it is gone. Close your own connections first. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Folder of the installation; the database lives in its `database` folder. */
  readonly dataDir: string;
  /** Receives whole sentences for the person who started the process. */
  readonly log: (line: string) => void;
  /** Server settings over the usual ones, for a server that this call starts. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A server that does not come up within this time is reported as broken; recovery after a crash takes far less. */
const PATIENCE_MS = 120_000;
/** How long starting is tried again when the server ends at once, as it does while the remains of a killed one disappear. */
const RETRY_MS = 15_000;
const LOG_BYTES = 1_000_000;

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '128MB',
  fsync: 'on',
  synchronous_commit: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Errors and their statements may quote personal data; they reach the portal, which logs them without it.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/**
 * Starts the embedded PostgreSQL of a data folder, or adopts the one that already runs there, and keeps it running: a
 * server that dies is started again on the same port until `stop` is called.
 *
 * @throws Error with what to do, when PostgreSQL cannot run here.
 */
export async function startEmbedded({ dataDir, log, settings = {} }: EmbeddedOptions): Promise<EmbeddedServer> {
  const cluster = await openCluster(dataDir);
  let stopping: Promise<void> | undefined;
  let restoring: Promise<void> | undefined;

  const onLost = () => {
    if (stopping) return;
    log('The database has stopped unexpectedly; starting it again.');
    restoring = restore();
  };
  const restore = async (): Promise<void> => {
    try {
      held = await obtain(cluster, settings, onLost, held.port);
      log('The database is back.');
    } catch (error) {
      log(error instanceof Error ? error.message : String(error));
      await sleep(1_000);
      if (!stopping) await restore();
    }
  };
  const stop = async () => {
    await restoring;
    if (await held.lease.release().catch(() => true)) await stopServer(cluster);
    else log('The database keeps running for another process that uses it.');
    await held.lease.close();
  };

  let held = await obtain(cluster, settings, onLost);
  return {
    ownerUrl: cluster.url('concord_owner', held.port),
    appUrl: cluster.url('concord_app', held.port),
    readerUrl: cluster.url('concord_reader', held.port),
    adopted: held.adopted,
    stop: () => (stopping ??= stop()),
  };
}

interface Held {
  readonly lease: Lease;
  readonly port: number;
  readonly adopted: boolean;
}

/** Comes to a lease on a ready server, whatever state the folder is in; several processes may do so at once. */
async function obtain(cluster: Cluster, settings: Readonly<Record<string, string>>, onLost: () => void, port?: number): Promise<Held> {
  const begun = Date.now();
  let own: ChildProcess | undefined;
  while (Date.now() - begun < PATIENCE_MS) {
    const found = await readPidFile(cluster.folder);
    if (found.state === 'live') {
      if (found.ready && (port === undefined || port === found.port)) {
        const lease = await takeLease(cluster.url('concord_owner', found.port, 'postgres'), onLost).catch(refuseStranger);
        if (lease) return { lease, port: found.port, adopted: found.pid !== own?.pid };
      }
    } else if (!own || own.exitCode !== null || own.signalCode !== null) {
      if (own && Date.now() - begun > RETRY_MS) throw new Error(`The database does not start. The end of ${cluster.logFile}:\n${await logEnd(cluster)}`);
      if (own) await sleep(100);
      if (found.state === 'stale') await removeStale(cluster.folder, found.text);
      own = await spawnServer(cluster, settings, port ?? (await choosePort(cluster)));
    }
    await sleep(10);
  }
  throw new Error(`The database did not become ready within ${PATIENCE_MS / 1_000} seconds. The end of ${cluster.logFile}:\n${await logEnd(cluster)}`);
}

/** A server that starts or stops refuses connections for a moment; one that refuses the password is not ours. */
function refuseStranger(error: { code?: string }): undefined {
  if (error.code === '28P01' || error.code === '28000') {
    throw new Error('The server that runs on this database refuses its passwords: credentials.json belongs to another cluster.');
  }
  return undefined;
}

async function spawnServer(cluster: Cluster, settings: Readonly<Record<string, string>>, port: number): Promise<ChildProcess> {
  const place = await folderArgument(cluster.folder, cluster.account);
  const assignments = Object.entries({ ...SETTINGS, ...settings, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const size = (await stat(cluster.logFile).catch(() => undefined))?.size ?? 0;
  const log = await open(cluster.logFile, size > LOG_BYTES ? 'w' : 'a', 0o600);
  try {
    // Detached and without pipes: the server outlives a killed portal, and neither Ctrl-C nor a broken pipe reaches it.
    const child = spawn(cluster.engine.postgres, ['-D', place, ...assignments], {
      cwd: cluster.folder,
      env: environment,
      ...identity(cluster.account),
      stdio: ['ignore', log.fd, log.fd],
      detached: true,
    });
    child.on('error', () => undefined); // shows as a server that ended at once
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

/** Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. Resolves when the server is gone. */
async function stopServer(cluster: Cluster): Promise<void> {
  for (const [signal, patience] of [['SIGINT', 20_000], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]] as const) {
    const found = await readPidFile(cluster.folder);
    if (found.state !== 'live' || found.pid === 0) return;
    try {
      process.kill(found.pid, signal);
    } catch {
      return; // gone between the two looks
    }
    for (const begun = Date.now(); Date.now() - begun < patience; await sleep(10)) {
      if ((await readPidFile(cluster.folder)).state !== 'live') return;
    }
  }
}

/** The port of the last start when it is free, so that addresses in people's tools stay right; else any free one. */
async function choosePort(cluster: Cluster): Promise<number> {
  const last = Number(await readFile(cluster.portFile, 'utf8').catch(() => '0'));
  const port = await freePort(last).catch(() => freePort(0));
  if (port !== last) await writeFile(cluster.portFile, String(port), { mode: 0o600 });
  return port;
}

function freePort(wished: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(wished, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : wished));
    });
  });
}

async function logEnd(cluster: Cluster): Promise<string> {
  return (await readFile(cluster.logFile, 'utf8').catch(() => '')).trim().split('\n').slice(-5).join('\n');
}
