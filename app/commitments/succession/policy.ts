import type { Actor } from '#app/access/actor';
import { all } from '#app/access/decision';
import { rule } from '#app/access/permit';
import type { CommitmentRef } from '../model';
import { byLead, inState } from '../policy';

/** Who may write the promise that takes the place of another one. Its publication is decided like any other. */
export const successionPolicy = {
  start: rule('succession:start', (actor: Actor, c: CommitmentRef) => all(byLead(actor, c), inState('supersede', c))),
};
