import type { Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import type { View } from '#app/commitments/readable.server';
import type { PledgeRow } from '#app/financing/pledges/queries.server';
import { refOf } from '#app/financing/pledges/rights.server';
import { tranchePolicy } from './policy';
import { tranchesOf, type TrancheRow } from './queries.server';

export type TrancheAct = 'payments' | 'edit' | 'cancellation';
export interface PlannedTranche extends TrancheRow {
  /** What the viewer may do with it. */
  readonly acts: readonly TrancheAct[];
}
/** How a pledge will be paid, as its page shows it. */
export interface PledgePlan {
  readonly tranches: readonly PlannedTranche[];
  readonly mayPlan: boolean;
}

const rules = { payments: tranchePolicy.pay, edit: tranchePolicy.edit, cancellation: tranchePolicy.cancel } as const;

export const actsOn = (viewer: Actor, { subject }: TrancheRow): TrancheAct[] => (Object.keys(rules) as TrancheAct[]).filter((act) => may(rules[act], viewer, subject).allowed);

export async function planOf(viewer: Actor, pledge: PledgeRow, view: View): Promise<PledgePlan> {
  const rows = await tranchesOf(viewer, pledge.ref, view);
  return { tranches: rows.map((row) => ({ ...row, acts: actsOn(viewer, row) })), mayPlan: may(tranchePolicy.create, viewer, refOf(pledge)).allowed };
}
