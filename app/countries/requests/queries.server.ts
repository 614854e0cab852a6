import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { isDay } from '#app/platform/clock';
import { database, type Reader } from '#app/platform/database.server';
import { countLimit, everyRow, type Page, totalOf } from '#app/table/keyset';
import { beyond, markOf, recently, way, type SortKey } from '#app/table/keyset.server';
import type { ListState } from '#app/table/state';
import { placeOfCountry } from '../place.server';
import { beneficiariesSql, clausesSql, namedClause } from './clauses.server';
import { requestConditions } from './conditions.server';
import type { RequestFilter, RequestRow, RequestSort } from './list';
import type { CountryPlace } from '../place';
import { requestStateSql, requestsVisibleTo, waitingSql } from './readable.server';

export type RequestPageState = ListState<RequestFilter, RequestSort>;

const sorts: Readonly<Record<RequestSort, SortKey>> = {
  recent: recently(sql`coalesce(r.published_at, r.created_at)`),
  deadline: { key: sql`r.deadline_on`, text: sql`r.deadline_on::text`, cast: sql`::date`, valid: isDay },
};
const pageSize = 50;

/** Everything that a list shows of `support_requests as r`. */
const columns = (view: View): RawBuilder<unknown> => sql`r.id, r.ref, coalesce(t.title, a.title) as title, coalesce(t.language, r.language) as title_language,
  r.country_iso2, coalesce(k.name, r.country_iso2) as country, ${namedClause(sql`r.pillar_node_id`, view)} as pillar, ${clausesSql('request', sql`r.id`, view)} as clauses,
  ${beneficiariesSql} as beneficiaries, trim_scale(r.amount)::text as amount, r.currency, r.amount_missing, r.deadline_on, ${requestStateSql} as state,
  to_char(r.published_at at time zone 'UTC', 'YYYY-MM-DD') as published_on,
  (select count(*)::int from offers x where x.request_id = r.id and x.status <> 'withdrawn') as offers, ${waitingSql} as waiting`;
const joins = (view: View): RawBuilder<unknown> => sql`left join support_request_texts t on t.request_id = r.id and t.language = ${view.language}
  join support_request_texts a on a.request_id = r.id and a.language = r.language left join country_texts k on k.iso2 = r.country_iso2 and k.language = ${view.language}`;

/** One page of the requests that a viewer may read, the latest first unless asked otherwise. */
export async function listRequests(viewer: Actor, state: RequestPageState, view: View, size = pageSize): Promise<Page<RequestRow>> {
  const sort = sorts[state.sort.by];
  const where = requestConditions(viewer, state.filters, view);
  const [found, counted] = await Promise.all([
    sql<RequestRow & { sort_key: string }>`
      with page as materialized (
        select r.*, ${sort.text} as sort_key, row_number() over (order by ${sort.key} ${way(state)}, r.id ${way(state)}) as place from support_requests r
        where ${where} and ${beyond(state, sort, sql`r.id`)} order by ${sort.key} ${way(state)}, r.id ${way(state)} limit ${size + 1})
      select ${columns(view)}, r.sort_key from page r ${joins(view)} order by r.place`.execute(database()),
    sql<{ count: number }>`select count(*)::int as count from (select from support_requests r where ${where} limit ${countLimit + 1}) matching`.execute(database()),
  ]);
  return { ...markOf(found.rows, size), total: totalOf(counted.rows[0]?.count ?? 0) };
}

/** All requests of a filter, a page at a time: for files. */
export const allRequests = (viewer: Actor, state: RequestPageState, view: View): AsyncGenerator<RequestRow> => everyRow((after) => listRequests(viewer, { ...state, after }, view, 500));

/** A request with its text, and whose it is. */
export interface RequestRecord extends RequestRow, CountryPlace {
  readonly coalition_id: string;
  readonly version: number;
  readonly language: string;
  readonly need: string;
  readonly machine: boolean;
  readonly pillar_node_id: string;
  readonly node_ids: readonly string[];
  /** Who asked, where they let their name be published. */
  readonly asker: string | null;
  readonly closed_on: string | null;
  readonly closed_reason: string | null;
}

/** The request with a reference; what may not be seen is as absent as what is not there. */
export async function findRequest(viewer: Actor, ref: string, view: View): Promise<RequestRecord | undefined> {
  const found = await sql<Omit<RequestRecord, 'coalition_ids'>>`
    select ${columns(view)}, r.coalition_id, r.version, r.language, coalesce(t.need, a.need) as need, coalesce(t.origin, a.origin) = 'machine' as machine, r.pillar_node_id,
      array(select n.node_id::text from support_request_nodes n where n.request_id = r.id) as node_ids, case when p.publish_name then p.name end as asker,
      to_char(r.closed_at at time zone 'UTC', 'YYYY-MM-DD') as closed_on, r.closed_reason
    from support_requests r ${joins(view)} left join people p on p.id = r.asked_by
    where r.ref = ${ref} and ${requestsVisibleTo(viewer, view)}`.execute(database());
  const row = found.rows[0];
  return row === undefined ? undefined : { ...row, coalition_ids: (await placeOfCountry(row.country_iso2))?.coalition_ids ?? [] };
}

/** How many requests of a filter the viewer may read, by state. */
export async function tallyRequests(viewer: Actor, filters: RequestPageState['filters'], view: View, db: Reader = database()): Promise<Readonly<Partial<Record<RequestRow['state'], number>>>> {
  const found = await sql<{ state: RequestRow['state']; count: number }>`
    select ${requestStateSql} as state, count(*)::int as count from support_requests r where ${requestConditions(viewer, filters, view)} group by 1`.execute(db);
  return Object.fromEntries(found.rows.map(({ state, count }) => [state, count]));
}
