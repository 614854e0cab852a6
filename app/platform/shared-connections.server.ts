import { type Dialect, type Driver, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { type OpenClient, PinnedConnection } from './pinned-connections.server';

/**
 * Connections that many use at once, for single questions: what is asked in one breath goes over one of them, in one packet where it fits,
 * and nobody waits for an answer before the next question is sent. Nothing that needs a connection to itself can be done here.
 */
export function sharedDialect(open: OpenClient, most: number): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new SharedDriver(open, most),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class SharedDriver implements Driver {
  readonly #open: OpenClient;
  readonly #places: (PinnedConnection | undefined)[];
  #turn = 0;
  #breath = false;
  constructor(open: OpenClient, most: number) {
    this.#open = open;
    this.#places = Array.from({ length: most });
  }
  init = () => Promise.resolve();
  acquireConnection = () => Promise.resolve(this.#connection());
  releaseConnection = () => Promise.resolve();
  beginTransaction = () => Promise.reject(new Error('a transaction needs a connection to itself'));
  commitTransaction = this.beginTransaction;
  rollbackTransaction = this.beginTransaction;
  destroy = async (): Promise<void> => void (await Promise.all(this.#places.map((connection) => connection?.end())));

  /** The same until all that waits to run has run, then the next. One that is lost or old is replaced; what it was asked before, it still answers. */
  #connection(): PinnedConnection {
    if (!this.#breath) {
      this.#breath = true;
      this.#turn = (this.#turn + 1) % this.#places.length;
      setImmediate(() => { this.#breath = false; });
    }
    const held = this.#places[this.#turn];
    if (held?.isSound() === true) return held;
    void held?.end();
    return (this.#places[this.#turn] = new PinnedConnection(this.#open));
  }
}
