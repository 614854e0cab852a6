import { holds, secretariat, type Actor } from '#app/access/actor';
import { all, allow, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { hasEnded, isAtWork } from './model';
import { mayBecome } from './sessions/model';

export interface GroupRef {
  readonly id: string;
  readonly coalition_id: string;
  /** Where it is known; the database decides again on the row as it then stands (GL-4). */
  readonly status?: string;
}
export interface SessionRef {
  readonly id: string;
  readonly working_group_id: string;
  readonly coalition_id: string;
  readonly status: string;
}

/** The chair, the co-chair and the secretary of a group, and those who serve its coalition. */
export const leads = (actor: Actor, group: { readonly working_group_id: string; readonly coalition_id: string }) =>
  allowIf(holds(actor, ['wg_chair', 'wg_cochair', 'wg_secretary', ...secretariat], group), 'working-groups:reasons.chair_only');
export const inState = (session: SessionRef, ...states: readonly string[]) => allowIf(states.includes(session.status), 'working-groups:reasons.not_in_this_state');

/** GL-4: sessions, procedures, proposals and recommendations come from a group that is at work. */
export const atWork = ({ status }: Pick<GroupRef, 'status'>): Decision => allowIf(status === undefined || isAtWork(status), 'working-groups:reasons.not_at_work');
/** GL-5: seats, terms and dimensions change until it ends. */
export const lives = ({ status }: Pick<GroupRef, 'status'>): Decision => allowIf(status === undefined || !hasEnded(status), 'working-groups:reasons.group_ended');
const leadsGroup = (actor: Actor, group: GroupRef) => leads(actor, { working_group_id: group.id, coalition_id: group.coalition_id });
/** Who leads a group that is at work. */
export const leadsWork = (actor: Actor, group: GroupRef): Decision => all(() => leadsGroup(actor, group), () => atWork(group));
/** Who leads a group that has not ended. */
export const leadsLiving = (actor: Actor, group: GroupRef): Decision => all(() => leadsGroup(actor, group), () => lives(group));

/** SE-6: the chair of a group, and those who serve its coalition. */
export const givesOffices = (actor: Actor, group: GroupRef): boolean =>
  holds(actor, ['wg_chair', ...secretariat], { working_group_id: group.id, coalition_id: group.coalition_id });

const charters = (actor: Actor, { coalition_id, above = [] }: { readonly coalition_id: string; readonly above?: readonly string[] }): Decision =>
  allowIf([coalition_id, ...above].some((id) => holds(actor, [...secretariat, 'platform_admin'], { coalition_id: id })), 'access:reasons.secretariat_only');

export const groupPolicy = {
  /** The secretariat of the coalition, and of those above it. */
  propose: rule('group:propose', charters),
  /** One that comes with its coalition, or was at work before: chartered and at work at once. */
  charter: rule('group:charter', charters),
  seat: rule('group:seat', leadsLiving),
  /** PE-9: who has the chair hands it over; so does the secretariat. */
  handOver: rule('group:hand_over', (actor: Actor, group: GroupRef & { readonly chair_id: string }) => all(() => allowIf(
    (actor.kind === 'person' && actor.id === group.chair_id && holds(actor, ['wg_chair'], { working_group_id: group.id })) || holds(actor, secretariat, { coalition_id: group.coalition_id }),
    'working-groups:reasons.chair_only',
  ), () => lives(group))),
  plan: rule('group:plan', leadsWork),
  /** What was done to a record of the group: to itself, a session or a decision. */
  history: rule('group:history', (actor: Actor, record: { readonly id: string; readonly working_group_id: string; readonly coalition_id: string }) =>
    (holds(actor, ['auditor', 'platform_admin'], record) ? allow : leads(actor, record))),
  recommend: rule('group:recommend', leadsWork),
};

export const sessionPolicy = {
  /** The desk of a session, in whatever state it is. */
  desk: rule('session:desk', (actor: Actor, session: SessionRef) => leads(actor, session)),
  /** Before the meeting. */
  prepare: rule('session:prepare', (actor: Actor, session: SessionRef) => all(() => leads(actor, session), () => inState(session, 'draft', 'convened'))),
  /** The agenda, until the meeting ends. */
  edit: rule('session:edit', (actor: Actor, session: SessionRef) => all(() => leads(actor, session), () => inState(session, 'draft', 'convened', 'in_progress'))),
  convene: rule('session:convene', (actor: Actor, session: SessionRef) => all(() => leads(actor, session), () => allowIf(mayBecome(session.status, 'convened'), 'working-groups:reasons.not_in_this_state'))),
  start: rule('session:start', (actor: Actor, session: SessionRef) => all(() => leads(actor, session), () => inState(session, 'convened'))),
  run: rule('session:run', (actor: Actor, session: SessionRef) => all(() => leads(actor, session), () => inState(session, 'in_progress'))),
  adjourn: rule('session:adjourn', (actor: Actor, session: SessionRef) => all(() => leads(actor, session), () => inState(session, 'in_progress'))),
  publish: rule('session:publish', (actor: Actor, session: SessionRef) => all(() => leads(actor, session), () => inState(session, 'adjourned', 'approved'))),
  cancel: rule('session:cancel', (actor: Actor, session: SessionRef) => all(() => leads(actor, session), () => allowIf(mayBecome(session.status, 'cancelled'), 'working-groups:reasons.not_in_this_state'))),
  /** Another day or hour, another place; the same session. */
  reschedule: rule('session:reschedule', (actor: Actor, session: SessionRef) => all(() => leads(actor, session), () => inState(session, 'draft', 'convened'))),
};
