import { holds, isSecretariat, type Actor } from '#app/access/actor';
import { allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';

export const cyclePolicy = {
  /** The secretariat of the coalition, and of those above it. */
  plan: rule('cycle:plan', (actor: Actor, { coalition_id, above = [] }: { readonly coalition_id: string; readonly above?: readonly string[] }) =>
    allowIf([coalition_id, ...above].some((id) => isSecretariat(actor, id)), 'access:reasons.secretariat_only')),
  /** Who has reported and what waits to be read: for the secretariat, and for those who read what was sent. */
  board: rule('cycle:board', (actor: Actor, cycle: { readonly coalition_id: string }) =>
    allowIf(isSecretariat(actor, cycle.coalition_id) || holds(actor, ['reviewer', 'auditor', 'platform_admin'], cycle), 'access:reasons.not_your_role')),
};
