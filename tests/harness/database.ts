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
 * @param keep tables that `truncate` leaves alone besides those that the migrations fill. A kept table must not
 *   refer to an emptied one: its rows would go with it.
 */
export async function openTestDatabase({ keep = [] }: { keep?: readonly string[] } = {}): Promise<TestDatabase> {
  const answer = await fetch(`${inject('databaseDesk')}/${process.env['VITEST_POOL_ID'] ?? '0'}`);
  if (!answer.ok) throw new Error(`No test database: ${await answer.text()}`);
  const { reference, fresh, ...urls } = (await answer.json()) as Clone;
  const kept = new Set([...reference, ...keep]);
  const truncate = () => truncateAll(urls.ownerUrl, kept);
  if (!fresh) await truncateAll(urls.ownerUrl, new Set(reference));
  return { ...urls, truncate };
}

/** Empties the tables that hold rows; those alone, since emptying a table costs as much as filling it with a few. */
async function truncateAll(ownerUrl: string, kept: ReadonlySet<string>): Promise<void> {
  const tables = (await filledTables(ownerUrl)).filter((name) => !kept.has(name));
  if (tables.length === 0) return;
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(`truncate ${tables.join(', ')} restart identity cascade`);
  } finally {
    await sql.end();
  }
}
