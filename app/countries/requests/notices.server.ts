import { sql } from 'kysely';
import { personOf, type Actor } from '#app/access/actor';
import { formatDate } from '#app/languages/format';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import { countryName } from '#db/reference/countries';
import { peopleOfCountry, peopleOfProvider, type Provider } from '../readers.server';
import type { LockedRequest } from './lock.server';

/** The people of the country, and of every provider whose open offer fits: same pillar, and for this country. Not who did it. */
export async function tellOfPublication(tx: Tx, row: LockedRequest, actor: Actor, now: Date): Promise<void> {
  const fitting = await sql<Provider & { offered_by: string | null }>`
    select o.provider_organisation_id, o.provider_country_iso2, o.offered_by from offers o
    where o.status = 'offered' and o.request_id is null and o.pillar_node_id = ${row.pillar_node_id} and (o.deadline_on is null or o.deadline_on >= ${now}::date)
      and (not exists (select from offer_countries c where c.offer_id = o.id) or exists (select from offer_countries c where c.offer_id = o.id and c.country_iso2 = ${row.country_iso2}))`.execute(tx);
  const readers = new Set(await peopleOfCountry(tx, row, now));
  for (const provider of fitting.rows) for (const person of await peopleOfProvider(tx, provider, provider.offered_by, now)) readers.add(person);
  await tell(tx, row, { words: 'request_published', actor, readers, now });
}

/** The people of the country, and whoever offered. */
export async function tellOfClosing(tx: Tx, row: LockedRequest, reason: string, actor: Actor, now: Date): Promise<void> {
  const offered = await tx.selectFrom('offers').select(['provider_organisation_id', 'provider_country_iso2', 'offered_by']).where('request_id', '=', row.id).where('status', '<>', 'withdrawn').execute();
  const readers = new Set(await peopleOfCountry(tx, row, now));
  for (const provider of offered) for (const person of await peopleOfProvider(tx, provider, provider.offered_by, now)) readers.add(person);
  await tell(tx, row, { words: 'request_closed', actor, readers, now, reason });
}

interface Notice {
  readonly words: 'request_published' | 'request_closed';
  readonly actor: Actor;
  readonly readers: Iterable<string>;
  readonly now: Date;
  readonly reason?: string;
}

async function tell(tx: Tx, row: LockedRequest, { words, actor, readers, now, reason = '' }: Notice): Promise<void> {
  const { title } = await tx.selectFrom('support_request_texts').select('title').where('request_id', '=', row.id).where('language', '=', row.language).executeTakeFirstOrThrow();
  for (const personId of readers) {
    if (personId === personOf(actor)) continue;
    await sendLetter(tx, {
      to: { personId }, words: `countries:mails.${words}`, now, thread: `request:${row.id}`, key: `request:${row.id}:${words}:${personId}`,
      values: (language) => ({ ref: row.ref, title, reason, country: countryName(row.country_iso2, language), by: formatDate(language, row.deadline_on) }),
      path: (language) => paths.in(language).request(row.ref),
    });
  }
}
