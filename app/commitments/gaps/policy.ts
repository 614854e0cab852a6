import type { Actor } from '#app/access/actor';
import { all, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import type { CommitmentRef } from '../model';
import { byIndependent, byLead, byReader, inState } from '../policy';
import type { GapRef } from './model';

const isOpen = ({ gap }: GapRef) => (): Decision => allowIf(gap === 'open' || gap === 'planned', 'access:reasons.not_now');
const byAnother = (actor: Actor, { opened_by }: GapRef) => (): Decision => allowIf(actor.kind !== 'person' || actor.id !== opened_by, 'access:reasons.not_your_own');
const byOwnLead = (actor: Actor, gap: GapRef): Decision => all(byLead(actor, gap), inState('complete', gap), isOpen(gap));

/** CO-13: the lead names what is missing and finds it out; that nobody will know is accepted by another. */
export const gapPolicy = {
  open: rule('gap:open', (actor: Actor, c: CommitmentRef) => all(byLead(actor, c), inState('complete', c))),
  plan: rule('gap:plan', byOwnLead),
  close: rule('gap:close', byOwnLead),
  accept: rule('gap:accept', (actor: Actor, gap: GapRef) => all(byReader(actor, gap), isOpen(gap), byAnother(actor, gap), byIndependent(actor, gap))),
};
