import { holds, isSecretariat, secretariat, type Actor } from '#app/access/actor';
import { allow, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';

export interface CoalitionRef {
  readonly id: string;
  readonly parent_id: string | null;
  readonly country_iso2: string | null;
}

/** Who may do what with coalitions. Reading is open: a coalition stands in public. */
export const coalitionPolicy = {
  form: rule('coalition:form', (actor: Actor, under: { readonly parent_id: string | null }) =>
    actor.kind === 'system' ? allow : allowIf(holds(actor, [...secretariat, 'platform_admin'], { coalition_id: under.parent_id }), 'access:reasons.secretariat_only')),
  edit: rule('coalition:edit', (actor: Actor, coalition: CoalitionRef) =>
    actor.kind === 'system' ? allow : allowIf(isSecretariat(actor, coalition.id) || isSecretariat(actor, coalition.parent_id) || holds(actor, ['country_coordinator'], { country_iso2: coalition.country_iso2 }), 'access:reasons.secretariat_only')),
};
