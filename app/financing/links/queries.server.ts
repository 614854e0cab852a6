import { sql, type RawBuilder } from 'kysely';
import { holdsAnywhere, secretariat, spokenFor, type Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import type { ProviderRef } from '#app/financing/pledges/policy';
import { pledgesVisibleTo } from '#app/financing/pledges/visible.server';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { countLimit, type Page, totalOf } from '#app/table/keyset';
import { beyond, markOf, recently, way } from '#app/table/keyset.server';
import type { ListState } from '#app/table/state';
import type { LinkFilter } from './list';
import { linkKinds, linkStates, type LinkKind, type LinkOrigin, type LinkReasons, type LinkState } from './model';
import type { LinkRef } from './policy';

/** One of the two pledges of a link, as lists show it. */
export interface LinkSide extends ProviderRef {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly provider: string;
  readonly currency: string;
  readonly announced: string;
  readonly stands: string;
  readonly announced_on: string;
}

/** A link with its two pledges: enough for permissions, lists and its page. */
export interface LinkRow extends LinkRef {
  readonly kind: LinkKind;
  readonly amount: string;
  /** What it takes off now; null where it does not count. */
  readonly taken_off: string | null;
  readonly note: string | null;
  readonly origin: LinkOrigin;
  readonly reasons: LinkReasons;
  readonly proposed_on: string;
  readonly decided_on: string | null;
  readonly decided_reason: string | null;
  readonly ended_on: string | null;
  readonly ended_reason: string | null;
  readonly version: number;
  readonly pledge: LinkSide;
  readonly counted_in: LinkSide;
  readonly objections: readonly { readonly words: string; readonly written_on: string }[];
}

/** Both pledges are ones that the viewer may read; else the link is as absent as one that is not there. */
const seen = (viewer: Actor, view: View, id: RawBuilder<unknown>): RawBuilder<unknown> => sql`exists (select from pledges p where p.id = ${id} and ${pledgesVisibleTo(viewer, view)})`;
const bothSeen = (viewer: Actor, view: View): RawBuilder<unknown> => sql`${seen(viewer, view, sql`l.pledge_id`)} and ${seen(viewer, view, sql`l.counted_in_id`)}`;

/** On the desk: everything for the secretariat, what is about their own pledges for who speaks for a provider. */
function onDesk(viewer: Actor): RawBuilder<unknown> {
  if (holdsAnywhere(viewer, secretariat)) return sql`true`;
  const { organisations, countries } = spokenFor(viewer);
  return sql`exists (select from pledges p where p.id in (l.pledge_id, l.counted_in_id) and (p.provider_organisation_id = any(${organisations}::uuid[]) or p.provider_country_iso2 = any(${countries}::text[])))`;
}

const sideOf = (id: RawBuilder<unknown>, view: View): RawBuilder<unknown> => sql`(
  select jsonb_build_object('id', p.id, 'ref', p.ref, 'title', p.title, 'coalition_id', p.coalition_id, 'provider_organisation_id', p.provider_organisation_id, 'provider_country_iso2', p.provider_country_iso2,
    'provider', coalesce(o.name, k.name), 'currency', p.currency, 'announced', trim_scale(p.amount)::text, 'stands', trim_scale(pledge_stands(p.id))::text, 'announced_on', p.announced_on)
  from pledges p left join organisations o on o.id = p.provider_organisation_id left join country_texts k on k.iso2 = p.provider_country_iso2 and k.language = ${view.language} where p.id = ${id})`;

const day = (column: string, as: string): RawBuilder<unknown> => sql`(${sql.ref(`l.${column}`)} at time zone 'UTC')::date as ${sql.ref(as)}`;

const newest = recently(sql`l.proposed_at`);

/** Links under a condition on `l`, in an order, with everything that is shown of them: one query whatever their number. */
async function linksWhere(where: RawBuilder<unknown>, order: RawBuilder<unknown>, view: View): Promise<readonly (LinkRow & { readonly sort_key: string })[]> {
  const found = await sql<LinkRow & { readonly sort_key: string }>`
    select l.id, l.kind, trim_scale(l.amount)::text as amount, trim_scale(e.taken_off)::text as taken_off, l.note, l.state, l.origin, l.reasons, l.proposed_by, l.version,
      ${day('proposed_at', 'proposed_on')}, ${day('decided_at', 'decided_on')}, l.decided_reason, ${day('ended_at', 'ended_on')}, l.ended_reason, ${newest.text} as sort_key,
      ${sideOf(sql`l.pledge_id`, view)} as pledge, ${sideOf(sql`l.counted_in_id`, view)} as counted_in,
      (select coalesce(json_agg(json_build_object('words', b.words, 'written_on', (b.written_at at time zone 'UTC')::date) order by b.written_at, b.id), '[]') from funding_link_objections b where b.link_id = l.id) as objections
    from funding_links l left join funding_link_effects e on e.link_id = l.id
    where ${where} ${order}`.execute(database());
  return found.rows;
}

const pageSize = 25;

/** The desk: newest first, of one state at a time. */
export async function listLinks(viewer: Actor, list: ListState<LinkFilter>, view: View): Promise<Page<LinkRow>> {
  const { filters } = list;
  const [state = 'proposed'] = (filters.state ?? []).filter((one) => linkStates.some((known) => known === one));
  const kinds = filters.kind?.filter((one) => linkKinds.some((known) => known === one));
  const [words] = filters.q ?? [];
  const where = sql.join([
    sql`l.state = ${state}`, onDesk(viewer), bothSeen(viewer, view),
    ...(kinds === undefined ? [] : [sql`l.kind = any(${kinds}::text[])`]),
    ...(words === undefined ? [] : [sql`exists (select from pledges p where p.id in (l.pledge_id, l.counted_in_id) and (p.tokens @> search_tokens(${words}) or p.ref = upper(${words})))`]),
  ], sql` and `);
  const [rows, counted] = await Promise.all([
    linksWhere(sql`${where} and ${beyond(list, newest, sql`l.id`)}`, sql`order by l.proposed_at ${way(list)}, l.id ${way(list)} limit ${pageSize + 1}`, view),
    sql<{ count: number }>`select count(*)::int as count from (select from funding_links l where ${where} limit ${countLimit + 1}) counted`.execute(database()),
  ]);
  return { ...markOf(rows, pageSize), total: totalOf(counted.rows[0]?.count ?? 0) };
}

/** How many links of the desk are in each state. */
export async function countLinks(viewer: Actor, view: View): Promise<Readonly<Record<LinkState, number>>> {
  const found = await sql<{ state: LinkState; count: number }>`select l.state, count(*)::int as count from funding_links l where ${onDesk(viewer)} and ${bothSeen(viewer, view)} group by 1`.execute(database());
  return { proposed: 0, decided: 0, declined: 0, ended: 0, ...Object.fromEntries(found.rows.map(({ state, count }) => [state, count])) };
}

/** One link of the desk. */
export async function findLink(viewer: Actor, id: string, view: View): Promise<LinkRow | undefined> {
  if (!isId(id)) return undefined;
  return (await linksWhere(sql`l.id = ${id} and ${onDesk(viewer)} and ${bothSeen(viewer, view)}`, sql``, view))[0];
}

/** The decided links from and to a pledge, for everybody who may read both, in the order in which they were decided. */
export const linksOf = (viewer: Actor, pledgeId: string, view: View): Promise<readonly LinkRow[]> =>
  linksWhere(sql`${pledgeId} in (l.pledge_id, l.counted_in_id) and l.state = 'decided' and ${bothSeen(viewer, view)}`, sql`order by l.decided_at, l.id`, view);
