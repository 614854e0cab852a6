import { type CompiledQuery, type DatabaseConnection, type Dialect, type Driver, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type QueryResult, type TransactionSettings } from 'kysely';
import type postgres from 'postgres';
import { Pool } from 'tarn';

/** Makes a client of postgres.js that holds one connection at most and never ends it by itself; `onclose` is told when its socket is gone. */
export type OpenClient = (onclose: () => void) => postgres.Sql;

/**
 * How Kysely uses postgres.js, in place of the ready-made dialect. postgres.js 3.4.9 shares one set of connections among all questions, and
 * when a server dies it loses some: a question that is sent between the error of a socket and its close, or that waits for a connection
 * to be opened again, is never answered, and a transaction goes on over a socket that is gone (porsager/postgres issues 1154, 1186, 1208).
 * Here each connection is a client of its own, with one user at a time. Once it is lost, all that waits for it fails, it is never written
 * to again, and the pool makes another.
 */
export function pinnedDialect(open: OpenClient, most: number): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PinnedDriver(open, most),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

const idleMs = 30_000;
/** After this long a connection is made anew, so that what a server keeps for it cannot grow without end. */
const lifetimeMs = 45 * 60_000;
/** How long a question waits for a free connection. */
const patienceMs = 30_000;
const farewellMs = 5_000;
/** How long a stream of rows may last; how long the server works on one part of it, and waits to be asked for the next. */
const [streamMs, partMs, forgottenMs] = [10 * 60_000, 60_000, 60_000];

class PinnedDriver implements Driver {
  readonly #pool: Pool<PinnedConnection>;
  readonly #made = new Set<PinnedConnection>();
  constructor(open: OpenClient, most: number) {
    this.#pool = new Pool({
      create: () => {
        const connection = new PinnedConnection(open);
        this.#made.add(connection);
        return Promise.resolve(connection);
      },
      validate: (connection) => connection.isSound(),
      destroy: (connection) => {
        this.#made.delete(connection);
        return connection.end();
      },
      min: 0,
      max: most,
      idleTimeoutMillis: idleMs,
      acquireTimeoutMillis: patienceMs,
      destroyTimeoutMillis: farewellMs,
    });
  }
  init = () => Promise.resolve();
  acquireConnection = () => this.#pool.acquire().promise;
  releaseConnection = (connection: PinnedConnection) => Promise.resolve(void this.#pool.release(connection));
  beginTransaction = (connection: PinnedConnection, { isolationLevel, accessMode }: TransactionSettings) =>
    connection.run(['begin', ...(isolationLevel === undefined ? [] : [`isolation level ${isolationLevel}`]), ...(accessMode === undefined ? [] : [accessMode])].join(' '));
  commitTransaction = (connection: PinnedConnection) => connection.run('commit');
  rollbackTransaction = (connection: PinnedConnection) => connection.run('rollback');

  /** What runs may end in peace, but not for ever. */
  async destroy(): Promise<void> {
    const late = setTimeout(() => this.#made.forEach((connection) => connection.abandon()), farewellMs);
    await this.#pool.destroy();
    clearTimeout(late);
  }
}

/** A client that holds one connection. */
export class PinnedConnection implements DatabaseConnection {
  readonly #client: postgres.Sql;
  readonly #made = performance.now();
  readonly #waiting = new Set<(error: unknown) => void>();
  #lost = false;
  constructor(open: OpenClient) {
    this.#client = open(() => this.abandon());
  }

  async run(statement: string): Promise<void> {
    await this.#ask(statement, [], { prepare: false });
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const result = await this.#ask(sql, parameters, { prepare: isFamiliar(sql) });
    const changes = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(result.command);
    return { rows: takenFrom<Row>(result), ...(changes ? { numAffectedRows: BigInt(result.count) } : {}) };
  }

  /**
   * Every row of a question as all of them stood at one moment, a part at a time, planned once. While a part is used, the next is read.
   * The connection and the snapshot are held until the last one is taken, so nobody may take for ever: this process ends what lasts too
   * long, and the server what this process forgot.
   */
  async *streamQuery<Row>({ sql, parameters }: CompiledQuery, atOnce: number): AsyncGenerator<QueryResult<Row>> {
    const ends = performance.now() + streamMs;
    const next = () => this.#ask(`fetch ${atOnce} from stream`, [], { prepare: false });
    await this.run('begin isolation level repeatable read, read only');
    try {
      await this.run(`set local statement_timeout = ${partMs}; set local idle_in_transaction_session_timeout = ${forgottenMs}; set local cursor_tuple_fraction = 1`);
      await this.#ask(`declare stream no scroll cursor for ${sql}`, parameters, { prepare: false });
      for (let ahead = next(); ;) {
        const rows = await ahead;
        if (rows.length === 0) return;
        if (performance.now() > ends) throw new Error('a stream of rows was not taken in time');
        ahead = next();
        ahead.catch(() => undefined); // what goes wrong is thrown when its turn comes
        yield { rows: takenFrom<Row>(rows) };
      }
    } finally {
      await this.run('rollback').catch(() => undefined);
    }
  }

  isSound = (): boolean => !this.#lost && performance.now() - this.#made < lifetimeMs;

  /** Nothing of a lost connection is waited for: the driver may believe that an answer is still to come. */
  end = (): Promise<void> => this.#client.end({ timeout: this.#lost ? 0 : farewellMs / 1000 });

  /** All that waits for an answer fails, now and from now on. */
  abandon(): void {
    this.#lost = true;
    for (const fail of this.#waiting) fail(closed());
  }

  #ask(statement: string, parameters: readonly unknown[], options: postgres.UnsafeQueryOptions): Promise<postgres.RowList<postgres.Row[]>> {
    return new Promise((resolve, reject) => {
      if (this.#lost) return reject(closed());
      const settle = <T>(how: (value: T) => void) => (value: T) => {
        this.#waiting.delete(reject);
        how(value);
      };
      this.#waiting.add(reject);
      this.#client.unsafe(statement, [...parameters] as postgres.ParameterOrJSON<never>[], options).then(settle(resolve), settle((error: unknown) => {
        if (endsConnection(error)) this.#lost = true;
        reject(error);
      }));
    });
  }
}

/**
 * The rows of an answer, which is left empty. Rows that stay in an answer of the driver outlive each short collection, though nobody uses
 * them any more, until a long one comes: of 20,000 rows 78 MB grew old, and 1.4 MB where answers are emptied.
 */
function takenFrom<Row>(answer: postgres.RowList<postgres.Row[]>): Row[] {
  const rows = Array.from(answer.values()) as Row[];
  answer.length = 0;
  return rows;
}

/** As the driver itself says it. */
const closed = () => Object.assign(new Error('the connection to the database was lost'), { code: 'CONNECTION_CLOSED' });

/**
 * What is asked again is prepared: the server then plans it once, and it takes one journey where it took two. Of the first that come again
 * only, because each is remembered on each connection, and filters can be put together in more ways than there is memory.
 */
const mostFamiliar = 400;
const familiar = new Set<string>();
const seen = new Set<string>();
function isFamiliar(statement: string): boolean {
  if (familiar.has(statement)) return true;
  if (familiar.size >= mostFamiliar) return false;
  if (seen.delete(statement)) familiar.add(statement);
  else seen.add(statement);
  if (seen.size > mostFamiliar) seen.clear();
  return familiar.has(statement);
}

/** After these the socket is closed, by the server or by itself. */
const endings = new Set(['CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'CONNECTION_ENDED', 'CONNECT_TIMEOUT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '57P05', '25P03']);
const endsConnection = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && endings.has(error.code);
