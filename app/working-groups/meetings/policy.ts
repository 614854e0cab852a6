import { isPortal, type Actor } from '#app/access/actor';
import { all, allowIf, deny, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { leads, leadsWork, type GroupRef } from '#app/working-groups/policy';

export const programmePolicy = {
  /** Sessions of a group as a programme lists them: the portal writes them for whoever imports. */
  take: rule('session:take', (actor: Actor, _: { readonly working_group_id: string }) => allowIf(isPortal(actor, 'import'), 'access:reasons.secretariat_only')),
};

export interface MeetingRef {
  readonly id: string;
  readonly working_group_id: string;
  readonly coalition_id: string;
  readonly status: string;
}

/** Somebody’s own part in a meeting. */
export interface OwnPart extends MeetingRef {
  readonly person_id: string;
}

const inState = (meeting: MeetingRef, ...states: readonly string[]): Decision => allowIf(states.includes(meeting.status), 'access:reasons.not_now');
const oneself = (actor: Actor, { person_id }: OwnPart): Decision => (actor.kind === 'person' ? allowIf(actor.id === person_id, 'access:reasons.not_your_role') : deny('access:reasons.sign_in'));

export const meetingPolicy = {
  /** MT-1: a plenary group has meetings; who leads it plans them. */
  plan: rule('meeting:plan', (actor: Actor, group: GroupRef & { readonly kind: string }) =>
    all(() => leadsWork(actor, group), () => allowIf(group.kind === 'plenary', 'working-groups:reasons.plenary_only'))),
  edit: rule('meeting:edit', (actor: Actor, meeting: MeetingRef) => all(() => leads(actor, meeting), () => inState(meeting, 'draft', 'announced'))),
  announce: rule('meeting:announce', (actor: Actor, meeting: MeetingRef) => all(() => leads(actor, meeting), () => inState(meeting, 'draft'))),
  cancel: rule('meeting:cancel', (actor: Actor, meeting: MeetingRef) => all(() => leads(actor, meeting), () => inState(meeting, 'draft', 'announced'))),
  /** MT-3: who registered, by name, and who came. */
  participants: rule('meeting:participants', (actor: Actor, meeting: MeetingRef) => leads(actor, meeting)),
  checkIn: rule('meeting:check_in', (actor: Actor, meeting: MeetingRef) => all(() => leads(actor, meeting), () => inState(meeting, 'announced'))),
  /** MT-2: whoever sees the meeting and has signed in, while registration is open. */
  register: rule('meeting:register', (actor: Actor, meeting: OwnPart & { readonly state: string }) => all(() => oneself(actor, meeting), () => allowIf(meeting.state === 'open' || meeting.state === 'full', 'working-groups:reasons.registration_closed'))),
  withdraw: rule('meeting:withdraw', (actor: Actor, meeting: OwnPart) => all(() => oneself(actor, meeting), () => inState(meeting, 'announced'))),
};
