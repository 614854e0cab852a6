import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { isRunning, readPidFile } from '#db/embedded/pid-file';
import { startEmbedded } from '#db/embedded/server';
import { type Clone, type Databases, openDatabases } from './template';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the desk that hands out test databases. */
    databaseDesk: string;
  }
}

interface Server {
  clone(worker: string): Promise<Clone>;
  end(): Promise<void>;
}

/** Durability costs time and a test database lives for seconds. */
const HASTY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '120' };
const FOLDER = 'concord-test-';

/**
 * Vitest's global set-up: opens a desk where a worker asks for its database. PostgreSQL starts, and the template is
 * migrated, when the first one asks: a run of pure tests pays nothing.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<Server> | undefined;
  const desk = createServer((request, answer) => {
    starting ??= process.env['TEST_DATABASE_URL'] ? useServer(process.env['TEST_DATABASE_URL']) : startServer();
    starting
      .then((server) => server.clone((request.url ?? '').slice(1)))
      .then((clone) => answer.end(JSON.stringify(clone)))
      .catch((error: unknown) => {
        answer.statusCode = 500;
        answer.end(error instanceof Error ? error.message : String(error));
      });
  });
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
  const address = desk.address();
  project.provide('databaseDesk', `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
  return async () => {
    desk.close();
    desk.closeAllConnections();
    await (await starting?.catch(() => undefined))?.end();
  };
}

/** A server of this run alone. */
async function startServer(): Promise<Server> {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), `${FOLDER}${process.pid}-`));
  const server = await startEmbedded({ dataDir: folder, log: (line) => process.stderr.write(`${line}\n`), settings: HASTY });
  const end = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { clone: (await openOrEnd(server, end)).clone, end };
}

/** Databases and roles of this run on a server that exists; its user may create both. */
async function useServer(ownerUrl: string): Promise<Server> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  const names = ['app', 'reader'].map((role) => `concord_test_${process.pid}_${role}`);
  for (const name of names) await sql.unsafe(`create role ${name} login password '${name}'`);
  const [appUrl = '', readerUrl = ''] = names.map((name) => Object.assign(new URL(ownerUrl), { username: name, password: name }).href);
  const dropRoles = async () => {
    for (const name of names) await sql.unsafe(`drop role if exists ${name}`);
    await sql.end();
  };
  const databases = await openOrEnd({ ownerUrl, appUrl, readerUrl }, dropRoles);
  const end = async () => {
    await databases.close();
    await dropRoles();
  };
  return { clone: databases.clone, end };
}

async function openOrEnd(urls: Parameters<typeof openDatabases>[0], end: () => Promise<void>): Promise<Databases> {
  try {
    return await openDatabases(urls);
  } catch (error) {
    await end().catch(() => undefined); // the first failure is the one to tell
    throw error;
  }
}

/** A run that was killed could not tidy up: its server still runs, in a folder that names its process. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = new RegExp(`^${FOLDER}(\\d+)-`).exec(name)?.[1];
    if (!pid || (await isRunning(Number(pid)))) continue;
    const folder = join(tmpdir(), name);
    const found = await readPidFile(join(folder, 'database', 'cluster'));
    if (found.state === 'live' && found.pid > 0) process.kill(found.pid, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
