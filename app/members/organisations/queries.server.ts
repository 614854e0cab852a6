import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, todayOf, type View } from '#app/commitments/readable.server';
import { inForce, readableByAll } from '#app/members/memberships/model';
import { attendedOrganisations } from '#app/members/people/speaking.server';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { ListState } from '#app/table/state';
import { everyRow } from '#app/table/keyset';
import { constituencies } from './model';
import type { MemberFilter, MemberRow, MemberSort } from './list';

export type MemberState = ListState<MemberFilter, MemberSort>;

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** The key after which the next page begins: the id of the last row. */
  readonly next: string | null;
  /** Exact up to 10,000. */
  readonly total: { readonly count: number; readonly exact: boolean };
}

const pageSize = 50;
const mostCounted = 10_000;

/** Organisations by name, in the order of the reader's alphabet. Who they are is public, and so is whether they are members. */
export async function listMembers(viewer: Actor, state: MemberState, view: View, size = pageSize): Promise<Page<MemberRow>> {
  const where = matching(state.filters, view);
  const way = state.sort.descending ? sql`desc` : sql`asc`;
  const sign = state.sort.descending ? sql`<` : sql`>`;
  // The place is the last row itself, so that a name of any length can be one.
  const beyond = state.after === null || !isId(state.after) ? sql`true` : sql`(o.name collate "und-x-icu", o.id) ${sign} (select b.name collate "und-x-icu", b.id from organisations b where b.id = ${state.after})`;
  const [page, counted] = await Promise.all([
    sql<MemberRow>`
      with page as (select o.* from organisations o where ${where} and ${beyond} order by o.name collate "und-x-icu" ${way}, o.id ${way} limit ${size + 1})
      select o.id, o.ref, o.name, o.short_name, o.type_code, o.constituency, o.country_iso2, n.name as country,
        array(select i.identifier from organisation_identifiers i where i.organisation_id = o.id order by 1) as identifiers, m.status, m.category, m.joined_on,
        (select count(*)::int from commitments c where c.lead_organisation_id in (select organisation_family(o.id)) and c.published_at is not null and c.status not in ('withdrawn', 'superseded') and ${readable(viewer, view)}) as commitments
      from page o left join country_texts n on n.iso2 = o.country_iso2 and n.language = ${view.language}
      left join lateral (
        select m.status, m.category, m.joined_on from memberships m join coalitions k on k.id = m.coalition_id
        where m.organisation_id = o.id and m.status = any(${[...readableByAll]}) and ${inCoalition(state.filters.coalition)}
        order by ${isInForce(view)} desc, k.parent_id is not null, m.joined_on desc, m.id limit 1) m on true
      order by o.name collate "und-x-icu" ${way}, o.id ${way}`.execute(database()),
    sql<{ count: number }>`select count(*)::int as count from (select from organisations o where ${where} limit ${mostCounted + 1}) matched`.execute(database()),
  ]);
  const rows = page.rows.slice(0, size);
  const count = counted.rows[0]?.count ?? 0;
  return { rows, next: page.rows.length > size ? (rows.at(-1)?.id ?? null) : null, total: { count: Math.min(count, mostCounted), exact: count <= mostCounted } };
}

/** All organisations of a filter, a page at a time: for files. */
export const allMembers = (viewer: Actor, state: MemberState, view: View): AsyncGenerator<MemberRow> => everyRow((after) => listMembers(viewer, { ...state, after }, view, 500));

const isInForce = (view: View): RawBuilder<boolean> =>
  sql<boolean>`(m.status = any(${[...inForce]}) and m.joined_on <= ${todayOf(view)} and (m.ended_on is null or m.ended_on > ${todayOf(view)}))`;

const inCoalition = (slugs: readonly string[] | undefined): RawBuilder<boolean> => (slugs === undefined ? sql<boolean>`true` : sql<boolean>`k.slug = any(${[...slugs]}::text[])`);

/** The condition behind a filtered list, on `organisations as o`. Those merged into another are found as that one (ME-2). */
function matching(filters: MemberState['filters'], view: View): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [sql`o.status <> 'merged'`];
  const any = (filter: MemberFilter, condition: (values: string[]) => RawBuilder<unknown>): void => {
    const values = filters[filter];
    if (values !== undefined) parts.push(condition([...values]));
  };
  any('q', ([words = '']) => search(words));
  any('constituency', (values) => sql`o.constituency = any(${values.filter((value) => constituencies.some((one) => one === value))}::text[])`);
  any('type', (values) => sql`o.type_code = any(${values}::text[])`);
  any('country', (values) => sql`o.country_iso2 = any(${values.map((code) => code.toUpperCase())}::text[])`);
  const standing = filters.standing?.[0] ?? 'member';
  const member = sql`exists (select from memberships m join coalitions k on k.id = m.coalition_id where m.organisation_id = o.id and ${isInForce(view)} and ${inCoalition(filters.coalition)})`;
  if (standing === 'not_a_member') parts.push(sql`not ${member}`);
  else if (standing !== 'all') parts.push(member);
  // ME-6: nobody speaks for it now.
  if (standing === 'unattended') parts.push(sql`o.id not in ${attendedOrganisations(view.now)}`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** By words of the name, a former name, a reference or an identifier. */
function search(words: string): RawBuilder<unknown> {
  if (!/[\p{L}\p{N}]/u.test(words)) return sql`true`;
  return sql`(o.tokens @> search_tokens(${words}) or o.ref = upper(${words})
    or o.id in (select organisation_id from organisation_identifiers where identifier = ${words})
    or o.id in (select organisation_id from organisation_names where search_tokens(name) @> search_tokens(${words})))`;
}
