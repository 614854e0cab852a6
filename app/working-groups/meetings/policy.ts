import { isPortal, type Actor } from '#app/access/actor';
import { allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';

export const programmePolicy = {
  /** Sessions of a group as a programme lists them: the portal writes them for whoever imports. */
  take: rule('session:take', (actor: Actor, _: { readonly working_group_id: string }) => allowIf(isPortal(actor, 'import'), 'access:reasons.secretariat_only')),
};
