import { holds, secretariat, type Actor } from '#app/access/actor';
import { all, allow, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import type { ActionAct } from '#app/paths';
import { fits } from './model';

export interface ActionRef {
  readonly id: string;
  readonly owner_id: string;
  readonly status: string;
  readonly working_group_id: string;
  readonly coalition_id: string;
}

const leads = (actor: Actor, action: ActionRef) => (): Decision => allowIf(holds(actor, ['wg_chair', 'wg_cochair', 'wg_secretary', ...secretariat], action), 'working-groups:reasons.chair_only');
/** Who has it, and those who lead the group. */
const concerned = (actor: Actor, action: ActionRef) => (): Decision => (actor.kind === 'person' && actor.id === action.owner_id ? allow : leads(actor, action)());
const now = (act: ActionAct, action: ActionRef) => (): Decision => allowIf(fits(act, action.status), 'access:reasons.not_now');

export const actionPolicy = {
  start: rule('action:start', (actor: Actor, action: ActionRef) => all(concerned(actor, action), now('start', action))),
  complete: rule('action:complete', (actor: Actor, action: ActionRef) => all(concerned(actor, action), now('completion', action))),
  block: rule('action:block', (actor: Actor, action: ActionRef) => all(concerned(actor, action), now('blocking', action))),
  reschedule: rule('action:reschedule', (actor: Actor, action: ActionRef) => all(concerned(actor, action), now('rescheduling', action))),
  reassign: rule('action:reassign', (actor: Actor, action: ActionRef) => all(concerned(actor, action), now('reassignment', action))),
  reopen: rule('action:reopen', (actor: Actor, action: ActionRef) => all(concerned(actor, action), now('reopening', action))),
  /** AB-2: what was given in a session is taken back by those who lead the group, not by who has it. */
  cancel: rule('action:cancel', (actor: Actor, action: ActionRef) => all(leads(actor, action), now('cancellation', action))),
  history: rule('action:history', (actor: Actor, action: ActionRef) => (holds(actor, ['auditor', 'platform_admin'], action) ? allow : concerned(actor, action)())),
};

export const ruleOf = {
  start: actionPolicy.start, completion: actionPolicy.complete, blocking: actionPolicy.block, rescheduling: actionPolicy.reschedule,
  reassignment: actionPolicy.reassign, reopening: actionPolicy.reopen, cancellation: actionPolicy.cancel,
} as const satisfies Record<ActionAct, unknown>;
