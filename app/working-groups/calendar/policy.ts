import type { Actor } from '#app/access/actor';
import { allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';

export const calendarPolicy = {
  /** To have an address for one's own calendar, another one, or none. */
  renew: rule('calendar:renew', (actor: Actor, { person_id }: { readonly person_id: string }) => allowIf(actor.kind === 'person' && actor.id === person_id, 'access:reasons.only_yourself')),
};
