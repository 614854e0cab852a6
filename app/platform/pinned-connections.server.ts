import { type CompiledQuery, type DatabaseConnection, type Dialect, type Driver, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type QueryResult, type TransactionSettings } from 'kysely';
import type postgres from 'postgres';

/**
 * How Kysely uses postgres.js, in place of the ready-made dialect. That one hands a connection whose backend has died back to the pool and
 * rolls back over it; postgres.js 3.4.9 then writes to a socket that is gone, from a timer, where nothing can catch it, and the process
 * ends (porsager/postgres issues 1154, 1186, 1208). Here a connection that was lost is never written to again: what waits for it fails, and
 * the pool opens another.
 */
export function pinnedDialect(sql: postgres.Sql): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PinnedDriver(sql),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class PinnedDriver implements Driver {
  readonly #sql: postgres.Sql;
  constructor(sql: postgres.Sql) {
    this.#sql = sql;
  }
  init = () => Promise.resolve();
  acquireConnection = async () => new PinnedConnection(await this.#sql.reserve());
  releaseConnection = (connection: PinnedConnection) => Promise.resolve(connection.release());
  beginTransaction = (connection: PinnedConnection, { isolationLevel, accessMode }: TransactionSettings) =>
    connection.begin(['begin', ...(isolationLevel === undefined ? [] : [`isolation level ${isolationLevel}`]), ...(accessMode === undefined ? [] : [accessMode])].join(' '));
  commitTransaction = (connection: PinnedConnection) => connection.run('commit');
  rollbackTransaction = (connection: PinnedConnection) => connection.run('rollback');
  destroy = () => this.#sql.end();
}

/** The driver's own connection, as far as it is needed: it calls `onclose` once when its socket is gone. */
interface Wire {
  onclose: ((error: Error) => void) | null;
}

class PinnedConnection implements DatabaseConnection {
  readonly #reserved: postgres.ReservedSql;
  #wire: Wire | undefined;
  #lost: unknown;
  constructor(reserved: postgres.ReservedSql) {
    this.#reserved = reserved;
  }

  /** Begins a transaction, and is told from now on when the connection goes, also between two statements. */
  async begin(statement: string): Promise<void> {
    const onexecute = (wire: Wire): true => {
      wire.onclose = (error) => { this.#lost ??= error; };
      this.#wire = wire;
      return true;
    };
    await this.#send(statement, [], { prepare: false, onexecute } as postgres.UnsafeQueryOptions);
  }

  async run(statement: string): Promise<void> {
    await this.#send(statement, []);
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const result = await this.#send(sql, parameters, { prepare: isFamiliar(sql) });
    const changes = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(result.command);
    return { rows: Array.from(result.values()) as Row[], ...(changes ? { numAffectedRows: BigInt(result.count) } : {}) };
  }

  streamQuery(): never {
    throw new Error('long lists are read page by page');
  }

  /** A lost connection goes back to the pool by itself, once its socket has closed. */
  release(): void {
    if (this.#wire !== undefined) this.#wire.onclose = null;
    if (this.#lost === undefined) this.#reserved.release();
  }

  async #send(statement: string, parameters: readonly unknown[], options?: postgres.UnsafeQueryOptions) {
    if (this.#lost !== undefined) throw this.#lost;
    try {
      return await this.#reserved.unsafe(statement, [...parameters] as postgres.ParameterOrJSON<never>[], options);
    } catch (error) {
      if (endsConnection(error)) this.#lost ??= error;
      throw error;
    }
  }
}

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
const endings = new Set(['CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'CONNECTION_ENDED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '57P05', '25P03']);
const endsConnection = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && endings.has(error.code);
