import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { access, chmod, chown, mkdir, mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import postgres from 'postgres';
import { afterEach, describe, expect, it } from 'vitest';
import { connect } from '#app/platform/database.server';
import { isRunning, readPidFile } from '#db/embedded/pid-file';
import { type EmbeddedServer, startEmbedded } from '#db/embedded/server';

const root = process.getuid?.() === 0;
const linux = process.platform === 'linux';
/** Another account can run Concord only from a place that it may enter; the home of root is none. */
const enterable = [...ancestorsOf(fileURLToPath(new URL('.', import.meta.url)))].every((folder) => (statSync(folder).mode & 0o001) !== 0);
function* ancestorsOf(path: string): Generator<string> {
  for (let folder = path; ; folder = dirname(folder)) {
    yield folder;
    if (folder === dirname(folder)) return;
  }
}
const clean: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const step of clean.splice(0).toReversed()) await step();
});

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'concord-embedded-'));
  clean.push(async () => {
    const found = await readPidFile(cluster(folder));
    if (found.state === 'live') process.kill(found.pid, 'SIGKILL');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}

const cluster = (folder: string) => join(folder, 'database', 'cluster');

async function start(dataDir: string): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, log: () => undefined });
  clean.push(() => server.stop());
  return server;
}

/** Asks one question through a connection of its own. */
async function ask(url: string, question: string): Promise<Record<string, unknown>[]> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await client.unsafe(question);
  } finally {
    await client.end({ timeout: 1 });
  }
}

async function livePid(folder: string): Promise<number> {
  const found = await readPidFile(cluster(folder));
  if (found.state !== 'live') throw new Error(`no live server: ${found.state}`);
  return found.pid;
}

/** Starts the database from another process. */
function spawnHolder(folder: string, identity: { uid?: number; gid?: number } = {}): ChildProcess {
  const child = spawn(process.execPath, [fileURLToPath(new URL('holder.js', import.meta.url)), folder], { ...identity, stdio: ['pipe', 'pipe', 'pipe'] });
  clean.push(() => end(child, 'SIGKILL'));
  return child;
}

async function held(child: ChildProcess): Promise<EmbeddedServer> {
  let complaint = '';
  child.stderr?.on('data', (part: Buffer) => (complaint += part.toString()));
  const [line] = (await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')])) as [Buffer | number];
  if (!Buffer.isBuffer(line)) throw new Error(`the holder ended: ${complaint}`);
  return JSON.parse(line.toString()) as EmbeddedServer;
}

async function end(child: ChildProcess, signal?: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  if (signal) child.kill(signal);
  else child.stdin?.end();
  await gone;
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const begun = Date.now(); Date.now() - begun < 20_000; await sleep(10)) if (await holds()) return;
  throw new Error(`waited in vain until ${what}`);
}

describe('the embedded database', () => {
  it('starts in an empty folder, keeps what it was given, and starts again at once', async () => {
    const folder = await dataFolder();
    const first = await start(folder);
    await ask(first.ownerUrl, 'create table kept as select 42 as answer');
    await first.stop();
    expect((await readPidFile(cluster(folder))).state).toBe('absent');

    const begun = performance.now();
    const second = await start(folder);
    // About 60 ms on an idle machine; the bound leaves room for one that runs other tests.
    expect(performance.now() - begun).toBeLessThan(1_500);
    expect(second.adopted).toBe(false);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await ask(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('gives each role its rights and tells its passwords to nobody else', async () => {
    const folder = await dataFolder();
    const server = await start(folder);
    await ask(server.ownerUrl, 'create extension if not exists unaccent; create table facts (id integer); grant select, insert on facts to concord_app; grant select on facts to concord_reader');
    await ask(server.appUrl, 'insert into facts values (1)');
    await expect(ask(server.appUrl, 'create table mine (id integer)')).rejects.toThrow('permission denied');
    expect(await ask(server.readerUrl, 'select id from facts')).toEqual([{ id: 1 }]);
    await expect(ask(server.readerUrl, 'insert into facts values (2)')).rejects.toThrow('read-only');
    await expect(ask(server.ownerUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password authentication failed');
    expect((await stat(join(folder, 'database', 'credentials.json'))).mode & 0o077).toBe(0);
    expect((await stat(cluster(folder))).mode & 0o077).toBe(0);
    const log = await readFile(join(folder, 'database', 'server.log'), 'utf8');
    expect(log).not.toContain('permission denied');
    expect(log).not.toContain('unix socket');
  });

  it('orders, compares and lowers text as Unicode', async () => {
    const server = await start(await dataFolder());
    expect(await ask(server.appUrl, `select lower('ÀÉЖ') as low, 'é' ~ '[[:alpha:]]' as letter, current_setting('timezone') as zone`)).toEqual([{ low: 'àéж', letter: true, zone: 'UTC' }]);
    expect(await ask(server.appUrl, `select array_agg(n order by n collate "und-x-icu") as names from unnest(array['Zoé', 'Éva', 'eva']) n`)).toEqual([{ names: ['eva', 'Éva', 'Zoé'] }]);
  });

  it('is used by several processes, and stopped by the last one', async () => {
    const folder = await dataFolder();
    const first = await start(folder);
    const other = spawnHolder(folder);
    const second = await held(other);
    expect(second).toMatchObject({ adopted: true, ownerUrl: first.ownerUrl });
    await first.stop();
    expect(await ask(second.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await end(other);
    expect((await readPidFile(cluster(folder))).state).toBe('absent');
  });

  it('is made once when two processes start in an empty folder together', async () => {
    const folder = await dataFolder();
    const [one, two] = [spawnHolder(folder), spawnHolder(folder)];
    const servers = await Promise.all([held(one), held(two)]);
    expect(servers[0].ownerUrl).toBe(servers[1].ownerUrl);
    expect(servers.filter((server) => server.adopted)).toHaveLength(1);
    await Promise.all([end(one), end(two)]);
    expect((await readPidFile(cluster(folder))).state).toBe('absent');
    expect(await readdir(folder)).toEqual(['database']);
  });
});

describe('after kill -9', () => {
  it('of the database, the process that uses it starts it again at the same address', async () => {
    const folder = await dataFolder();
    const server = await start(folder);
    const before = await livePid(folder);
    process.kill(before, 'SIGKILL');
    await until('the database is back', async () => {
      const found = await readPidFile(cluster(folder));
      return found.state === 'live' && found.pid !== before && found.ready;
    });
    expect(await ask(server.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect((await readPidFile(cluster(folder))).state).toBe('absent');
  });

  it('of the process, the next one adopts the database and stops it in the end', async () => {
    const folder = await dataFolder();
    const child = spawnHolder(folder);
    const { ownerUrl } = await held(child);
    await ask(ownerUrl, 'create table kept as select 42 as answer');
    await end(child, 'SIGKILL');
    const server = await start(folder);
    expect(server.adopted).toBe(true);
    expect(await ask(server.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await server.stop();
    expect((await readPidFile(cluster(folder))).state).toBe('absent');
  });

  it('of both, the next start works', async () => {
    const folder = await dataFolder();
    const child = spawnHolder(folder);
    const { ownerUrl } = await held(child);
    await ask(ownerUrl, 'create table kept as select 42 as answer');
    const pid = await livePid(folder);
    await end(child, 'SIGKILL');
    process.kill(pid, 'SIGKILL');
    const server = await start(folder);
    expect(await ask(server.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('five times during commits, nothing acknowledged is lost', async () => {
    const folder = await dataFolder();
    const server = await start(folder);
    await ask(server.ownerUrl, 'create table acts (id bigint primary key); grant select, insert on acts to concord_app');
    const acknowledged: number[] = [];
    let next = 0;
    const enough = new AbortController();
    // As the portal writes. A question that is never answered would hang here.
    const db = connect(server.appUrl, { connections: 4 });
    const write = async () => {
      while (!enough.signal.aborted) {
        const ids = Array.from({ length: 8 }, () => (next += 1));
        const answers = await Promise.allSettled(ids.map((id) => sql`insert into acts values (${id})`.execute(db).then(() => id)));
        for (const answer of answers) if (answer.status === 'fulfilled') acknowledged.push(answer.value);
        if (answers.some((answer) => answer.status === 'rejected')) await sleep(5);
      }
      await db.destroy();
    };
    const writer = write();
    for (let kills = 0; kills < 5; kills += 1) {
      const seen = acknowledged.length;
      await until('the portal writes', () => Promise.resolve(acknowledged.length > seen + 20));
      process.kill(await livePid(folder), 'SIGKILL');
    }
    const seen = acknowledged.length;
    await until('the portal writes again', () => Promise.resolve(acknowledged.length > seen + 20));
    enough.abort();
    await writer;
    const found = new Set((await ask(server.ownerUrl, 'select id::integer from acts')).map((row) => row['id']));
    const lost = acknowledged.filter((id) => !found.has(id));
    console.log(`kills 5, acknowledged ${acknowledged.length}, lost ${lost.length}`);
    expect(lost).toEqual([]);
  });
});

describe('a pid file left behind', () => {
  /** Who runs the database: PostgreSQL takes a process that it may not signal for a stranger's, and starts. */
  type Identity = { uid: number; gid: number };
  const leftovers: [string, (identity: Identity) => Promise<string>][] = [
    ['of a process that is gone', () => Promise.resolve('4194000\n')],
    ['whose number belongs to another program', (identity) => Promise.resolve(`${makeSleeper(identity)}\n`)],
    ['that is empty', () => Promise.resolve('')],
    ['of a zombie', async (identity) => `${await makeZombie(identity)}\n`],
  ];
  it.each(leftovers)('%s does not keep the database from starting', async (_, text) => {
    const folder = await dataFolder();
    const server = await startEmbedded({ dataDir: folder, log: () => undefined });
    await server.stop();
    const path = join(cluster(folder), 'postmaster.pid');
    const { uid, gid } = await stat(cluster(folder));
    await writeFile(path, await text({ uid, gid }));
    await chown(path, uid, gid);
    await utimes(path, new Date(0), new Date(0));
    expect((await readPidFile(cluster(folder))).state).toBe('stale');
    const again = await start(folder);
    expect(again.adopted).toBe(false);
  });

  function makeSleeper(identity: Partial<Identity>): number {
    const child = spawn('sleep', ['120'], { ...identity, cwd: '/', stdio: 'ignore' });
    clean.push(() => end(child, 'SIGKILL'));
    return child.pid ?? 0;
  }

  /** A program that has ended and that its parent never collects. */
  async function makeZombie(identity: Partial<Identity>): Promise<number> {
    const parent = spawn('/bin/sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 120'], { ...identity, cwd: '/', stdio: ['ignore', 'pipe', 'ignore'] });
    clean.push(() => end(parent, 'SIGKILL'));
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    await until('it is a zombie', () => Promise.resolve(execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z')));
    return pid;
  }

  it('names a process that runs, and a zombie does not', async () => {
    expect(await isRunning(makeSleeper({}))).toBe(true);
    expect(await isRunning(await makeZombie({}))).toBe(false);
  });
});

describe('an unusual place', () => {
  it('may have been left half-made by a first start that was killed', async () => {
    const folder = await dataFolder();
    const child = spawnHolder(folder);
    await until('the cluster is being made', async () => {
      const growing = (await readdir(folder)).find((name) => name.startsWith('database.new-'));
      return growing !== undefined && access(join(folder, growing, 'cluster', 'base')).then(() => true, () => false);
    });
    await end(child, 'SIGKILL');
    expect(await readdir(folder)).not.toContain('database');
    const server = await start(folder);
    expect(await ask(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await readdir(folder)).toEqual(['database']);
  });

  it('that holds something else is left as it is', async () => {
    const folder = await dataFolder();
    await mkdir(join(folder, 'database', 'letters'), { recursive: true });
    await expect(startEmbedded({ dataDir: folder, log: () => undefined })).rejects.toThrow('does not hold a database');
    expect(await readdir(join(folder, 'database'))).toEqual(['letters']);
  });

  it.runIf(root && linux)('may be closed to the account that runs PostgreSQL (only root can try)', async () => {
    const parent = await dataFolder();
    await chmod(parent, 0o700);
    const server = await start(join(parent, 'deep', 'down'));
    expect(await ask(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    await start(join(parent, 'deep', 'down'));
  });

  it.runIf(root && linux && enterable)('works for an ordinary user, who keeps its files (only root can become one, and only where others may enter)', async () => {
    const folder = await dataFolder();
    const uid = Number(execFileSync('id', ['-u', 'nobody']));
    const gid = Number(execFileSync('id', ['-g', 'nobody']));
    await chown(folder, uid, gid);
    const child = spawnHolder(folder, { uid, gid });
    const server = await held(child);
    expect(await ask(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await stat(cluster(folder))).uid).toBe(uid);
    await end(child);
    expect((await readPidFile(cluster(folder))).state).toBe('absent');

    const asRoot = await start(folder);
    expect(await ask(asRoot.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await stat(cluster(folder))).uid).toBe(uid);
  });

  it.runIf(root && linux && enterable)('that belongs to somebody else is refused in words (only root can try, and only where others may enter)', async () => {
    const folder = await dataFolder();
    await chmod(folder, 0o755);
    await (await start(folder)).stop();
    const gid = Number(execFileSync('id', ['-g', 'nobody']));
    const stranger = spawnHolder(folder, { uid: 54_321, gid });
    await expect(held(stranger)).rejects.toThrow('Start Concord as that user or as root');
  });
});
