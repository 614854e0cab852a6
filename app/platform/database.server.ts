import { Kysely, sql, type Transaction } from 'kysely';
import postgres from 'postgres';
import type { DB } from '#db/schema';
import { type OpenClient, pinnedDialect } from './pinned-connections.server';

/** The application's connections, opened once at start. */
export type Database = Kysely<DB>;
export type Tx = Transaction<DB>;
/** What a query needs: the pool or a transaction. */
export type Reader = Kysely<DB> | Transaction<DB>;

const dateType = 1082;
let opened: { readonly db: Database; readonly url: string; readonly listeners: postgres.Sql[] } | undefined;

interface Connecting {
  readonly connections?: number;
  /** Commits return before they are on disk: for what can be done again from the beginning, and for nothing else. */
  readonly hasty?: boolean;
}

/** Plain dates stay strings, numerics stay decimal strings, int8 is a string: nothing is rounded on the way in. */
export function connect(url: string, { connections = 10, hasty = false }: Connecting = {}): Database {
  const open: OpenClient = (onclose) => postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    onclose,
    onnotice: () => undefined,
    // One statement asks for what is rare and for what is common: each is planned for what it is asked.
    connection: { plan_cache_mode: 'force_custom_plan', ...(hasty ? { synchronous_commit: 'off' } : {}) },
    types: { day: { to: dateType, from: [dateType], serialize: (day: string) => day, parse: (day: string) => day } },
  }) as unknown as postgres.Sql;
  return new Kysely<DB>({ dialect: pinnedDialect(open, connections) });
}

export function openDatabase(url: string, how: Connecting = {}): void {
  opened = { db: connect(url, how), url, listeners: [] };
}

function open() {
  if (opened === undefined) throw new Error('the database is not open yet');
  return opened;
}

export const database = (): Database => open().db;

/**
 * Hears what is told on a channel, over a connection of its own that comes back by itself, however long the database was away.
 * `onListening` is called each time that it listens (again): what was told before is lost.
 */
export async function listen(channel: string, onMessage: (payload: string) => void, onListening: () => void): Promise<() => Promise<void>> {
  const { url, listeners } = open();
  const client = postgres(url, { max: 1, backoff: () => 0.5, connect_timeout: 5, onnotice: () => undefined });
  listeners.push(client);
  const { unlisten } = await client.listen(channel, onMessage, onListening);
  return async () => {
    await unlisten().catch(() => undefined);
    await client.end({ timeout: 0 });
  };
}

export async function closeDatabase(): Promise<void> {
  const closing = opened;
  opened = undefined;
  if (closing !== undefined) await Promise.all([closing.db.destroy(), ...closing.listeners.map((client) => client.end({ timeout: 0 }))]);
}

/** Whether the database answers within a second. */
export async function databaseAnswers(): Promise<boolean> {
  if (opened === undefined) return false;
  const late = new Promise<false>((resolve) => setTimeout(resolve, 1000, false).unref());
  return Promise.race([sql`select 1`.execute(opened.db).then(() => true, () => false), late]);
}
