import { Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import postgres from 'postgres';
import type { DB } from '#db/schema';
import { type OpenClient, pinnedDialect } from './pinned-connections.server';
import { sharedDialect } from './shared-connections.server';

/** The application's connections, opened once at start. */
export type Database = Kysely<DB>;
export type Tx = Transaction<DB>;
/** What a query needs: the pool or a transaction. */
export type Reader = Kysely<DB> | Transaction<DB>;

const dateType = 1082;
let opened: { readonly db: Database; readonly byKey: Database; readonly url: string; readonly listeners: postgres.Sql[] } | undefined;

interface Connecting {
  readonly connections?: number;
  /** Commits return before they are on disk: for what can be done again from the beginning, and for nothing else. */
  readonly hasty?: boolean;
}

/** Plain dates stay strings, numerics stay decimal strings, int8 is a string: nothing is rounded on the way in. */
const opener = (url: string, settings: Readonly<Record<string, string>>): OpenClient => (onclose) => postgres(url, {
  max: 1,
  idle_timeout: 0,
  max_lifetime: null,
  connect_timeout: 5,
  onclose,
  onnotice: () => undefined,
  connection: settings,
  types: { day: { to: dateType, from: [dateType], serialize: (day: string) => day, parse: (day: string) => day } },
}) as unknown as postgres.Sql;

/** One statement asks for what is rare and for what is common: each is planned for what it is asked. */
export function connect(url: string, { connections = 10, hasty = false }: Connecting = {}): Database {
  return new Kysely<DB>({ dialect: pinnedDialect(opener(url, { plan_cache_mode: 'force_custom_plan', ...(hasty ? { synchronous_commit: 'off' } : {}) }), connections) });
}

/** Whatever the key is, the way to it is the same: each statement is planned once on each connection. */
export function connectByKey(url: string, connections = 2): Database {
  return new Kysely<DB>({ dialect: sharedDialect(opener(url, { plan_cache_mode: 'force_generic_plan' }), connections) });
}

export function openDatabase(url: string, how: Connecting = {}): void {
  opened = { db: connect(url, how), byKey: connectByKey(url), url, listeners: [] };
}

function open() {
  if (opened === undefined) throw new Error('the database is not open yet');
  return opened;
}

export const database = (): Database => open().db;

/**
 * For single questions about what is found by its key, such as the parts of a record: planning them costs more than answering them, and a
 * page that asks twenty of them together makes one journey. Lists, whose plan depends on what is asked for, and writes go through `database`.
 */
export const databaseByKey = (): Database => open().byKey;

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
  if (closing !== undefined) await Promise.all([closing.db.destroy(), closing.byKey.destroy(), ...closing.listeners.map((client) => client.end({ timeout: 0 }))]);
}

/** Every row of a long list as all stood at one moment, a part at a time. A connection is held until the last is taken, or nobody takes more. */
export async function* rowsOf<Row>(question: RawBuilder<Row>, atOnce = 200): AsyncGenerator<readonly Row[]> {
  const db = database();
  for await (const { rows } of db.getExecutor().stream<Row>(question.compile(db), atOnce)) yield rows;
}

/** Whether the database answers within a second. */
export async function databaseAnswers(): Promise<boolean> {
  if (opened === undefined) return false;
  const late = new Promise<false>((resolve) => setTimeout(resolve, 1000, false).unref());
  return Promise.race([sql`select 1`.execute(opened.db).then(() => true, () => false), late]);
}
