import { isPortal, type Actor } from '#app/access/actor';
import { all, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { leads, leadsWork } from '#app/working-groups/policy';

export interface ProcedureRef {
  readonly id: string;
  readonly working_group_id: string;
  readonly coalition_id: string;
  /** By the clock: not over, and not taken back. */
  readonly running: boolean;
  /** Who speaks for the seats of its base: holders and alternates. */
  readonly voters: readonly string[];
}

const isOpen = (procedure: ProcedureRef) => allowIf(procedure.running, 'working-groups:reasons.ballot_over');

export const procedurePolicy = {
  open: rule('procedure:open', leadsWork),
  vote: rule('procedure:vote', (actor: Actor, procedure: ProcedureRef) => all(
    () => allowIf(actor.kind === 'person' && procedure.voters.includes(actor.id), 'working-groups:reasons.no_seat_in_base'), () => isOpen(procedure),
  )),
  withdraw: rule('procedure:withdraw', (actor: Actor, procedure: ProcedureRef) => all(() => leads(actor, procedure), () => isOpen(procedure))),
  /** What the clock has decided is written down by the portal itself. */
  settle: rule('procedure:settle', (actor: Actor, _procedure: { readonly id: string }) => allowIf(isPortal(actor, 'clock'), 'working-groups:reasons.clock_only')),
};
