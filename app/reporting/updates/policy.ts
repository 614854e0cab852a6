import { holds, isIndependentOf, isSecretariat, type Actor } from '#app/access/actor';
import { all, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { speaksForLead } from '#app/commitments/policy';
import { isDecidable, isWritable } from './model';

/** Whose commitment an update is about. */
export interface UpdateOf {
  readonly coalition_id: string;
  readonly lead_organisation_id: string | null;
  readonly lead_country_iso2: string | null;
}
export interface UpdateRef extends UpdateOf {
  readonly status: string;
  readonly written_by: string | null;
}

const speaks = (actor: Actor, of: UpdateOf) =>
  allowIf(
    isSecretariat(actor, of.coalition_id) || speaksForLead(actor, of),
    of.lead_country_iso2 === null ? 'access:reasons.not_your_organisation' : 'access:reasons.not_your_country',
  );
const reads = (actor: Actor, of: UpdateOf) => allowIf(isSecretariat(actor, of.coalition_id) || holds(actor, ['reviewer'], { coalition_id: of.coalition_id }), 'access:reasons.not_your_role');
const another = (actor: Actor, update: UpdateRef) => allowIf(actor.kind !== 'person' || actor.id !== update.written_by, 'access:reasons.not_your_own');
const independent = (actor: Actor, of: UpdateOf) => allowIf(isIndependentOf(actor, of) && !speaksForLead(actor, of), 'access:reasons.not_independent');

export const updatePolicy = {
  write: rule('update:write', (actor: Actor, update: UpdateRef) => all(() => speaks(actor, update), () => allowIf(isWritable(update.status), 'access:reasons.not_now'))),
  return: rule('update:return', (actor: Actor, update: UpdateRef) => all(() => reads(actor, update), () => allowIf(isDecidable(update.status), 'access:reasons.not_now'), () => another(actor, update), () => independent(actor, update))),
  accept: rule('update:accept', (actor: Actor, update: UpdateRef) => all(() => reads(actor, update), () => allowIf(isDecidable(update.status), 'access:reasons.not_now'), () => another(actor, update), () => independent(actor, update))),
};
