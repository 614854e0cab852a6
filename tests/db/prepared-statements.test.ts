import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '#app/platform/database.server';
import { openTestDatabase } from '#tests/harness/database';

let db: Database;
let end: () => Promise<void>;
beforeAll(async () => {
  db = connect((await openTestDatabase()).appUrl, { connections: 1 });
  end = () => db.destroy();
});
afterAll(() => end());

const ask = async (name: string, n: number) => (await sql<{ n: number }>`select ${n}::int as n, ${sql.lit(name)} as name`.execute(db)).rows[0]?.n;
const prepared = async () => (await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)).rows.map((row) => row.statement);

describe('a statement', () => {
  it('is prepared once it comes again, and answers as before', async () => {
    expect(await ask('once', 1)).toBe(1);
    expect([await ask('again', 2), await ask('again', 3), await ask('again', 4)]).toEqual([2, 3, 4]);
    const statements = (await prepared()).join(' ');
    expect(statements).toContain("'again'");
    expect(statements).not.toContain("'once'");
  });

  it('finds no room once there are many, and answers all the same', async () => {
    for (let shape = 0; shape < 450; shape += 1) for (const n of [1, 2]) expect(await ask(`shape ${shape}`, n)).toBe(n);
    expect((await prepared()).length).toBeLessThanOrEqual(401);
    expect((await prepared()).join(' ')).not.toContain("'shape 449'");
  });
});
