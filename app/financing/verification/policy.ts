import { holds, isIndependentOf, isSecretariat, personOf, type Actor } from '#app/access/actor';
import { all, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { recordsFor, type PledgeTransactionRef } from '#app/financing/pledges/policy';
import { lifts, type GivenRung, type MoneyRef } from './model';

/** A reviewer verifies; the secretariat checks. */
export function rungGivenBy(actor: Actor, coalition_id: string): GivenRung | undefined {
  if (holds(actor, ['reviewer'], { coalition_id })) return 'independently_verified';
  return isSecretariat(actor, coalition_id) ? 'secretariat_checked' : undefined;
}

/** PE-1: never who recorded any of it, never somebody of the provider or of a receiver, now or within 24 months. */
const isIndependent = (actor: Actor, { provider_organisation_id, provider_country_iso2, receivers }: MoneyRef): boolean =>
  [{ organisation_id: provider_organisation_id, country_iso2: provider_country_iso2 }, ...receivers]
    .every(({ organisation_id, country_iso2 }) => isIndependentOf(actor, { lead_organisation_id: organisation_id, lead_country_iso2: country_iso2 }));

function looks(actor: Actor, money: MoneyRef): Decision {
  const given = rungGivenBy(actor, money.coalition_id);
  return all(
    () => allowIf(given !== undefined, 'access:reasons.not_your_role'),
    () => allowIf(given !== undefined && lifts(given, money.verification), 'access:reasons.not_now'),
    () => allowIf(!money.recorders.includes(personOf(actor)), 'access:reasons.not_your_own'),
    () => allowIf(isIndependent(actor, money), 'access:reasons.not_independent'),
  );
}

export const moneyPolicy = {
  addEvidence: rule('transaction:add_evidence', (actor: Actor, transaction: PledgeTransactionRef): Decision => recordsFor(actor, transaction)),
  verify: rule('transaction:verify', looks),
  verifyFigure: rule('pledge:verify', looks),
};
