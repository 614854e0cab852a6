import postgres from 'postgres';
import { inject } from 'vitest';
import { type Clone, type RoleUrls, filledTables } from './template';

/** The database of this test worker, migrated and empty but for reference data. */
export interface TestDatabase extends RoleUrls {
  /** Empties every table except reference data, as the owner; audit included. */
  truncate(): Promise<void>;
}

/**
 * Opens this worker's own database. The first call of a run starts PostgreSQL (about two seconds).
 *
 * @param keep tables that `truncate` leaves alone besides those that a new installation fills. A kept table must not
 *   refer to an emptied one: its rows would go with it.
 */
export async function openTestDatabase({ keep = [] }: { keep?: readonly string[] } = {}): Promise<TestDatabase> {
  const answer = await fetch(`${inject('databaseDesk')}/${process.env['VITEST_POOL_ID'] ?? '0'}`);
  if (!answer.ok) throw new Error(`No test database: ${await answer.text()}`);
  const { reference, ...urls } = (await answer.json()) as Clone;
  const owner = postgres(urls.ownerUrl, { max: 1, idle_timeout: 2, onnotice: () => undefined });
  await truncateAll(owner, new Set(reference));
  const kept = new Set([...reference, ...keep]);
  return { ...urls, truncate: () => truncateAll(owner, kept) };
}

/** Empties the tables that hold rows; those alone, since emptying a table costs as much as filling it with a few. */
async function truncateAll(owner: postgres.Sql, kept: ReadonlySet<string>): Promise<void> {
  const tables = (await filledTables(owner)).filter((name) => !kept.has(name));
  if (tables.length > 0) await owner.unsafe(`truncate ${tables.join(', ')} restart identity cascade`);
}
