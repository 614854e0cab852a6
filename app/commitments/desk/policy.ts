import { holdsAnywhere, secretariat, type Actor } from '#app/access/actor';
import { all, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { isFinal, type CommitmentRef } from '../model';
import { byDesk } from '../policy';

/** The desk itself; what is done there is decided again for each commitment. */
export interface Desk {
  readonly desk: true;
}
const atDesk = (actor: Actor): Decision => allowIf(holdsAnywhere(actor, secretariat), 'access:reasons.secretariat_only');
const ofEach = (actor: Actor, subject: Desk | CommitmentRef, open: (c: CommitmentRef) => boolean): Decision =>
  'desk' in subject ? atDesk(actor) : all(byDesk(actor, subject), () => allowIf(open(subject), 'access:reasons.not_now'));

export const deskPolicy = {
  look: rule('commitment:desk', (actor: Actor, _: Desk) => atDesk(actor)),
  assign: rule('commitment:assign', (actor: Actor, subject: Desk | CommitmentRef) => ofEach(actor, subject, ({ status }) => !isFinal(status) && status !== 'draft')),
  nudge: rule('commitment:nudge', (actor: Actor, subject: Desk | CommitmentRef) => ofEach(actor, subject, ({ status }) => status === 'published')),
  tag: rule('commitment:tag', (actor: Actor, subject: Desk | CommitmentRef) => ofEach(actor, subject, () => true)),
};
