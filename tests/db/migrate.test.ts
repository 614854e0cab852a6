import { Kysely } from 'kysely';
import { PostgresJSDialect } from 'kysely-postgres-js';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, migrationsCurrent, pendingMigrations, releaseMigrations } from '#db/migrate';
import { type TestDatabase, openTestDatabase } from '#tests/harness/database';

let database: TestDatabase;
let owner: postgres.Sql;

beforeAll(async () => {
  database = await openTestDatabase();
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined });
});
afterAll(() => owner.end());

/** An empty database beside the worker's own. */
async function withEmptyDatabase(test: (ownerUrl: string) => Promise<void>): Promise<void> {
  const name = `empty_${process.pid}_${Date.now()}`;
  await owner`create database ${owner(name)} template template0`;
  try {
    await test(Object.assign(new URL(database.ownerUrl), { pathname: `/${name}` }).href);
  } finally {
    await owner`drop database ${owner(name)} with (force)`;
  }
}

async function tablesOf(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1 });
  const rows = await sql<{ name: string }[]>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
  await sql.end();
  return rows.map((row) => row.name).filter((name) => !name.startsWith('kysely_'));
}

const first = { '0001-one': 'create table one (id integer);\ninsert into one values (1);' };

describe('migrate', () => {
  it('runs each file once, in order', () =>
    withEmptyDatabase(async (ownerUrl) => {
      expect(await migrate({ ownerUrl, migrations: first })).toEqual(['0001-one']);
      const next = { ...first, '0002-two': 'create table two as select * from one;' };
      expect(await migrate({ ownerUrl, migrations: next })).toEqual(['0002-two']);
      expect(await migrate({ ownerUrl, migrations: next })).toEqual([]);
      expect(await tablesOf(ownerUrl)).toEqual(['one', 'two']);
    }));

  it('keeps the files before a faulty one, leaves nothing of that one, and says where it stopped', () =>
    withEmptyDatabase(async (ownerUrl) => {
      const migrations = { ...first, '0002-bad': 'create table two (id integer);\n\ninsert into nowhere values (1);' };
      await expect(migrate({ ownerUrl, migrations })).rejects.toThrow('Migration 0002-bad, line 3: relation "nowhere" does not exist');
      expect(await tablesOf(ownerUrl)).toEqual(['one']);
      expect(await migrate({ ownerUrl, migrations: { ...first, '0002-bad': 'create table two (id integer);' } })).toEqual(['0002-bad']);
    }));

  it('lets several processes start at once', () =>
    withEmptyDatabase(async (ownerUrl) => {
      const migrations = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`000${i}-m`, `create table m${i} (id integer); select pg_sleep(0.05);`]));
      const runs = await Promise.all([1, 2, 3].map(() => migrate({ ownerUrl, migrations })));
      expect(runs.flat().toSorted()).toEqual(Object.keys(migrations));
    }));

  it('brings an empty database to this release', () =>
    withEmptyDatabase(async (ownerUrl) => {
      expect(await migrate({ ownerUrl })).toEqual(Object.keys(releaseMigrations));
      expect(Object.keys(releaseMigrations).length).toBeGreaterThan(0);
    }));
});

describe('pendingMigrations', () => {
  it('tells the role of the portal whether the database is current', async () => {
    const app = new Kysely<unknown>({ dialect: new PostgresJSDialect({ postgres: postgres(database.appUrl, { max: 1 }) }) });
    expect(await migrationsCurrent(app)).toBe(true);
    expect(await pendingMigrations(app, { ...releaseMigrations, '9999-next': '' })).toEqual(['9999-next']);
    await app.destroy();
  });

  it('counts every migration in a database that has none', () =>
    withEmptyDatabase(async (ownerUrl) => {
      const db = new Kysely<unknown>({ dialect: new PostgresJSDialect({ postgres: postgres(ownerUrl, { max: 1 }) }) });
      expect(await pendingMigrations(db, first)).toEqual(['0001-one']);
      await db.destroy();
    }));
});
