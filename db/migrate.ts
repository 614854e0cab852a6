import { Kysely, type MigrationProvider, Migrator, type QueryExecutorProvider, sql } from 'kysely';
import { PostgresJSDialect } from 'kysely-postgres-js';
import postgres from 'postgres';

/** The migrations by name (`0001-platform`), in the order in which they run. */
export type Migrations = Readonly<Record<string, string>>;

const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', eager: true, import: 'default' });

/** The migrations of this release. */
export const releaseMigrations: Migrations = Object.fromEntries(
  Object.entries(files)
    .map(([path, text]): [string, string] => [path.replace(/^.*\/(.*)\.sql$/, '$1'), text])
    .toSorted(([a], [b]) => (a < b ? -1 : 1)),
);

export interface MigrateOptions {
  /** A role that owns the database and may create the extensions. */
  readonly ownerUrl: string;
  /** Role of the portal, granted what it needs. */
  readonly appRole?: string | undefined;
  /** Role that only reads. */
  readonly readerRole?: string | undefined;
  readonly migrations?: Migrations;
}

/**
 * Brings a database up to date: forward only, each file in one transaction, one process at a time. Then the grants of
 * the portal's roles are renewed, since a role may be newer than the tables.
 *
 * @returns the names of the migrations that ran, none when the database was current.
 * @throws Error that names the migration and the line; what ran before it stays, the failed file leaves nothing.
 */
export async function migrate({ ownerUrl, appRole, readerRole, migrations = releaseMigrations }: MigrateOptions): Promise<string[]> {
  const db = new Kysely<unknown>({ dialect: new PostgresJSDialect({ postgres: postgres(ownerUrl, { max: 1, onnotice: () => undefined }) }) });
  try {
    const migrator = new Migrator({ db, provider: provide(migrations) });
    const done: string[] = [];
    // The migrator runs everything that is pending in one transaction, and a single step in its own.
    for (;;) {
      const { error, results = [] } = await migrator.migrateUp();
      if (error) throw describe(error, results[0]?.migrationName, migrations);
      if (results.length === 0) break;
      done.push(...results.map((result) => result.migrationName));
    }
    await grant(db, appRole, readerRole);
    return done;
  } finally {
    await db.destroy();
  }
}

/** Names of the migrations that a database still lacks; any role that may read the table `kysely_migration` can ask. */
export async function pendingMigrations(db: QueryExecutorProvider, migrations: Migrations = releaseMigrations): Promise<string[]> {
  const { rows: tables } = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(db);
  if (!tables[0]?.there) return Object.keys(migrations);
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const done = new Set(rows.map((row) => row.name));
  return Object.keys(migrations).filter((name) => !done.has(name));
}

/** Whether the database is as this release expects it. */
export async function migrationsCurrent(db: QueryExecutorProvider): Promise<boolean> {
  return (await pendingMigrations(db)).length === 0;
}

function provide(migrations: Migrations): MigrationProvider {
  const entries = Object.entries(migrations).map(([name, text]) => [name, { up: (db: Kysely<unknown>) => sql.raw(text).execute(db).then(() => undefined) }]);
  return { getMigrations: () => Promise.resolve(Object.fromEntries(entries)) };
}

/** The migrations say what each role may do, in their function `concord_grant`; the list of migrations is ours. */
async function grant(db: Kysely<unknown>, appRole: string | undefined, readerRole: string | undefined): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`select to_regproc('concord_grant') is not null as there`.execute(db);
  if (rows[0]?.there) await sql`select concord_grant(${appRole ?? null}::text, ${readerRole ?? null}::text)`.execute(db);
  for (const role of [appRole, readerRole]) {
    if (!role) continue;
    await sql`revoke insert, update, delete on kysely_migration, kysely_migration_lock from ${sql.id(role)}`.execute(db);
    await sql`grant select on kysely_migration to ${sql.id(role)}`.execute(db);
  }
}

function describe(error: unknown, name: string | undefined, migrations: Migrations): Error {
  const text = name === undefined ? undefined : migrations[name];
  if (!(error instanceof Error) || name === undefined || text === undefined) return new Error(`The migrations could not run: ${String(error)}`, { cause: error });
  const position = error instanceof postgres.PostgresError ? Number(error.position) : Number.NaN;
  const line = Number.isNaN(position) ? '' : `, line ${text.slice(0, position).split('\n').length}`;
  return new Error(`Migration ${name}${line}: ${error.message}`, { cause: error });
}
