import type { Actor } from '#app/access/actor';
import { all, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { leads, type SessionRef } from '#app/working-groups/policy';

export interface TakeawayRef {
  readonly id: string;
  readonly working_group_id: string;
  readonly coalition_id: string;
  /** Whether a recommendation or a commitment rests on it. */
  readonly taken_up: boolean;
}

export const takeawayPolicy = {
  /** TA-1: from when a session has begun, or was published as having taken place. */
  record: rule('takeaway:record', (actor: Actor, session: SessionRef) => all(() => leads(actor, session), () => allowIf(!['draft', 'convened', 'cancelled'].includes(session.status), 'access:reasons.not_now'))),
  /** TA-2: as long as nothing rests on it. */
  withdraw: rule('takeaway:withdraw', (actor: Actor, takeaway: TakeawayRef) => all(() => leads(actor, takeaway), () => allowIf(!takeaway.taken_up, 'working-groups:reasons.taken_up'))),
  /** TA-3: turns it into a recommendation of the group. */
  recommend: rule('takeaway:recommend', (actor: Actor, takeaway: TakeawayRef) => leads(actor, takeaway)),
};
