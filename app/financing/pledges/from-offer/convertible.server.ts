import type { OfferRecord } from '#app/countries/offers/queries.server';
import { placeOf, type CommitmentChoice } from '../place.server';
import type { Convertible } from './policy';

/** The offer as what the permit is asked about, with the commitment that the pledge is to pay for; undefined before there is a coalition. */
export async function convertibleOf(offer: Pick<OfferRecord, 'id' | 'state' | 'provider_organisation_id' | 'provider_country_iso2'>, commitment: CommitmentChoice | undefined): Promise<Convertible | undefined> {
  const place = await placeOf({ organisation_id: offer.provider_organisation_id, country_iso2: offer.provider_country_iso2 }, commitment);
  return place === undefined ? undefined : { ...place, offer_id: offer.id, state: offer.state };
}
