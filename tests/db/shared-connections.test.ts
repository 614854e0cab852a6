import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectByKey, type Database } from '#app/platform/database.server';
import { openTestDatabase } from '#tests/harness/database';

let db: Database;
let killer: postgres.Sql;
let end: () => Promise<void>;
beforeAll(async () => {
  const { appUrl } = await openTestDatabase();
  db = connectByKey(appUrl);
  end = () => db.destroy();
  killer = postgres(appUrl, { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await killer.end();
  await end();
});

const itself = async (n: number) => (await sql<{ n: number; pid: number }>`select ${n}::int as n, pg_backend_pid() as pid`.execute(db)).rows[0];
const breath = (from: number) => Promise.all(Array.from({ length: 50 }, (_, at) => itself(from + at)));

describe('questions that share connections', () => {
  it('are each answered with their own, and over one connection what is asked in one breath', async () => {
    const answers = [...(await breath(0)), ...(await breath(50)), ...(await breath(100))];
    expect(answers.map((row) => row?.n)).toEqual(Array.from({ length: 150 }, (_, n) => n));
    expect(new Set(answers.slice(0, 50).map((row) => row?.pid)).size).toBe(1);
    expect(new Set(answers.map((row) => row?.pid)).size).toBe(2);
  });

  it('fail alone', async () => {
    const asked = await Promise.allSettled([itself(1), sql`select 1 / ${0}::int`.execute(db), itself(2)]);
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('are planned once for whatever is asked', async () => {
    const planned = () => sql<{ generic: string; custom: string }>`select sum(generic_plans) as generic, sum(custom_plans) as custom from pg_prepared_statements`.execute(db);
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) await itself(n);
    const [row] = (await planned()).rows;
    expect(Number(row?.generic)).toBeGreaterThan(3);
    expect(Number(row?.custom)).toBe(0);
  });

  it('refuse a transaction', async () => {
    await expect(db.transaction().execute((tx) => sql`select 1`.execute(tx))).rejects.toThrow('a connection to itself');
  });

  it('fail where their connection is lost, and those that come after are answered', async () => {
    const waiting = sql`select pg_sleep(30)`.execute(db).then(() => 'done', () => 'failed');
    for (let killed = 0; killed === 0; await sleep(5)) {
      const [found] = await killer<{ count: number }[]>`
        select count(pg_terminate_backend(pid))::int as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like '%pg_sleep%' and state = 'active'`;
      killed = found?.count ?? 0;
    }
    expect(await waiting).toBe('failed');
    for (const from of [0, 50, 100]) expect((await breath(from)).map((row) => row?.n)).toEqual(Array.from({ length: 50 }, (_, at) => from + at));
  });
});
