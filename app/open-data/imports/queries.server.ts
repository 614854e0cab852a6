import { sql, type RawBuilder } from 'kysely';
import { spokenFor, type Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import { isInstant } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { countLimit, readMark, totalOf, writeMark, type Page } from '#app/table/keyset';
import type { Departure, ImportKind, RowError } from './model';
import type { Counts, Outcome } from './outcome';
import { importDesk, importPolicy, importsSeenBy, type ImportStatus } from './policy';

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
  /** Whose file it is, where an organisation reports for itself. */
  readonly organisation_id: string | null;
  readonly organisation: string | null;
  /** Whose sessions a programme lists, and the zone of its hours. */
  readonly group: string | null;
  readonly time_zone: string | null;
}

export interface ImportRecord extends ImportRow {
  readonly outcome: Outcome;
  /** How many errors there are; a row may have several. */
  readonly errors: number;
}

const columns = sql`i.id, i.organisation_id, o.name as organisation, i.kind, i.shape, i.file_name, i.status, i.created_at, i.settled_at, p.name as person, g.ref as group, i.time_zone,
  json_build_object('read', i.rows_read, 'new', i.rows_new, 'changed', i.rows_changed, 'unchanged', i.rows_unchanged, 'inError', i.rows_in_error) as counts`;
const from = sql`from imports i left join people p on p.id = i.started_by left join organisations o on o.id = i.organisation_id left join working_groups g on g.id = i.working_group_id`;

/** Which imports (`i`) somebody sees. */
export function seenBy(viewer: Actor): RawBuilder<boolean> {
  const seen = importsSeenBy(viewer);
  return seen === 'all' ? sql`true` : sql`i.organisation_id = any(${seen}::uuid[])`;
}

/** Where somebody may bring a file: for everybody, and for each organisation that they speak for, by name. */
export async function desksOf(viewer: Actor): Promise<readonly { readonly id: string; readonly name: string | null }[]> {
  const all = may(importPolicy.run, viewer, importDesk).allowed ? [{ id: '', name: null }] : [];
  const own = spokenFor(viewer).organisations;
  if (own.length === 0) return all;
  return [...all, ...(await database().selectFrom('organisations').select(['id', 'name']).where('id', 'in', own).where('status', '=', 'active').orderBy('name').execute())];
}

/** The imports so far, latest first; none for whoever may not see them. */
export async function listImports(viewer: Actor, after: string | null, size = 25): Promise<Page<ImportRow>> {
  const mark = readMark(after, (text) => isInstant(text, 3), isId);
  const beyond = mark === undefined ? sql`true` : sql`(i.created_at, i.id) < (${mark.value}::timestamptz, ${mark.id}::uuid)`;
  const [found, counted] = await Promise.all([
    sql<ImportRow>`select ${columns} ${from} where i.kind <> 'workbook' and ${seenBy(viewer)} and ${beyond} order by i.created_at desc, i.id desc limit ${size + 1}`.execute(database()),
    sql<{ count: number }>`select count(*)::int as count from (select from imports i where i.kind <> 'workbook' and ${seenBy(viewer)} limit ${countLimit + 1}) counted`.execute(database()),
  ]);
  const rows = found.rows.slice(0, size);
  const last = found.rows.length > size ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : writeMark({ value: last.created_at.toISOString(), id: last.id }), total: totalOf(counted.rows[0]?.count ?? 0) };
}

/** One import; one that the viewer may not see is as absent as one that is not there. */
export async function findImport(viewer: Actor, id: string): Promise<ImportRecord | undefined> {
  if (!isId(id)) return undefined;
  const found = await sql<ImportRecord>`
    select ${columns}, i.outcome, (select count(*)::int from import_errors e where e.import_id = i.id and e.severity = 'error') as errors ${from}
    where i.id = ${id}::uuid and i.kind <> 'workbook' and i.outcome is not null and ${seenBy(viewer)}`.execute(database());
  return found.rows[0];
}

/** The errors of an import in the order of its rows. */
export const errorsOf = (viewer: Actor, id: string, most?: number): Promise<readonly RowError[]> => told<RowError>(viewer, id, 'error', 0, most);

/** In what a file departs from its schema, in the order of its lines. */
export const departuresOf = (viewer: Actor, id: string, after = 0, most?: number): Promise<readonly Departure[]> => told<Departure>(viewer, id, 'departure', after, most);

async function told<Row>(viewer: Actor, id: string, severity: 'error' | 'departure', after: number, most: number | undefined): Promise<readonly Row[]> {
  const found = await sql<Row>`
    select e.row_number as row, e.column_name as column, e.code, e.details as values from import_errors e join imports i on i.id = e.import_id
    where e.import_id = ${id}::uuid and e.severity = ${severity} and ${seenBy(viewer)} order by e.position offset ${after}::bigint limit ${most ?? null}::bigint`.execute(database());
  return found.rows;
}
