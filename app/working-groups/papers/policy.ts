import type { Actor } from '#app/access/actor';
import { all, allow, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { leads, type SessionRef } from '#app/working-groups/policy';

/** An item of a session, and who presents it. */
export interface PaperPlace extends SessionRef {
  readonly presenter_id: string | null;
}

export const paperPolicy = {
  /** PA-1: those who lead the group, and who presents the item; until the session ends. */
  add: rule('paper:add', (actor: Actor, place: PaperPlace) => all(
    () => (actor.kind === 'person' && actor.id === place.presenter_id ? allow : leads(actor, place)),
    () => allowIf(['draft', 'convened', 'in_progress'].includes(place.status), 'working-groups:reasons.not_in_this_state'),
  )),
  /** PA-2: whether whoever reads the session reads the paper. */
  open: rule('paper:open', (actor: Actor, place: PaperPlace) => leads(actor, place)),
  /** Before the meeting; afterwards a paper stays, since people read it. */
  remove: rule('paper:remove', (actor: Actor, place: PaperPlace) => all(
    () => leads(actor, place), () => allowIf(place.status === 'draft' || place.status === 'convened', 'working-groups:reasons.not_in_this_state'),
  )),
};
