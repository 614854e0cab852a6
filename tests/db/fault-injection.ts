import { CompiledQuery, type DatabaseConnection, type Dialect, type Driver, type TransactionSettings } from 'kysely';
import postgres from 'postgres';

/** The next fault: before which statement of a transaction its connection is killed. The commit is a statement, too; after it comes the answer. */
interface Fault {
  before: number | undefined;
  seen: number;
  /** The transaction was committed, and then the connection was killed: nobody was told. */
  committed: boolean;
}
export const fault: Fault = { before: undefined, seen: 0, committed: false };

/** From now on the connection of a transaction dies before its statement number `before`, or after its commit where it has fewer. */
export function arm(before: number): void {
  Object.assign(fault, { before, seen: 0, committed: false });
}

/** Wraps the portal's way into the database, so that a server that goes away at any moment of a transaction can be told from one that stays. */
export const faulty = (dialect: Dialect): Dialect => ({
  createAdapter: () => dialect.createAdapter(),
  createIntrospector: (db) => dialect.createIntrospector(db),
  createQueryCompiler: () => dialect.createQueryCompiler(),
  createDriver: () => new FaultyDriver(dialect.createDriver()),
});

class FaultyDriver implements Driver {
  readonly #driver: Driver;
  readonly #inside = new Set<DatabaseConnection>();
  readonly #given = new Map<DatabaseConnection, DatabaseConnection>();
  constructor(driver: Driver) {
    this.#driver = driver;
  }
  init = () => this.#driver.init();
  destroy = () => this.#driver.destroy();

  async acquireConnection(): Promise<DatabaseConnection> {
    const real = await this.#driver.acquireConnection();
    const given: DatabaseConnection = {
      executeQuery: async (query) => {
        if (this.#inside.has(given)) await this.#statement(real);
        return real.executeQuery(query);
      },
      streamQuery: (query, size) => real.streamQuery(query, size),
    };
    this.#given.set(given, real);
    return given;
  }
  async releaseConnection(given: DatabaseConnection): Promise<void> {
    this.#inside.delete(given);
    await this.#driver.releaseConnection(this.#real(given));
  }
  async beginTransaction(given: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    await this.#driver.beginTransaction(this.#real(given), settings);
    this.#inside.add(given);
  }
  async commitTransaction(given: DatabaseConnection): Promise<void> {
    const real = this.#real(given);
    await this.#statement(real);
    this.#inside.delete(given);
    await this.#driver.commitTransaction(real);
    if (fault.before === undefined) return;
    fault.committed = true;
    await die(real);
  }
  async rollbackTransaction(given: DatabaseConnection): Promise<void> {
    this.#inside.delete(given);
    await this.#driver.rollbackTransaction(this.#real(given));
  }

  async #statement(real: DatabaseConnection): Promise<void> {
    fault.seen += 1;
    if (fault.seen === fault.before) await die(real);
  }
  #real(given: DatabaseConnection): DatabaseConnection {
    const real = this.#given.get(given);
    if (real === undefined) throw new Error('a connection that was not given out');
    return real;
  }
}

/** Kills the connection; what is asked of it from now on fails. */
async function die(real: DatabaseConnection): Promise<void> {
  fault.before = undefined;
  await real.executeQuery(CompiledQuery.raw('select pg_terminate_backend(pg_backend_pid())'));
}

/** Every row of every table, as one line for each table that has any: equal before and after, or something was left behind. */
export async function everyRow(ownerUrl: string): Promise<ReadonlyMap<string, string>> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const tables = await owner<{ name: string }[]>`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`;
    const all = tables.map(({ name }) => `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as rows from "${name}" t having count(*) > 0`);
    const rows = await owner.unsafe<{ name: string; rows: string }[]>(all.join(' union all '));
    return new Map(rows.map((row) => [row.name, row.rows]));
  } finally {
    await owner.end();
  }
}
