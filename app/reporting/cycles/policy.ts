import { isSecretariat, type Actor } from '#app/access/actor';
import { allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';

export const cyclePolicy = {
  plan: rule('cycle:plan', (actor: Actor, under: { readonly coalition_id: string }) => allowIf(actor.kind === 'system' || isSecretariat(actor, under.coalition_id), 'access:reasons.secretariat_only')),
  board: rule('cycle:board', (actor: Actor, cycle: { readonly coalition_id: string }) => allowIf(actor.kind === 'system' || isSecretariat(actor, cycle.coalition_id), 'access:reasons.secretariat_only')),
};
