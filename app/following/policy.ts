import type { Actor } from '#app/access/actor';
import { all, allow, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';

/** Whose following it is. */
export interface Follower {
  readonly person_id: string;
}

export const followPolicy = {
  /** To follow, to stop, and to choose the rhythm: everybody for themselves. What is followed was found by what they may read. */
  change: rule('follow:change', (actor: Actor, { person_id }: Follower) => all(
    () => allowIf(actor.kind === 'person', 'access:reasons.sign_in'),
    () => allowIf(actor.kind === 'person' && actor.id === person_id, 'access:reasons.only_yourself'),
  )),
  /** To stop the digests of the person whose secret one holds: the link in their mail is all it takes. */
  stop: rule('follow:stop', (_actor: Actor, _: Follower) => allow),
};
