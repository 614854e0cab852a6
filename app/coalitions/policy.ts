import { holds, isPortal, secretariat, type Actor } from '#app/access/actor';
import { allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';

export interface CoalitionRef {
  readonly id: string;
  readonly parent_id: string | null;
  readonly country_iso2: string | null;
}

const desk = [...secretariat, 'platform_admin'] as const;

/** Who may do what with coalitions. Reading is open: a coalition stands in public. */
export const coalitionPolicy = {
  /** The secretariat of the coalition under which the new one is to stand. */
  form: rule('coalition:form', (actor: Actor, under: { readonly parent_id: string | null }) =>
    allowIf(isPortal(actor, 'demo') || holds(actor, desk, { coalition_id: under.parent_id }), 'access:reasons.secretariat_only')),
  /** Its own secretariat, that of the coalition above it, and the coordinator of its country. */
  edit: rule('coalition:edit', (actor: Actor, { id, parent_id, country_iso2 }: CoalitionRef) =>
    allowIf(isPortal(actor, 'demo') || holds(actor, desk, { coalition_id: id }) || holds(actor, desk, { coalition_id: parent_id }) || holds(actor, ['country_coordinator'], { country_iso2 }), 'access:reasons.secretariat_only')),
};
