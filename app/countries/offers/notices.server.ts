import { personOf, type Actor } from '#app/access/actor';
import { nameOfParty } from '#app/frameworks/endorsements/party.server';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import { countryName } from '#db/reference/countries';
import { placeOfCountry } from '../place.server';
import { peopleOfCountry, peopleOfProvider } from '../readers.server';
import type { LockedOffer } from './lock.server';

/** Those who answer: the people of the countries that the offer is for. An offer to everybody is found in the list, not mailed to the world. */
export async function tellCountry(tx: Tx, row: LockedOffer, words: 'offer_made' | 'offer_withdrawn', actor: Actor, now: Date): Promise<void> {
  const readers = new Set<string>();
  for (const country of row.countries) {
    const place = await placeOfCountry(country, tx);
    if (place !== undefined) for (const person of await peopleOfCountry(tx, place, now)) readers.add(person);
  }
  await tell(tx, row, { words, actor, readers, now });
}

interface Answer {
  readonly actor: Actor;
  readonly country_iso2: string;
  readonly now: Date;
  readonly reason?: string;
}

/** Those who offered, with the country's answer. */
export async function tellProvider(tx: Tx, row: LockedOffer, words: 'offer_accepted' | 'offer_declined', answer: Answer): Promise<void> {
  await tell(tx, row, { ...answer, words, readers: await peopleOfProvider(tx, row, row.offered_by, answer.now) });
}

/** The country that took the offer, of the pledge that it became. */
export async function tellOfPledge(tx: Tx, row: LockedOffer, pledge: { readonly ref: string }, country_iso2: string, actor: Actor, now: Date): Promise<void> {
  const place = await placeOfCountry(country_iso2, tx);
  if (place === undefined) return;
  await tell(tx, row, { words: 'offer_converted', actor, readers: await peopleOfCountry(tx, place, now), now, pledge: pledge.ref });
}

interface Notice extends Omit<Answer, 'country_iso2'> {
  readonly words: string;
  readonly country_iso2?: string;
  readonly readers: Iterable<string>;
  readonly pledge?: string;
}

async function tell(tx: Tx, row: LockedOffer, { words, actor, country_iso2, readers, now, reason = '', pledge = '' }: Notice): Promise<void> {
  const { title } = await tx.selectFrom('offer_texts').select('title').where('offer_id', '=', row.id).where('language', '=', row.language).executeTakeFirstOrThrow();
  const provider = await nameOfParty(tx, { organisation_id: row.provider_organisation_id, country_iso2: row.provider_country_iso2 });
  for (const personId of readers) {
    if (personId === personOf(actor)) continue;
    await sendLetter(tx, {
      to: { personId }, words: `countries:mails.${words}`, now, thread: `offer:${row.id}`, key: `offer:${row.id}:${words}:${personId}`,
      values: (language) => ({ ref: row.ref, title, reason, pledge, provider: provider(language), country: country_iso2 === undefined ? '' : countryName(country_iso2, language) }),
      path: (language) => (pledge === '' ? paths.in(language).offer(row.ref) : paths.in(language).pledge(pledge)),
    });
  }
}
