import { holds, secretariat, speakers, type Actor } from '#app/access/actor';
import { all, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { isAsked } from '#app/working-groups/recommendations/model';

/** An addressee and what is asked of them; neither organisation nor country is the secretariat of the coalition. */
export interface AddressedParty {
  /** Of the recommendation. */
  readonly id: string;
  readonly status: string;
  readonly coalition_id: string;
  readonly addressee_organisation_id: string | null;
  readonly addressee_country_iso2: string | null;
}

const speaksFor = (actor: Actor, { addressee_organisation_id: organisation_id, addressee_country_iso2: country_iso2, coalition_id }: AddressedParty): Decision => {
  if (organisation_id === null && country_iso2 === null) return allowIf(holds(actor, secretariat, { coalition_id }), 'access:reasons.secretariat_only');
  return allowIf(holds(actor, speakers, { organisation_id, country_iso2 }), country_iso2 === null ? 'access:reasons.not_your_organisation' : 'access:reasons.not_your_country');
};

export const responsePolicy = {
  /** RS-1: whoever speaks for the addressee, from when it is final until it is closed. */
  give: rule('response:give', (actor: Actor, party: AddressedParty) => all(() => speaksFor(actor, party), () => allowIf(isAsked(party.status), 'access:reasons.not_now'))),
};
