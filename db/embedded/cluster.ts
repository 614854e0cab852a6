import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findAccount, mayEnter } from './account';
import { type Engine, findEngine } from './engine';
import { isRunning } from './pid-file';
import { type Account, run } from './program';

/** Passwords of the four roles, random for each cluster, kept in a file that only its owner reads. */
type Credentials = Record<Role, string>;
type Role = 'postgres' | 'concord_owner' | 'concord_app' | 'concord_reader';

/** A complete cluster on disk, whether or not its server runs. */
export interface Cluster {
  /** The cluster's own folder, `DATA_DIR/database/cluster`. */
  readonly folder: string;
  readonly logFile: string;
  readonly portFile: string;
  readonly account: Account | undefined;
  readonly engine: Engine;
  url(role: Role, port: number, database?: string): string;
}

/** Opens the cluster of a data folder, and makes it at the first start. @throws Error in words. */
export async function openCluster(dataDir: string): Promise<Cluster> {
  const home = resolve(dataDir, 'database');
  const folder = join(home, 'cluster');
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  const account = await findAccount(folder);
  const engine = await findEngine(account, resolve(dataDir));
  if (!(await exists(home))) await createCluster(home, engine, account);
  await requireMajor(folder, engine);
  const credentials = await readCredentials(home);
  return {
    folder,
    logFile: join(home, 'server.log'),
    portFile: join(home, 'port'),
    account,
    engine,
    url: (role, port, database = 'concord') => `postgresql://${role}:${credentials[role]}@127.0.0.1:${port}/${database}`,
  };
}

/**
 * How PostgreSQL is told its folder. An account that cannot walk there (a DATA_DIR under /root) is put into the folder
 * by us, still with our rights, and from then on knows it only as its working directory.
 */
export async function folderArgument(folder: string, account: Account | undefined): Promise<string> {
  if (await mayEnter(folder, account)) return folder;
  if (process.platform === 'linux') return '/proc/self/cwd';
  throw new Error(`${account?.name ?? 'This user'}, who runs PostgreSQL, may not enter ${folder}. Set DATA_DIR to a folder outside private ones.`);
}

/**
 * Makes the whole home (cluster, roles, database, extensions, passwords) under another name and renames it at the end,
 * so that a start that is interrupted half-way leaves nothing that a later one would take for a database.
 */
async function createCluster(home: string, engine: Engine, account: Account | undefined): Promise<void> {
  await removeUnfinished(home);
  const growing = `${home}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  const folder = join(growing, 'cluster');
  try {
    await mkdir(growing, { mode: 0o755 });
    await mkdir(folder, { mode: 0o700 });
    if (account) await chown(folder, account.uid, account.gid);
    const place = await folderArgument(folder, account);
    await initialise(folder, place, engine, account);
    const credentials = randomCredentials();
    await createRoles(folder, place, engine, account, credentials);
    await writeFile(join(growing, 'credentials.json'), JSON.stringify(credentials), { mode: 0o600 });
    await rename(growing, home).catch(async (error: unknown) => {
      if (!(await exists(home))) throw error; // else another start was faster, and its cluster is as good
    });
  } finally {
    await rm(growing, { recursive: true, force: true });
  }
}

async function initialise(folder: string, place: string, engine: Engine, account: Account | undefined): Promise<void> {
  const answer = await run(
    engine.initdb,
    ['-D', place, '--username=postgres', '--auth=reject', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    account,
    { cwd: folder },
  );
  if (answer.code !== 0) throw new Error(`The database could not be created in ${folder}: ${answer.stderr.trim()}`);
  await writeFile(join(folder, 'pg_hba.conf'), '# Passwords are in credentials.json beside the cluster.\nhost all all 127.0.0.1/32 scram-sha-256\n');
}

/** Runs before the server ever listens, in PostgreSQL's single-user mode; the passwords travel by its input alone. */
async function createRoles(folder: string, place: string, engine: Engine, account: Account | undefined, credentials: Credentials): Promise<void> {
  // Single-user mode reads one statement per line. What template1 holds is in every database made later.
  const script = [
    `alter role postgres password '${credentials.postgres}'`,
    `create role concord_owner login createdb password '${credentials.concord_owner}'`,
    `create role concord_app login password '${credentials.concord_app}'`,
    `create role concord_reader login password '${credentials.concord_reader}'`,
    'alter role concord_reader set default_transaction_read_only = on',
    ...['btree_gist', 'pg_trgm', 'unaccent'].map((name) => `create extension ${name}`),
    'create database concord owner concord_owner',
  ];
  const answer = await run(engine.postgres, ['--single', '-D', place, 'template1'], account, {
    cwd: folder,
    input: `${script.join('\n')}\n`,
  });
  // Single-user mode goes on after a failed statement. Only the error lines are shown: a statement may hold a password.
  const errors = answer.stderr.split('\n').filter((line) => /(ERROR|FATAL|PANIC):/.test(line));
  if (answer.code !== 0 || errors.length > 0) throw new Error(`The roles of the database could not be created: ${errors.join(' ')}`);
}

async function removeUnfinished(home: string): Promise<void> {
  const parent = resolve(home, '..');
  for (const name of await readdir(parent)) {
    const pid = /^database\.new-(\d+)-/.exec(name)?.[1];
    // What the killed start had begun may write on for a moment.
    if (pid && !(await isRunning(Number(pid)))) await rm(join(parent, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

function randomCredentials(): Credentials {
  const password = () => randomBytes(24).toString('base64url');
  return { postgres: password(), concord_owner: password(), concord_app: password(), concord_reader: password() };
}

async function readCredentials(home: string): Promise<Credentials> {
  const path = join(home, 'credentials.json');
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new Error(`The passwords of the database cannot be read: ${error.message}. Put ${path} back from a backup.`);
  });
  return JSON.parse(text) as Credentials;
}

async function requireMajor(folder: string, engine: Engine): Promise<void> {
  const major = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (major === undefined) throw new Error(`${folder} does not hold a database. Move ${resolve(folder, '..')} away, or set another DATA_DIR.`);
  if (major.trim() !== engine.major) {
    throw new Error(`${folder} was written by PostgreSQL ${major.trim()} and this is PostgreSQL ${engine.major}. Make a backup with the older release and restore it with this one.`);
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
