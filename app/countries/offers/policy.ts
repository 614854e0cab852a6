import { holds, holdsAnywhere, speakers, type Actor } from '#app/access/actor';
import { all, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { byThoseWhoRun, type CountryPlace } from '../place';
import type { OfferState } from './model';

/** Whose offer it is: a member organisation or a country. */
export interface Provider {
  readonly provider_organisation_id: string | null;
  readonly provider_country_iso2: string | null;
}

export interface OfferRef extends Provider {
  readonly id: string;
  readonly state: OfferState;
  readonly offered_by: string | null;
  /** For whom it is: the country of its request, or those it names; none is every country. */
  readonly countries: readonly string[];
}

/** An offer as one country answers it. */
export interface OfferTo extends OfferRef {
  readonly place: CountryPlace;
}

/** What a new offer is about: a request, or nothing in particular. */
export interface NewOffer extends Provider {
  readonly request: { readonly id: string; readonly country_iso2: string; readonly open: boolean } | null;
}

export const offersFor = (actor: Actor, { provider_organisation_id, provider_country_iso2 }: Provider): boolean =>
  holds(actor, speakers, { organisation_id: provider_organisation_id, country_iso2: provider_country_iso2 });

/** Whether there is anybody whom a viewer may offer for, and on a request of a country: for buttons, never for a decision. */
export const offersSomewhere = (actor: Actor): boolean => holdsAnywhere(actor, speakers);
export const mayOfferOn = (actor: Actor, country_iso2: string): boolean =>
  actor.kind === 'person' && actor.roles.some((held) => speakers.some((role) => role === held.role) && held.country_iso2 !== country_iso2);

const bySpeaker = (actor: Actor, offer: Provider): Decision =>
  allowIf(offersFor(actor, offer), offer.provider_country_iso2 === null ? 'access:reasons.not_your_organisation' : 'access:reasons.not_your_country');
const waiting = ({ state }: OfferRef): Decision => allowIf(state === 'offered', 'access:reasons.not_now');

/** RQ-6: not who made it, not who speaks for the provider or belongs to it. */
const byAnother = (actor: Actor, offer: OfferRef): Decision => allowIf(
  actor.kind !== 'person' || (actor.id !== offer.offered_by && !offersFor(actor, offer) && !actor.affiliations.some((one) => one.current && one.organisation_id === offer.provider_organisation_id)),
  'access:reasons.not_your_own',
);
const meant = ({ countries, place }: OfferTo): Decision => allowIf(countries.length === 0 || countries.includes(place.country_iso2), 'access:reasons.not_your_country');

export const offerPolicy = {
  make: rule('offer:make', (actor: Actor, offer: NewOffer) => all(
    () => bySpeaker(actor, offer),
    () => allowIf(offer.request === null || offer.request.open, 'countries:reasons.takes_no_offers'),
    () => allowIf(offer.request === null || offer.request.country_iso2 !== offer.provider_country_iso2, 'countries:reasons.own_request'),
  )),
  translate: rule('offer:translate', (actor: Actor, offer: OfferRef) => all(() => bySpeaker(actor, offer), () => allowIf(offer.state !== 'withdrawn', 'access:reasons.not_now'))),
  withdraw: rule('offer:withdraw', (actor: Actor, offer: OfferRef) => all(() => bySpeaker(actor, offer), () => waiting(offer))),
  accept: rule('offer:accept', (actor: Actor, offer: OfferTo) => all(() => byThoseWhoRun(actor, offer.place), () => meant(offer), () => byAnother(actor, offer), () => waiting(offer))),
  /** RQ-5: an offer to several countries is not for one of them to turn down. */
  decline: rule('offer:decline', (actor: Actor, offer: OfferTo) => all(
    () => byThoseWhoRun(actor, offer.place), () => meant(offer), () => byAnother(actor, offer), () => waiting(offer),
    () => allowIf(offer.countries.length === 1, 'countries:reasons.offered_to_several'),
  )),
};
