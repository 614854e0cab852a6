import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { todayOf, type View } from '#app/commitments/readable.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { Due } from '#app/records/due/model';
import type { ListState } from '#app/table/state';
import { everyRow } from '#app/table/keyset';
import { keepsTexts } from '../../policy';
import { commentStatuses, dispositions } from '../model';
import { commentsVisibleTo } from '../visible.server';
import type { CommentFilter, CommentRow } from './list';

const tables = sql`consultation_comments m join consultations c on c.id = m.consultation_id join framework_versions v on v.id = c.version_id join frameworks f on f.id = v.framework_id
  left join consultation_clauses k on k.id = m.clause_id left join organisations o on o.id = organisation_successor(m.organisation_id)`;

const rowsOf = ({ language }: View): RawBuilder<unknown> => sql`
  select m.id, m.ref, c.ref as consultation, f.code as framework, v.number, v.status as version_status, k.code as clause, case when m.person_id is null then 'public' else 'member' end as author_kind,
    (select t.name from framework_texts t where t.framework_id = f.id order by t.language = ${language} desc, t.language = 'en' desc limit 1) as framework_name,
    coalesce(m.name, o.name, (select n.name from country_texts n where n.iso2 = m.country_iso2 order by n.language = ${language} desc, n.language = 'en' desc limit 1)) as author,
    o.ref as organisation_ref, m.country_iso2, m.body_name, m.language, m.body, m.status, m.refused_reason, m.disposition, m.disposition_reason,
    (select n.code from framework_nodes n where n.id = m.disposition_node_id) as disposition_clause, to_char(m.created_at at time zone 'UTC', 'YYYY-MM-DD') as sent_on, m.version
  from ${tables}`;

function matching(viewer: Actor, filters: ListState<CommentFilter>['filters'], view: View): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [commentsVisibleTo(viewer, view)];
  const statuses = (filters.status ?? []).filter((one) => commentStatuses.some((status) => status === one));
  parts.push(statuses.length > 0 ? sql`m.status = any(${statuses}::text[])` : sql`m.status <> 'refused'`);
  if (filters.consultation !== undefined) parts.push(sql`c.ref = any(${[...filters.consultation]}::text[])`);
  if (filters.clause !== undefined) parts.push(sql`coalesce(k.code, 'whole') = any(${[...filters.clause]}::text[])`);
  if (filters.author !== undefined) parts.push(sql`case when m.person_id is null then 'public' else 'member' end = any(${[...filters.author]}::text[])`);
  const known = (filters.disposition ?? []).filter((one) => one === 'none' || dispositions.some((disposition) => disposition === one));
  if (known.length > 0) parts.push(sql`coalesce(m.disposition, 'none') = any(${known}::text[])`);
  const [words] = filters.q ?? [];
  if (words !== undefined) parts.push(sql`(m.tokens @> search_tokens(${words}) or o.tokens @> search_tokens(${words}) or m.ref = upper(${words}))`);
  return sql.join(parts, sql` and `);
}

export type CommentListState = ListState<CommentFilter, 'sent'>;
interface Page {
  readonly rows: readonly CommentRow[];
  readonly next: string | null;
  readonly total: { readonly count: number; readonly exact: boolean };
}

/** What was said in consultations. `after` is the id of the last row of the page before. */
export async function listComments(viewer: Actor, { filters, sort, after }: CommentListState, view: View, size = 50): Promise<Page> {
  const where = matching(viewer, filters, view);
  const [way, sign] = sort.descending ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const beyond = after === null || !isId(after) ? sql`true` : sql`(m.created_at, m.id) ${sign} (select b.created_at, b.id from consultation_comments b where b.id = ${after})`;
  const [page, counted] = await Promise.all([
    sql<CommentRow>`${rowsOf(view)} where ${where} and ${beyond} order by m.created_at ${way}, m.id ${way} limit ${size + 1}`.execute(database()),
    sql<{ count: number }>`select count(*)::int as count from ${tables} where ${where}`.execute(database()),
  ]);
  const rows = page.rows.slice(0, size);
  return { rows, next: page.rows.length > size ? (rows.at(-1)?.id ?? null) : null, total: { count: counted.rows[0]?.count ?? 0, exact: true } };
}

/** All comments of a filter, a page at a time: for files. */
export const allComments = (viewer: Actor, state: CommentListState, view: View): AsyncGenerator<CommentRow> => everyRow((after) => listComments(viewer, { ...state, after }, view, 500));

/** One comment at its desk, with what its answer may lead to; absent for whoever does not keep texts. */
export type KeptComment = CommentRow & { readonly disposition_node_id: string | null; readonly nodes: readonly { readonly id: string; readonly code: string }[] };

export async function findComment(viewer: Actor, ref: string, view: View): Promise<KeptComment | undefined> {
  if (!keepsTexts(viewer)) return undefined;
  const found = await sql<KeptComment>`
    select x.*, y.disposition_node_id,
      (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'code', n.code) order by n.code collate "C"), '[]') from framework_nodes n join consultations c on c.version_id = n.version_id where c.id = y.consultation_id) as nodes
    from (${rowsOf(view)} where m.ref = ${ref}) x join consultation_comments y on y.id = x.id`.execute(database());
  return found.rows[0];
}

/** What consultations ask of those who keep texts: comments to let through, and to answer once nobody can add another. */
export async function dueComments(viewer: Actor, view: View): Promise<Due[]> {
  if (!keepsTexts(viewer)) return [];
  const { rows } = await sql<{ ref: string; name: string; closes_on: string; number: number; closed: boolean; waiting: number; unanswered: number }>`
    select c.ref, c.closes_on, v.number, (c.closes_on < ${todayOf(view)}::date or c.closed_at is not null) as closed, count(*) filter (where m.status = 'waiting')::int as waiting, count(*) filter (where m.status = 'published' and m.disposition is null)::int as unanswered,
      (select t.name from framework_texts t where t.framework_id = v.framework_id order by t.language = ${view.language} desc, t.language = 'en' desc limit 1) as name
    from consultation_comments m join consultations c on c.id = m.consultation_id join framework_versions v on v.id = c.version_id
    where v.status = 'draft' and m.disposition is null and m.status <> 'refused' group by c.id, v.id`.execute(database());
  const t = textFor(view.language, 'frameworks');
  const of = (what: 'waiting' | 'unanswered', { ref, name, number, closes_on }: (typeof rows)[number], count: number, query: Readonly<Record<string, string>>): Due[] => (count === 0 ? [] : [{
    key: `comments ${what} ${ref}`, title: t('consultations.of', { name, number }), ref, href: paths.in(view.language).comments({ consultation: ref, ...query }),
    why: t(`consultations.due.${what}`, { count, shown: String(count) }), due_on: what === 'waiting' ? null : closes_on, act: t(`consultations.due.act_${what}`),
  }]);
  return rows.flatMap((row) => [...of('waiting', row, row.waiting, { status: 'waiting' }), ...(row.closed ? of('unanswered', row, row.unanswered, { status: 'published', disposition: 'none' }) : [])]);
}
