import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import { pledgesVisibleTo } from '#app/financing/pledges/visible.server';
import { database } from '#app/platform/database.server';
import { countLimit, everyRow, type Page, totalOf } from '#app/table/keyset';
import { beyond, markOf, recently, way } from '#app/table/keyset.server';
import type { ListState } from '#app/table/state';
import { clausesSql, namedClause } from '../requests/clauses.server';
import { offerConditions } from './conditions.server';
import type { OfferFilter, OfferRow, OfferSort } from './list';
import { offerCountriesSql, offerPillarSql, offerStateSql } from './readable.server';

export type OfferPageState = ListState<OfferFilter, OfferSort>;

const recent = recently(sql`o.created_at`);
const pageSize = 50;

/** Everything that a list shows of `offers as o`. On a request the clauses are those of the request. */
const columns = (view: View): RawBuilder<unknown> => sql`o.id, o.ref, coalesce(t.title, a.title) as title, coalesce(t.language, o.language) as title_language,
  o.provider_organisation_id, o.provider_country_iso2, coalesce(g.ref, o.provider_country_iso2) as provider_ref, coalesce(g.name, k.name, o.provider_country_iso2) as provider,
  (select json_build_object('ref', r.ref, 'title', coalesce(x.title, y.title)) from support_requests r join support_request_texts y on y.request_id = r.id and y.language = r.language
    left join support_request_texts x on x.request_id = r.id and x.language = ${view.language} where r.id = o.request_id) as request,
  ${offerCountriesSql} as countries, ${namedClause(offerPillarSql, view)} as pillar,
  case when o.request_id is null then ${clausesSql('offer', sql`o.id`, view)} else ${clausesSql('request', sql`o.request_id`, view)} end as clauses,
  o.kind, trim_scale(o.amount)::text as amount, o.currency, o.amount_missing, o.deadline_on, ${offerStateSql} as state,
  to_char(o.created_at at time zone 'UTC', 'YYYY-MM-DD') as made_on, o.accepted_for_iso2`;
const joins = (view: View): RawBuilder<unknown> => sql`left join offer_texts t on t.offer_id = o.id and t.language = ${view.language} join offer_texts a on a.offer_id = o.id and a.language = o.language
  left join organisations g on g.id = o.provider_organisation_id left join country_texts k on k.iso2 = o.provider_country_iso2 and k.language = ${view.language}`;

/** One page of offers, the latest first unless asked otherwise. Offers are made in public. */
export async function listOffers(_viewer: Actor, state: OfferPageState, view: View, size = pageSize): Promise<Page<OfferRow>> {
  const where = offerConditions(state.filters, view);
  const [found, counted] = await Promise.all([
    sql<OfferRow & { sort_key: string }>`
      with page as materialized (
        select o.*, ${recent.text} as sort_key, row_number() over (order by ${recent.key} ${way(state)}, o.id ${way(state)}) as place from offers o
        where ${where} and ${beyond(state, recent, sql`o.id`)} order by ${recent.key} ${way(state)}, o.id ${way(state)} limit ${size + 1})
      select ${columns(view)}, o.sort_key from page o ${joins(view)} order by o.place`.execute(database()),
    sql<{ count: number }>`select count(*)::int as count from (select from offers o where ${where} limit ${countLimit + 1}) matching`.execute(database()),
  ]);
  return { ...markOf(found.rows, size), total: totalOf(counted.rows[0]?.count ?? 0) };
}

/** All offers of a filter, a page at a time: for files. */
export const allOffers = (viewer: Actor, state: OfferPageState, view: View): AsyncGenerator<OfferRow> => everyRow((after) => listOffers(viewer, { ...state, after }, view, 500));

/** The offers on a request, in the order in which they came. */
export async function offersOnRequest(_viewer: Actor, requestId: string, view: View): Promise<readonly OfferRow[]> {
  const found = await sql<OfferRow>`select ${columns(view)} from offers o ${joins(view)} where o.request_id = ${requestId} order by o.created_at, o.id`.execute(database());
  return found.rows;
}

/** An offer with its text, its answer, and the pledge that it became as far as the viewer may read it. */
export interface OfferRecord extends OfferRow {
  readonly offered_by: string | null;
  readonly body: string;
  readonly machine: boolean;
  readonly decided_on: string | null;
  readonly declined_reason: string | null;
  readonly pledge: MadePledge | null;
}

/** The pledge that an offer became, with the commitment that it pays for. */
export interface MadePledge {
  readonly ref: string;
  readonly title: string;
  readonly commitment: string | null;
}

const pledgeOf = (viewer: Actor, view: View): RawBuilder<MadePledge> => sql<MadePledge>`json_build_object('ref', p.ref, 'title', p.title,
  'commitment', (select c.ref from commitments c where c.id = p.commitment_id and ${readable(viewer, view)}))`;

/** What the offers on a request became, as far as the viewer may read it. */
export async function pledgesFromRequest(viewer: Actor, requestId: string, view: View): Promise<readonly MadePledge[]> {
  const found = await sql<{ pledge: MadePledge }>`
    select ${pledgeOf(viewer, view)} as pledge from pledges p join offers o on o.id = p.offer_id where o.request_id = ${requestId} and ${pledgesVisibleTo(viewer, view)} order by p.ref`.execute(database());
  return found.rows.map(({ pledge }) => pledge);
}

export async function findOffer(viewer: Actor, ref: string, view: View): Promise<OfferRecord | undefined> {
  const found = await sql<OfferRecord>`
    select ${columns(view)}, o.offered_by, coalesce(t.body, a.body) as body, coalesce(t.origin, a.origin) = 'machine' as machine,
      to_char(o.decided_at at time zone 'UTC', 'YYYY-MM-DD') as decided_on, o.declined_reason,
      (select ${pledgeOf(viewer, view)} from pledges p where p.offer_id = o.id and ${pledgesVisibleTo(viewer, view)}) as pledge
    from offers o ${joins(view)} where o.ref = ${ref}`.execute(database());
  return found.rows[0];
}
