import type { Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import { countriesRunBy, placeOfCountry, type KnownPlace } from '../place.server';
import { isFor } from './model';
import { offerPolicy, type OfferRef } from './policy';
import type { OfferAct } from './desk';

/** The countries that a viewer could take an offer for: those they run and that it is for. Of these only the country differs, so one is asked about. */
export async function countriesToAnswer(viewer: Actor, offer: OfferRef): Promise<readonly KnownPlace['country_iso2'][]> {
  const run = (await countriesRunBy(viewer)).filter((country) => isFor(offer.countries, country));
  const [first] = run;
  const place = first === undefined ? undefined : await placeOfCountry(first);
  return place !== undefined && may(offerPolicy.accept, viewer, { ...offer, place }).allowed ? run : [];
}

/** What a viewer may do with an offer now. Only "somebody else has to do this" is told beside the buttons; other refusals hide them. */
export async function actsOnOffer(viewer: Actor, offer: OfferRef, mayConvert: boolean): Promise<readonly OfferAct[]> {
  const mayAnswer = (await countriesToAnswer(viewer, offer)).length > 0;
  return [
    ...(mayAnswer ? (['acceptance'] as const) : []),
    ...(mayAnswer && offer.countries.length === 1 ? (['refusal'] as const) : []),
    ...(mayConvert ? (['pledge'] as const) : []),
    ...(may(offerPolicy.withdraw, viewer, offer).allowed ? (['withdrawal'] as const) : []),
  ];
}
