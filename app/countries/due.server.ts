import { sql } from 'kysely';
import { spokenFor, type Actor } from '#app/access/actor';
import { todayOf, type View } from '#app/commitments/readable.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { addDays } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import type { Due } from '#app/records/due/model';
import { countryName } from '#db/reference/countries';
import { countriesRunBy } from './place.server';

/** Days before its deadline from which a request without an offer is told. */
const soonDays = 30;

interface Waiting {
  readonly what: 'answer' | 'publish' | 'unanswered' | 'convert';
  readonly ref: string;
  readonly title: string;
  readonly country: string;
  readonly by: string | null;
}

/** What waits for the viewer in requests and offers: answers and drafts of the countries they run, accepted offers of those they speak for. */
export async function dueExchange(viewer: Actor, view: View): Promise<Due[]> {
  if (viewer.kind !== 'person') return [];
  // A secretariat that serves everybody is told of what waits nowhere else: each country's coordinator has the rest.
  const coordinated = viewer.roles.flatMap(({ role, country_iso2 }) => (role === 'country_coordinator' && country_iso2 !== null ? [country_iso2] : []));
  const run = coordinated.length > 0 ? coordinated : (await countriesRunBy(viewer));
  return told(await waitingIn(run, spokenFor(viewer), view, coordinated.length === 0), view);
}

/** What waits in one country, whoever looks. */
export const dueInCountry = async (iso2: string, view: View): Promise<Due[]> => told(await waitingIn([iso2], { organisations: [], countries: [iso2] }, view, false), view);

/** `orphaned`: only countries that nobody coordinates. */
async function waitingIn(run: readonly string[], speaks: { readonly organisations: readonly string[]; readonly countries: readonly string[] }, view: View, orphaned: boolean): Promise<readonly Waiting[]> {
  const today = todayOf(view);
  const requestTitle = sql`(select x.title from support_request_texts x where x.request_id = r.id order by x.language = ${view.language} desc, x.language = r.language desc limit 1)`;
  const offerTitle = sql`(select x.title from offer_texts x where x.offer_id = o.id order by x.language = ${view.language} desc, x.language = o.language desc limit 1)`;
  const nobody = (country: ReturnType<typeof sql>) => (orphaned ? sql`not exists (select from roles y where y.role = 'country_coordinator' and y.country_iso2 = ${country} and y.starts_at <= ${view.now} and (y.ends_at is null or y.ends_at > ${view.now}))` : sql`true`);
  const found = await sql<Waiting>`
    select 'answer' as what, o.ref, ${offerTitle} as title, r.country_iso2 as country, coalesce(o.deadline_on, r.deadline_on)::text as by
    from offers o join support_requests r on r.id = o.request_id
    where o.status = 'offered' and r.closed_at is null and r.country_iso2 = any(${[...run]}::text[]) and ${nobody(sql`r.country_iso2`)}
    union all
    select case when r.published_at is null then 'publish' else 'unanswered' end, r.ref, ${requestTitle}, r.country_iso2, r.deadline_on::text
    from support_requests r where r.country_iso2 = any(${[...run]}::text[]) and r.closed_at is null and r.deadline_on >= ${today} and ${nobody(sql`r.country_iso2`)}
      and (r.published_at is null or (r.deadline_on <= ${addDays(today, soonDays)} and not exists (select from offers x where x.request_id = r.id and x.status in ('offered', 'accepted'))))
    union all
    select 'convert', o.ref, ${offerTitle}, o.accepted_for_iso2, null
    from offers o where o.status = 'accepted' and not exists (select from pledges p where p.offer_id = o.id)
      and (o.provider_organisation_id = any(${[...speaks.organisations]}::uuid[]) or o.provider_country_iso2 = any(${[...speaks.countries]}::text[]))
    limit 200`.execute(database());
  return found.rows;
}

function told(rows: readonly Waiting[], view: View): Due[] {
  const t = textFor(view.language, 'countries');
  const to = paths.in(view.language);
  return rows.map(({ what, ref, title, country, by }) => ({
    key: `${what} ${ref}`, title, ref, due_on: by, why: t(`due.${what}`, { country: countryName(country, view.language) }), act: t(`due.act.${what}`),
    href: what === 'answer' || what === 'convert' ? to.offer(ref) : to.request(ref),
  }));
}
