import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database, type Tx } from '#app/platform/database.server';
import { openTestDatabase } from '#tests/harness/database';

/** What the portal does when backends die under it: the database killed, an administrator's command, a line that breaks. */
let db: Database;
let end: () => Promise<void>;
let killer: postgres.Sql;
const most = 4;
beforeAll(async () => {
  const { appUrl } = await openTestDatabase();
  db = connect(appUrl, { connections: most });
  end = () => db.destroy();
  killer = postgres(appUrl, { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await killer.end();
  await end();
});

const one = async (tx: Database | Tx) => (await sql<{ n: number }>`select 1 as n`.execute(tx)).rows[0]?.n;
const pidOf = async (tx: Tx) => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)).rows[0]?.pid ?? 0;
const kill = async (pid: number) => void (await killer`select pg_terminate_backend(${pid})`);
const killSleepers = async () => {
  for (let killed = 0; killed === 0; await sleep(5)) {
    const [found] = await killer<{ count: number }[]>`
      select count(pg_terminate_backend(pid))::int as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like '%pg_sleep%' and state = 'active'`;
    killed = found?.count ?? 0;
  }
};
/** Every place of the pool is used at once, twice: a lost one would hang or fail here. */
async function expectWholePool(): Promise<void> {
  for (const _ of [1, 2]) {
    const answers = await Promise.all(Array.from({ length: most }, () => db.transaction().execute(async (tx) => {
      await sql`select pg_sleep(0.05)`.execute(tx);
      return one(tx);
    })));
    expect(answers).toEqual(Array.from({ length: most }, () => 1));
  }
}

describe('a connection that is lost', () => {
  it('during a query fails that query, and the pool is whole again', async () => {
    const waiting = sql`select pg_sleep(30)`.execute(db).then(() => 'done', () => 'failed');
    await killSleepers();
    expect(await waiting).toBe('failed');
    await expectWholePool();
  });

  it('during a transaction fails the transaction, which is not rolled back over a dead line', async () => {
    const waiting = db.transaction().execute(async (tx) => {
      await sql`select pg_sleep(30)`.execute(tx);
    }).then(() => 'done', () => 'failed');
    await killSleepers();
    expect(await waiting).toBe('failed');
    await expectWholePool();
  });

  it('between two statements never runs the second anywhere else', async () => {
    const ran: unknown[] = [];
    const waiting = db.transaction().execute(async (tx) => {
      await kill(await pidOf(tx));
      await sleep(100);
      for (const _ of [1, 2]) ran.push(await one(tx).catch((error: { code?: string }) => error.code));
      throw new Error('gives up');
    });
    await expect(waiting).rejects.toBeDefined();
    expect(ran.every((answer) => answer !== 1)).toBe(true);
    await expectWholePool();
  });

  it('while idle in the pool is noticed before it is used', async () => {
    await expectWholePool();
    await killer`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state = 'idle'`;
    await sleep(100);
    await expectWholePool();
  });
});
