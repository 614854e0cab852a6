import type { Actor } from '#app/access/actor';
import { all, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { isOpen, recordsFor, type PledgeRef } from '#app/financing/pledges/policy';

/** A tranche, decided about by whoever speaks for its pledge. */
export interface TrancheRef extends PledgeRef {
  readonly tranche_id: string;
  /** Neither paid in full nor cancelled. */
  readonly unpaid: boolean;
}

const inPlan = (actor: Actor, tranche: TrancheRef): Decision =>
  all(() => recordsFor(actor, tranche), () => isOpen(tranche), () => allowIf(tranche.unpaid, 'access:reasons.not_now'));

export const tranchePolicy = {
  create: rule('tranche:create', (actor: Actor, pledge: PledgeRef): Decision => all(() => recordsFor(actor, pledge), () => isOpen(pledge))),
  edit: rule('tranche:edit', inPlan),
  cancel: rule('tranche:cancel', inPlan),
  pay: rule('tranche:pay', inPlan),
};
