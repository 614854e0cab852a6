import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { countLimit, readMark, totalOf, writeMark, type Page } from '#app/table/keyset';
import type { ImportKind, RowError } from './model';
import type { Counts, Outcome } from './outcome';
import { seesImports, type ImportStatus } from './policy';

export interface ImportRow {
  readonly id: string;
  readonly kind: ImportKind;
  readonly shape: string;
  readonly file_name: string;
  readonly status: ImportStatus;
  readonly counts: Counts;
  readonly created_at: Date;
  readonly settled_at: Date | null;
  /** Null for what the console took in. */
  readonly person: string | null;
}

export interface ImportRecord extends ImportRow {
  readonly outcome: Outcome;
  /** How many errors there are; a row may have several. */
  readonly errors: number;
}

const columns = sql`i.id, i.kind, i.shape, i.file_name, i.status, i.created_at, i.settled_at, p.name as person,
  json_build_object('read', i.rows_read, 'new', i.rows_new, 'changed', i.rows_changed, 'unchanged', i.rows_unchanged, 'inError', i.rows_in_error) as counts`;
const from = sql`from imports i left join people p on p.id = i.started_by`;
const isInstant = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text));

/** The imports so far, latest first; none for whoever may not see them. */
export async function listImports(viewer: Actor, after: string | null, size = 25): Promise<Page<ImportRow>> {
  if (!seesImports(viewer)) return { rows: [], next: null, total: totalOf(0) };
  const mark = readMark(after, isInstant, isId);
  const beyond = mark === undefined ? sql`true` : sql`(i.created_at, i.id) < (${mark.value}::timestamptz, ${mark.id}::uuid)`;
  const [found, counted] = await Promise.all([
    sql<ImportRow>`select ${columns} ${from} where i.kind <> 'workbook' and ${beyond} order by i.created_at desc, i.id desc limit ${size + 1}`.execute(database()),
    sql<{ count: number }>`select count(*)::int as count from (select from imports where kind <> 'workbook' limit ${countLimit + 1}) counted`.execute(database()),
  ]);
  const rows = found.rows.slice(0, size);
  const last = found.rows.length > size ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : writeMark({ value: last.created_at.toISOString(), id: last.id }), total: totalOf(counted.rows[0]?.count ?? 0) };
}

/** One import; one that the viewer may not see is as absent as one that is not there. */
export async function findImport(viewer: Actor, id: string): Promise<ImportRecord | undefined> {
  if (!seesImports(viewer) || !isId(id)) return undefined;
  const found = await sql<ImportRecord>`
    select ${columns}, i.outcome, (select count(*)::int from import_errors e where e.import_id = i.id) as errors ${from} where i.id = ${id}::uuid and i.kind <> 'workbook' and i.outcome is not null`.execute(database());
  return found.rows[0];
}

/** The errors of an import in the order of its rows. */
export async function errorsOf(viewer: Actor, id: string, most?: number): Promise<readonly RowError[]> {
  if (!seesImports(viewer)) return [];
  const found = await sql<RowError>`
    select row_number as row, column_name as column, code, details as values from import_errors where import_id = ${id}::uuid order by position
    limit ${most ?? null}::bigint`.execute(database());
  return found.rows;
}
