import type { Actor } from '#app/access/actor';
import { all } from '#app/access/decision';
import { rule } from '#app/access/permit';
import type { CommitmentRef } from '../model';
import { byLead, inState } from '../policy';
import type { MilestoneRef } from './model';

/** CO-9: who plans milestones, and says what became of them. */
export const milestonePolicy = {
  plan: rule('milestone:plan', (actor: Actor, c: CommitmentRef) => all(byLead(actor, c), inState('plan_milestone', c))),
  remove: rule('milestone:remove', (actor: Actor, c: MilestoneRef) => all(byLead(actor, c), inState('edit', c))),
  report: rule('milestone:report', (actor: Actor, c: MilestoneRef) => all(byLead(actor, c), inState('record_progress', c))),
};
