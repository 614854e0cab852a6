import { rule } from '#app/access/permit';
import { leadsLiving } from '#app/working-groups/policy';

export const dimensionPolicy = {
  /** DI-1: whoever leads the group says into which dimensions its work falls. */
  keep: rule('group:dimension', leadsLiving),
};
