import { holds, secretariat, type Actor } from '#app/access/actor';
import { allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';
import type { GroupRef } from '#app/working-groups/policy';

export const termsPolicy = {
  /** TR-1: a group does not write its own terms; who charters groups does. */
  write: rule('group:terms', (actor: Actor, { coalition_id }: GroupRef) => allowIf(holds(actor, [...secretariat, 'platform_admin'], { coalition_id }), 'access:reasons.secretariat_only')),
};
