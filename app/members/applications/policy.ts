import { holds, holdsAnywhere, secretariat, type Actor } from '#app/access/actor';
import { all, allow, allowIf, deny, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { waiting, type ApplicationStatus } from './model';

export interface ApplicationRef {
  readonly id: string;
  readonly coalition_id: string;
  /** The coalitions above it, whose secretariats act for it too. */
  readonly above: readonly string[];
  readonly status: ApplicationStatus;
  /** The person who has the contact's address, where there is one already. */
  readonly contact_id: string | null;
  /** Who has approved it so far. */
  readonly approved_by: readonly string[];
}

const serves = (actor: Actor, { coalition_id, above }: Pick<ApplicationRef, 'coalition_id' | 'above'>): Decision =>
  allowIf([coalition_id, ...above].some((id) => holds(actor, [...secretariat, 'platform_admin'], { coalition_id: id })), 'access:reasons.secretariat_only');

const decides = (actor: Actor, application: ApplicationRef, from: readonly ApplicationStatus[] = waiting): Decision => all(
  () => serves(actor, application),
  () => allowIf(from.includes(application.status), 'access:reasons.not_now'),
  () => allowIf(actor.kind === 'person' && actor.id !== application.contact_id, 'access:reasons.not_your_own'),
);

export const applicationPolicy = {
  /** A stranger asks for membership; what is sent counts for nothing until the address is verified. */
  send: rule('application:send', (_actor: Actor, _application: { readonly coalition_id: string }): Decision => allow),
  /** Who holds the link of a mail: confirms the address, answers a question, takes an invitation. The query finds it by the secret alone. */
  answer: rule('application:answer', (_actor: Actor, application: { readonly id: string; readonly status: ApplicationStatus }): Decision =>
    allowIf(['unverified', 'invited', 'more_asked'].includes(application.status), 'access:reasons.not_now')),
  /** The desk: who sees that there are applications; which ones is the query's to say. */
  list: rule('application:list', (actor: Actor, _desk: { readonly desk: true }): Decision => {
    if (actor.kind === 'public') return deny('access:reasons.sign_in');
    return allowIf(holdsAnywhere(actor, [...secretariat, 'platform_admin', 'auditor']), 'access:reasons.secretariat_only');
  }),
  invite: rule('application:invite', serves),
  ask: rule('application:ask', (actor: Actor, application: ApplicationRef) => decides(actor, application)),
  /** An invitation that nobody has taken yet can be taken back. */
  decline: rule('application:decline', (actor: Actor, application: ApplicationRef) => decides(actor, application, [...waiting, 'invited'])),
  /** ME-9: each person once. */
  approve: rule('application:approve', (actor: Actor, application: ApplicationRef): Decision => all(
    () => decides(actor, application),
    () => allowIf(actor.kind === 'person' && !application.approved_by.includes(actor.id), 'access:reasons.approved_already'),
  )),
};
