import { getHeapSpaceStatistics } from 'node:v8';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDatabase, database, openDatabase, rowsOf } from '#app/platform/database.server';
import { openTestDatabase } from '#tests/harness/database';

/** One connection: what a stream does not give back is missed at once. */
beforeAll(async () => openDatabase((await openTestDatabase()).appUrl, { connections: 1 }));
afterAll(closeDatabase);

const oldMegabytes = () => (getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')?.space_used_size ?? 0) / 1_048_576;
const wide = (rows: number) => sql<Record<string, string>>`select ${sql.join(Array.from({ length: 60 }, (_, at) => sql`'some text of column ' || g as ${sql.ref(`column_${at}`)}`))} from generate_series(1, ${rows}::int) g`;

it('rows that were used are forgotten: memory does not grow with them', async () => {
  const before = oldMegabytes();
  let [most, count] = [0, 0];
  for await (const rows of rowsOf(wide(20_000))) {
    count += rows.length;
    most = Math.max(most, oldMegabytes() - before);
  }
  expect(count).toBe(20_000);
  expect(most).toBeLessThan(20);
});

it('whoever takes no more rows, or fails with one, gives the connection back', async () => {
  for await (const rows of rowsOf(wide(2000))) if (rows.length > 0) break;
  await expect((async () => {
    for await (const rows of rowsOf(wide(2000))) throw new Error(`enough after ${rows.length}`);
  })()).rejects.toThrow('enough after 200');
  await expect((async () => {
    for await (const rows of rowsOf(sql`select 1 / (500 - g) as part from generate_series(1, 1000) g`)) expect(rows.length).toBe(200);
  })()).rejects.toThrow('division by zero');
  expect((await sql<{ here: number }>`select 1 as here`.execute(database())).rows).toEqual([{ here: 1 }]);
});
