import type { Actor } from '#app/access/actor';
import { all, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { isFinal, type CommitmentRef } from '../model';
import { byDesk, byIndependent, byLead, byReader } from '../policy';
import type { SafeguardRef, SafeguardState } from './model';

const isIn = (safeguard: SafeguardRef, ...states: readonly SafeguardState[]) => (): Decision => allowIf(states.includes(safeguard.safeguard), 'access:reasons.not_now');
/** Three people: one writes, one reads, one approves. */
const byAnother = (actor: Actor, ...before: readonly (string | null)[]) => (): Decision => allowIf(actor.kind !== 'person' || !before.includes(actor.id), 'access:reasons.not_your_own');

/** CO-7: who may say how data about learners are kept safe, and that it is enough. */
export const safeguardPolicy = {
  write: rule('safeguard:write', (actor: Actor, c: CommitmentRef) => all(byLead(actor, c), () => allowIf(!isFinal(c.status), 'access:reasons.not_now'))),
  review: rule('safeguard:review', (actor: Actor, s: SafeguardRef) => all(byReader(actor, s), isIn(s, 'draft'), byAnother(actor, s.written_by), byIndependent(actor, s))),
  approve: rule('safeguard:approve', (actor: Actor, s: SafeguardRef) => all(byDesk(actor, s), isIn(s, 'reviewed'), byAnother(actor, s.written_by, s.reviewed_by), byIndependent(actor, s))),
  return: rule('safeguard:return', (actor: Actor, s: SafeguardRef) => all(byReader(actor, s), isIn(s, 'draft', 'reviewed'), byAnother(actor, s.written_by), byIndependent(actor, s))),
};
