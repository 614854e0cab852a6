import type { Actor } from '#app/access/actor';
import { rule } from '#app/access/permit';
import { leads, type GroupRef } from '#app/working-groups/policy';

export const dimensionPolicy = {
  /** DI-1: whoever leads the group says into which dimensions its work falls. */
  keep: rule('group:dimension', (actor: Actor, group: GroupRef) => leads(actor, { working_group_id: group.id, coalition_id: group.coalition_id })),
};
