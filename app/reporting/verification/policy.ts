import { holds, isIndependentOf, isSecretariat, personOf, speakers, type Actor } from '#app/access/actor';
import { all, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { byIndependent, byReader, speaksForLead } from '#app/commitments/policy';
import type { ClaimRef, Party } from './model';

const isAccepted = (claim: ClaimRef): boolean => claim.status === 'accepted' || claim.status === 'published';
const isQuiet = (claim: ClaimRef) => (): Decision => allowIf(isAccepted(claim) && claim.contest === null, 'access:reasons.not_now');
/** Nobody decides about what they had a part in. */
const byNone = (actor: Actor, people: readonly (string | null)[]) => (): Decision => allowIf(personOf(actor) === null || !people.includes(personOf(actor)), 'access:reasons.not_your_own');

/** For whom an actor may dispute an update: the coalition, a country that the commitment names, a partner that confirmed; never the lead. */
export function partyOf(actor: Actor, claim: ClaimRef): Party | undefined {
  const nobody = { organisation_id: null, country_iso2: null };
  if (speaksForLead(actor, claim)) return undefined;
  if (isSecretariat(actor, claim.coalition_id)) return { contested_as: 'secretariat', ...nobody };
  if (holds(actor, ['reviewer'], { coalition_id: claim.coalition_id })) return { contested_as: 'reviewer', ...nobody };
  const country_iso2 = claim.countries.find((iso2) => holds(actor, ['country_coordinator'], { country_iso2: iso2 }));
  if (country_iso2 !== undefined) return { contested_as: 'country', organisation_id: null, country_iso2 };
  const organisation_id = claim.partners.find((partner) => holds(actor, speakers, { organisation_id: partner }));
  return organisation_id === undefined ? undefined : { contested_as: 'partner', organisation_id, country_iso2: null };
}

/** PE-1, towards both sides. */
const fromNeither = (actor: Actor, claim: ClaimRef) => (): Decision =>
  allowIf(isIndependentOf(actor, { lead_organisation_id: claim.contest?.organisation_id ?? null, lead_country_iso2: claim.contest?.country_iso2 ?? null }), 'access:reasons.not_independent');

/** What may be done with an update that was accepted. */
export const claimPolicy = {
  verify: rule('update:verify', (actor: Actor, claim: ClaimRef) => all(
    () => allowIf(holds(actor, ['reviewer'], { coalition_id: claim.coalition_id }), 'access:reasons.not_your_role'),
    isQuiet(claim), () => allowIf(claim.verification !== 'independently_verified', 'access:reasons.not_now'), byNone(actor, [claim.written_by]), byIndependent(actor, claim),
  )),
  contest: rule('update:contest', (actor: Actor, claim: ClaimRef) => all(() => allowIf(partyOf(actor, claim) !== undefined, 'access:reasons.not_your_role'), isQuiet(claim), byNone(actor, [claim.written_by]))),
  reply: rule('update:reply', (actor: Actor, claim: ClaimRef) => all(
    () => allowIf(speaksForLead(actor, claim), claim.lead_country_iso2 === null ? 'access:reasons.not_your_organisation' : 'access:reasons.not_your_country'),
    () => allowIf(claim.contest !== null && !claim.contest.replied, 'access:reasons.not_now'),
  )),
  settle: rule('update:settle', (actor: Actor, claim: ClaimRef) => all(
    byReader(actor, claim), () => allowIf(claim.contest !== null, 'access:reasons.not_now'),
    byNone(actor, [claim.written_by, claim.accepted_by, ...claim.verifiers, claim.contest?.contested_by ?? null, claim.contest?.replied_by ?? null]),
    byIndependent(actor, claim), fromNeither(actor, claim),
  )),
};
