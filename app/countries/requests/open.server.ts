import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import type { Page } from '#app/table/keyset';
import { openState, type RequestFilter, type RequestRow } from './list';
import { listRequests, tallyRequests } from './queries.server';

/** Requests that are not answered in full: those due first are shown. */
export interface OpenRequests {
  readonly rows: readonly RequestRow[];
  readonly count: number;
  /** Of them, those without an offer. */
  readonly unanswered: number;
}

export async function openRequests(viewer: Actor, filters: Readonly<Partial<Record<RequestFilter, readonly string[]>>>, view: View, size = 5): Promise<OpenRequests> {
  const open = { ...filters, state: [openState] };
  const [page, tally]: [Page<RequestRow>, Awaited<ReturnType<typeof tallyRequests>>] = await Promise.all([
    listRequests(viewer, { filters: open, sort: { by: 'deadline', descending: false }, after: null }, view, size), tallyRequests(viewer, open, view),
  ]);
  return { rows: page.rows, count: page.total.count, unanswered: tally.published ?? 0 };
}

/** What came of the requests of a country, and what it offers itself. */
export interface Exchange {
  readonly open: OpenRequests;
  readonly matched: number;
  /** Of the accepted offers, those that are a pledge. */
  readonly pledged: number;
  readonly made: number;
}

export async function exchangeOf(viewer: Actor, iso2: string, view: View): Promise<Exchange> {
  const [open, found] = await Promise.all([
    openRequests(viewer, { country: [iso2] }, view, 8),
    sql<Omit<Exchange, 'open'>>`
      select (select count(distinct o.request_id)::int from offers o where o.accepted_for_iso2 = ${iso2} and o.request_id is not null) as matched,
        (select count(*)::int from offers o join pledges p on p.offer_id = o.id where o.accepted_for_iso2 = ${iso2} and p.visibility = 'public') as pledged,
        (select count(*)::int from offers o where o.provider_country_iso2 = ${iso2} and o.status <> 'withdrawn') as made`.execute(database()),
  ]);
  return { open, ...(found.rows[0] ?? { matched: 0, pledged: 0, made: 0 }) };
}
