import type { Actor } from '#app/access/actor';
import { all, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';

export interface InvitationRef {
  readonly session_id: string;
  readonly person_id: string;
  /** Of the session. */
  readonly status: string;
}

const open = ({ status }: InvitationRef) => allowIf(status === 'convened', 'working-groups:reasons.not_in_this_state');

export const invitationPolicy = {
  /** To answer one's own invitation, until the session starts. */
  answer: rule('invitation:answer', (actor: Actor, invitation: InvitationRef) => all(
    () => allowIf(actor.kind === 'person' && actor.id === invitation.person_id, 'access:reasons.only_yourself'), () => open(invitation),
  )),
  /** To answer the invitation whose secret one holds: the link in its mail is all it takes. */
  answerByLink: rule('invitation:answer_by_link', (_actor: Actor, invitation: InvitationRef) => open(invitation)),
};
