import { Kysely, type Transaction } from 'kysely';
import postgres from 'postgres';
import type { DB } from '#db/schema';
import { pinnedDialect } from './pinned-connections.server';

/** The application's connections, opened once at start. */
export type Database = Kysely<DB>;
export type Tx = Transaction<DB>;
/** What a query needs: the pool or a transaction. */
export type Reader = Kysely<DB> | Transaction<DB>;

const dateType = 1082;
let opened: { readonly db: Database; readonly sql: postgres.Sql } | undefined;

interface Connecting {
  readonly connections?: number;
  /** Commits return before they are on disk: for what can be done again from the beginning, and for nothing else. */
  readonly hasty?: boolean;
}

/** Plain dates stay strings, numerics stay decimal strings, int8 is a string: nothing is rounded on the way in. */
export function connect(url: string, { connections = 10, hasty = false }: Connecting = {}): { db: Database; sql: postgres.Sql } {
  const sql = postgres(url, {
    max: connections,
    idle_timeout: 30,
    connect_timeout: 5,
    // A database that comes back is found again at once, however long it was away.
    backoff: () => 0.5,
    onnotice: () => undefined,
    // One statement asks for what is rare and for what is common: each is planned for what it is asked.
    connection: { plan_cache_mode: 'force_custom_plan', ...(hasty ? { synchronous_commit: 'off' } : {}) },
    types: { day: { to: dateType, from: [dateType], serialize: (day: string) => day, parse: (day: string) => day } },
  });
  return { db: new Kysely<DB>({ dialect: pinnedDialect(sql as unknown as postgres.Sql) }), sql };
}

export function openDatabase(url: string, how: Connecting = {}): void {
  opened = connect(url, how);
}

export function database(): Database {
  if (opened === undefined) throw new Error('the database is not open yet');
  return opened.db;
}

/** The driver itself, for what Kysely has no words for: COPY, LISTEN, cursors. */
export function driver(): postgres.Sql {
  if (opened === undefined) throw new Error('the database is not open yet');
  return opened.sql;
}

export async function closeDatabase(): Promise<void> {
  const closing = opened;
  opened = undefined;
  if (closing !== undefined) await closing.sql.end({ timeout: 5 });
}

/** Whether the database answers within a second. */
export async function databaseAnswers(): Promise<boolean> {
  if (opened === undefined) return false;
  const late = new Promise<false>((resolve) => setTimeout(resolve, 1000, false).unref());
  return Promise.race([opened.sql`select 1`.then(() => true, () => false), late]);
}
