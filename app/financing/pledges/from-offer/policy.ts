import type { Actor } from '#app/access/actor';
import { all, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';
import type { OfferState } from '#app/countries/offers/model';
import { pledgePolicy, type PledgePlace } from '../policy';

/** An offer that may become a pledge, and where the pledge will belong. */
export interface Convertible extends PledgePlace {
  readonly offer_id: string;
  readonly state: OfferState;
}

export const conversionPolicy = {
  /** RQ-7: whoever may record the provider's money, once the country has accepted. */
  convert: rule('offer:convert', (actor: Actor, offer: Convertible) =>
    all(() => pledgePolicy.create.decide(actor, offer), () => allowIf(offer.state === 'accepted', 'access:reasons.not_now'))),
};
