import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.server';

/** A row of a published file on its way in. The key is the same in every later edition; an equal hash means the source says the same. */
export interface Incoming {
  readonly source_key: string;
  readonly content_hash: string;
  readonly missing: Readonly<Record<string, unknown>>;
}

export type Outcome = 'new' | 'changed' | 'unchanged';
/** What became of each row, by its key, and the record it stands for. */
export type Outcomes = ReadonlyMap<string, { readonly outcome: Outcome; readonly id: string }>;

/** Where rows come from: the name of the source, and the import that brings them (absent for tests and the demo world). */
export interface Origin {
  readonly source: string;
  readonly importId: string | null;
}

/** Rows go in as JSON, some thousands at a time: one statement instead of one for each row. */
const chunkSize = 2000;
export function* chunks<Row>(rows: readonly Row[], size = chunkSize): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

/** A recordset in SQL: the driver would encode text for a jsonb parameter a second time, so it goes in as text. */
export const json = (rows: unknown) => sql`${JSON.stringify(rows)}::text::jsonb`;

/** What the source said before, by key. */
export async function knownRows(tx: Tx, source: string, keys: readonly string[]): Promise<Map<string, { readonly content_hash: string; readonly id: string }>> {
  const rows = await tx.selectFrom('import_sources').select(['source_key', 'content_hash', 'record_id'])
    .where('source_name', '=', source).where('source_key', '=', sql<string>`any(${keys}::text[])`).execute();
  return new Map(rows.map((row) => [row.source_key, { content_hash: row.content_hash, id: row.record_id }]));
}

interface SourceRow {
  readonly source_key: string;
  readonly content_hash: string;
  readonly record_id: string;
  /** What the source says beyond the columns of the record, so that nothing is lost. */
  readonly notes?: Readonly<Record<string, unknown>>;
}

/** Keeps what the source says now: the base of the next comparison. */
export async function keepSources(tx: Tx, origin: Origin, table: string, rows: readonly SourceRow[]): Promise<void> {
  for (const part of chunks(rows)) {
    await sql`
      insert into import_sources (source_name, source_key, content_hash, table_name, record_id, import_id, notes)
      select ${origin.source}, x.source_key, x.content_hash, ${table}, x.record_id, ${origin.importId}::uuid, coalesce(x.notes, '{}')
      from jsonb_to_recordset(${json(part)}) as x (source_key text, content_hash text, record_id uuid, notes jsonb)
      on conflict (source_name, source_key) do update set content_hash = excluded.content_hash, import_id = excluded.import_id, notes = excluded.notes`.execute(tx);
  }
}

/** Organisations by the identifiers that a file names. ME-1: an identifier belongs to one; a name alone identifies nobody. */
export async function organisationsBy(tx: Tx, identifiers: readonly (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(identifiers.flatMap((one) => one ?? []))];
  const rows = await tx.selectFrom('organisation_identifiers').select(['identifier', 'organisation_id']).where('identifier', '=', sql<string>`any(${asked}::text[])`).execute();
  return new Map(rows.map((row) => [row.identifier, row.organisation_id]));
}
