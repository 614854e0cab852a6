import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { Language } from '#app/languages/language';
import { database, rowsOf } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { standingTo } from '#app/reporting/publication/published.server';
import { type FigureDefinition, type FigureResult, type PartNames, type StoredFigure } from './model';
import { namedFigure, type NamedSubject } from './subjects';

/** A figure that counts everybody, over the table `report_figures` by the name that it has in the query: what counts one subject alone stands in its profile. */
export const isWhole = (figure: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`(${figure}.key !~ '-')`;

/** The figures of one edition, as they were stored; the caller has found the report behind its guard. */
export async function figuresOf(reportId: string): Promise<(StoredFigure & { readonly id: string })[]> {
  const rows = await database().selectFrom('report_figures').select(['id', 'key', 'number', 'definition', 'result', 'as_of', 'reporting', 'expected', 'missing', 'verification', 'difference'])
    .where('report_id', '=', reportId).orderBy('number').execute();
  return rows.flatMap(({ id, key: name, number, definition, result, as_of, reporting, expected, missing, verification, difference }) => {
    const key = namedFigure(name)?.key;
    if (key === undefined) return [];
    const { names = {}, currency = null, measure, filters = [], total = null, version = 1, subject = null } = definition as unknown as Partial<FigureDefinition> & { readonly names?: PartNames; readonly subject?: NamedSubject };
    return [{
      id, key, name, subject, number, as_of, reporting, expected, missing, currency, names, rows: (result as unknown as FigureResult).rows, definition: { measure: measure ?? 'count', filters, total, version },
      verification: verification as StoredFigure['verification'], difference: difference as unknown as StoredFigure['difference'],
    }];
  });
}

/** A record that a figure counts, as it was on the day of the report. Amounts are decimal strings. */
export interface FigureRecord {
  readonly kind: string;
  readonly record_id: string;
  readonly part: string;
  readonly ref: string;
  readonly title: string | null;
  readonly on: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly amount_usd: string | null;
  /** Of a payment: whether `ref` names a pledge or an activity. */
  readonly of: string | null;
}

export interface RecordsPage {
  readonly rows: readonly FigureRecord[];
  readonly next: string | null;
}

export const recordsOnAPage = 100;

/** The records behind a figure, or behind one part of it, in the order in which they came to be; read from the snapshot, so that the list is what was counted. */
const recordsBehind = (figureId: string, part: string | null, which = sql``) => sql<FigureRecord>`
  select k.kind, k.record_id, k.part, coalesce(r.ref, s.facts ->> 'session', k.record_id) as ref,
    coalesce(r.facts ->> 'title', r.facts ->> 'name', r.facts ->> 'text', s.facts ->> 'session_title') as title, r.facts ->> 'on' as "on",
    coalesce(r.facts ->> 'amount', r.facts ->> 'value') as amount, r.facts ->> 'currency' as currency, coalesce(r.facts ->> 'amount_usd', r.facts ->> 'value_usd') as amount_usd, r.facts ->> 'of' as "of"
  from report_figure_records k
  join report_figures f on f.id = k.figure_id
  join snapshots n on n.report_id = f.report_id
  left join snapshot_rows r on r.snapshot_id = n.id and r.kind = k.kind and r.record_id = k.record_id
  left join lateral (select d.facts from snapshot_rows d where k.kind = 'session' and d.snapshot_id = n.id and d.kind = 'decision' and d.facts ->> 'session_id' = k.record_id limit 1) s on true
  where k.figure_id = ${figureId}::uuid ${part === null ? sql`` : sql`and k.part = ${part}`} ${which}
  order by k.kind, k.record_id, k.part`;

/** A page of these; each row links to the record as it is today. */
export async function listFigureRecords(_viewer: Actor, figureId: string, part: string | null, after: string | null, most = recordsOnAPage): Promise<RecordsPage> {
  const mark = readMark(after);
  const behind = recordsBehind(figureId, part, mark === undefined ? sql`` : sql`and (k.kind, k.record_id, k.part) > (${mark.kind}, ${mark.record_id}, ${mark.part})`);
  const found = await sql<FigureRecord>`${behind} limit ${most + 1}`.execute(database());
  const rows = found.rows.slice(0, most);
  const last = rows.at(-1);
  return { rows, next: found.rows.length > most && last !== undefined ? [last.kind, last.record_id, last.part].join('~') : null };
}

/** All of these, for a file of any length. */
export async function* allFigureRecords(_viewer: Actor, figureId: string, part: string | null): AsyncGenerator<FigureRecord> {
  for await (const rows of rowsOf(recordsBehind(figureId, part))) yield* rows;
}

function readMark(after: string | null): { kind: string; record_id: string; part: string } | undefined {
  const [kind = '', record_id = '', ...rest] = (after ?? '').split('~');
  return /^[a-z]+$/.test(kind) && isId(record_id) ? { kind, record_id, part: rest.join('~') } : undefined;
}

export interface FigureLink {
  readonly report: string;
  readonly title: string;
  readonly key: string;
  readonly number: string;
}

/** Figures of published reports that count a record: the last station of the chain. Kinds are those of the snapshot. */
export async function figuresCounting(_viewer: Actor, kind: string, recordId: string, { language, now }: { readonly language: Language; readonly now: Date }): Promise<FigureLink[]> {
  const found = await sql<FigureLink>`
    select distinct r.ref as report, coalesce(t.title, a.title, r.ref) as title, f.key, f.number
    from report_figure_records k join report_figures f on f.id = k.figure_id join reports r on r.snapshot_of = f.report_id
    left join report_texts t on t.report_id = r.id and t.language = ${language}
    left join report_texts a on a.report_id = r.id and a.language = r.language
    where k.kind = ${kind} and k.record_id = ${recordId} and ${isWhole(sql`f`)} and ${standingTo(now)}
    order by r.ref desc, f.number`.execute(database());
  return found.rows;
}
