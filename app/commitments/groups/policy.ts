import type { Actor } from '#app/access/actor';
import { all } from '#app/access/decision';
import { rule } from '#app/access/permit';
import type { CommitmentRef } from '../model';
import { byLead, inState } from '../policy';

/** Who says that more people benefit than were thought of at the start. */
export const groupAddingPolicy = { add: rule('beneficiary:add', (actor: Actor, c: CommitmentRef) => all(byLead(actor, c), inState('amend', c))) };
