import { holds, secretariat, type Actor } from '#app/access/actor';
import { all, allow, allowIf, deny } from '#app/access/decision';
import { rule } from '#app/access/permit';
import type { SessionRef } from '#app/working-groups/policy';
import { hasRoom } from './model';

/** A session with who stands behind its seats. */
export interface SeatedRef extends SessionRef {
  readonly people: readonly string[];
}

const signedIn = (actor: Actor) => (actor.kind === 'person' ? allow : deny('access:reasons.sign_in'));

const seated = (actor: Actor, { people }: SeatedRef): boolean => actor.kind === 'person' && people.includes(actor.id);
const inside = ['wg_chair', 'wg_cochair', 'wg_secretary', 'wg_member', 'auditor', ...secretariat] as const;

export const roomPolicy = {
  /** LV-1: the group's own room: who sits on a seat, its officers, and those who serve or audit its coalition. */
  attend: rule('session:attend', (actor: Actor, session: SeatedRef) => all(
    () => signedIn(actor), () => allowIf(seated(actor, session) || holds(actor, inside, session), 'working-groups:reasons.room_only'), () => allowIf(hasRoom(session.status), 'working-groups:reasons.not_in_this_state'))),
  /** LV-2: who stands behind a seat says of themselves that they are there, while the session is under way. */
  checkIn: rule('session:check_in', (actor: Actor, session: SeatedRef) => all(
    () => signedIn(actor), () => allowIf(seated(actor, session), 'working-groups:reasons.no_seat'), () => allowIf(session.status === 'in_progress', 'working-groups:reasons.not_in_this_state'))),
};
