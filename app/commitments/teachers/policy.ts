import type { Actor } from '#app/access/actor';
import { all } from '#app/access/decision';
import { rule } from '#app/access/permit';
import type { CommitmentRef } from '../model';
import { byLead, inState } from '../policy';

/** Who says how teachers take part. */
export const teacherPolicy = { say: rule('teacher:say', (actor: Actor, c: CommitmentRef) => all(byLead(actor, c), inState('complete', c))) };
