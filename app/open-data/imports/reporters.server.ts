import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.server';
import type { Destination } from './taken';
import type { RowErrorCode, TypedRow, Values } from './model';
import type { ActivityRow } from './rows';

/** A row that is not taken, and why. */
export interface LeftOut {
  readonly row: TypedRow;
  readonly why: { readonly code: RowErrorCode; readonly values: Values };
}
type OfActivity = TypedRow & { readonly iati_identifier: string };

interface Told {
  readonly activities: readonly ActivityRow[];
  readonly 'participating-orgs': readonly OfActivity[];
  readonly budgets: readonly OfActivity[];
  readonly transactions: readonly OfActivity[];
}

/**
 * Who reports for an organisation writes of its own activities only: those that the file says it reports, under an identifier that is
 * registered for it, and that nobody else has reported here. Whoever imports for all has no such bound.
 */
export async function strangersTo(tx: Tx, { reporter }: Destination, told: Told): Promise<LeftOut[]> {
  if (reporter === null) return [];
  const rows: OfActivity[] = [...told.activities, ...told['participating-orgs'], ...told.budgets, ...told.transactions];
  const asked = [...new Set(rows.map((row) => row.iati_identifier))];
  const [known, identifiers] = await Promise.all([
    tx.selectFrom('activities').select(['iati_identifier', 'reporting_organisation_id', 'missing']).where('iati_identifier', '=', sql<string>`any(${asked}::text[])`).execute(),
    tx.selectFrom('organisation_identifiers').select('identifier').where('organisation_id', '=', reporter).execute(),
  ]);
  const ours = new Set(identifiers.map(({ identifier }) => identifier));
  const stored = new Map(known.map((row) => [row.iati_identifier, row]));
  const said = new Map(told.activities.map((row) => [row.iati_identifier, row.reporting_identifier ?? '']));
  const isOwn = (identifier: string): boolean => {
    const before = stored.get(identifier);
    const claimed = said.get(identifier);
    if (before !== undefined && before.reporting_organisation_id !== reporter) return false;
    return claimed === undefined ? before !== undefined : ours.has(claimed);
  };
  return rows.filter((row) => !isOwn(row.iati_identifier)).map((row) => ({ row, why: { code: 'not-your-activity', values: { found: row.iati_identifier } } }));
}

/** Nothing is counted twice: transactions of an activity that came here in another form of file are not taken from this one too. */
export async function reportedElsewhere(tx: Tx, { source }: Destination, rows: readonly OfActivity[]): Promise<LeftOut[]> {
  const asked = [...new Set(rows.map((row) => row.iati_identifier))];
  const found = await sql<{ iati_identifier: string; source_name: string }>`
    select a.iati_identifier, min(t.source_name) as source_name from activities a join transactions t on t.activity_id = a.id
    where a.iati_identifier = any(${asked}::text[]) and t.source_name <> ${source} group by 1`.execute(tx);
  const elsewhere = new Map(found.rows.map((row) => [row.iati_identifier, row.source_name]));
  return rows.flatMap((row) => {
    const other = elsewhere.get(row.iati_identifier);
    return other === undefined ? [] : [{ row, why: { code: 'told-elsewhere' as const, values: { found: row.iati_identifier, source: other } } }];
  });
}
