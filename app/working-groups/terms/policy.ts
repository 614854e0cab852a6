import { holds, secretariat, type Actor } from '#app/access/actor';
import { all, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { lives, type GroupRef } from '#app/working-groups/policy';

export const termsPolicy = {
  /** TR-1: a group does not write its own terms; who charters groups does. */
  write: rule('group:terms', (actor: Actor, group: GroupRef) =>
    all(() => allowIf(holds(actor, [...secretariat, 'platform_admin'], { coalition_id: group.coalition_id }), 'access:reasons.secretariat_only'), () => lives(group))),
};
