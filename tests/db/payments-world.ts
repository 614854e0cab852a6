import { sql, type RawBuilder } from 'kysely';
import { expect, vi } from 'vitest';
import { signTransaction } from '#app/access/transaction.server';
import { database, type Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { story } from './accounts-world';
import { today } from './financing-world';

/** Past the application: what the database alone accepts, each statement in a transaction of its own. */
export const raw = (statement: RawBuilder<unknown>, level?: 'repeatable read' | 'serializable'): Promise<void> => {
  const begun = level === undefined ? database().transaction() : database().transaction().setIsolationLevel(level);
  return begun.execute((tx) => rawIn(tx, statement));
};

export async function rawIn(tx: Tx, statement: RawBuilder<unknown>): Promise<void> {
  await signTransaction(tx, story, 'test', { now: today });
  await statement.execute(tx);
  await sql`set constraints all immediate`.execute(tx);
}

/** A row of money on a pledge, with what is given over the usual. */
export function row(pledge_id: string, type_code: string, value: string, more: Readonly<Record<string, string | null>> = {}): RawBuilder<unknown> {
  const columns = { id: newId(), pledge_id, type_code, value, currency: 'USD', transaction_on: '2026-02-01', value_on: '2026-02-01', ...more };
  return sql`insert into transactions (${sql.join(Object.keys(columns).map((name) => sql.ref(name)))}) values (${sql.join(Object.values(columns))})`;
}

/** What is summed of a pledge in one type and its own currency. */
export async function sumOf(pledge_id: string, type_code = '3'): Promise<string> {
  const found = await sql<{ total: string }>`select trim_scale(coalesce(sum(value), 0))::text as total from transactions where pledge_id = ${pledge_id} and type_code = ${type_code}`.execute(database());
  return found.rows[0]?.total ?? '';
}

/**
 * Starts writers while the pledge is held, lets go only when all of them wait, each on a connection of its own: what follows really is at once.
 */
export async function atOnce<Value>(pledge_id: string, writers: number, write: () => Promise<Value>): Promise<PromiseSettledResult<Value>[]> {
  let started: Promise<PromiseSettledResult<Value>[]> | undefined;
  await database().transaction().execute(async (tx) => {
    await sql`select from pledges where id = ${pledge_id} for update`.execute(tx);
    started = Promise.allSettled(Array.from({ length: writers }, write));
    // A transaction sees the activity of its beginning: asked over a connection of its own.
    await vi.waitFor(async () => {
      const waiting = await sql<{ count: number }>`select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(database());
      expect(waiting.rows[0]?.count).toBe(writers);
    }, { timeout: 20_000, interval: 100 });
  });
  return started ?? [];
}
