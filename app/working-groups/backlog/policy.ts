import type { Actor } from '#app/access/actor';
import { all, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { atWork, leads, type GroupRef } from '#app/working-groups/policy';

export interface ProposalRef {
  readonly id: string;
  readonly working_group_id: string;
  readonly coalition_id: string;
  readonly proposed_by: string;
  readonly status: string;
}

const open = ({ status }: ProposalRef) => allowIf(status === 'open', 'working-groups:reasons.answered_already');

export const proposalPolicy = {
  /** BL-1: whoever sits on a seat of the group today, as holder or alternate. */
  make: rule('proposal:make', (actor: Actor, group: GroupRef & { readonly seated: readonly string[] }) =>
    all(() => allowIf(actor.kind === 'person' && group.seated.includes(actor.id), 'working-groups:reasons.seat_only'), () => atWork(group))),
  withdraw: rule('proposal:withdraw', (actor: Actor, proposal: ProposalRef) => all(() => allowIf(actor.kind === 'person' && actor.id === proposal.proposed_by, 'access:reasons.only_yourself'), () => open(proposal))),
  /** Taken up or declined by whoever leads the group. */
  answer: rule('proposal:answer', (actor: Actor, proposal: ProposalRef) => all(() => leads(actor, proposal), () => open(proposal))),
};
