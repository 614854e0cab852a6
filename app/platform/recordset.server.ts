import { sql, type RawBuilder } from 'kysely';

/**
 * Many rows in one statement: they go in as JSON, for `jsonb_to_recordset`, some thousands at a time. The driver would encode text for
 * a jsonb parameter a second time, so it goes in as text.
 */
export const recordset = (rows: unknown): RawBuilder<unknown> => sql`${JSON.stringify(rows)}::text::jsonb`;

const chunkSize = 2000;
export function* chunks<Row>(rows: readonly Row[], size = chunkSize): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}
