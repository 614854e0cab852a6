import type { Actor } from '#app/access/actor';
import { holds } from '#app/access/actor';
import { all, allow, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import type { CommitmentRef } from '../model';
import { byIndependent, byLead, byReader, inState } from '../policy';
import type { AmendmentRef } from './model';

const isOpen = (amendment: AmendmentRef) => (): Decision => allowIf(amendment.amendment === 'asked', 'access:reasons.not_now');
/** Nobody decides what they asked for. */
const byAnother = (actor: Actor, { asked_by }: AmendmentRef) => (): Decision => allowIf(actor.kind !== 'person' || actor.id !== asked_by, 'access:reasons.not_your_own');
const decides = (actor: Actor, amendment: AmendmentRef): Decision =>
  all(byReader(actor, amendment), isOpen(amendment), inState('amend', amendment), byAnother(actor, amendment), byIndependent(actor, amendment));

/** Who may change what was promised in public. What was approved is read with the commitment itself. */
export const amendmentPolicy = {
  ask: rule('amendment:ask', (actor: Actor, c: CommitmentRef) => all(byLead(actor, c), inState('amend', c))),
  read: rule('amendment:read', (actor: Actor, c: CommitmentRef) =>
    holds(actor, ['auditor'], { coalition_id: c.coalition_id }) || byReader(actor, c)().allowed ? allow : byLead(actor, c)()),
  approve: rule('amendment:approve', decides),
  decline: rule('amendment:decline', decides),
  withdraw: rule('amendment:withdraw', (actor: Actor, amendment: AmendmentRef) => all(byLead(actor, amendment), isOpen(amendment))),
};
