import { gapsOf } from '../gaps/queries.server';
import { milestonesOf } from '../milestones/queries.server';
import { partnersOf } from '../partners/queries.server';
import { involvementsIn } from '../teachers/queries.server';

export interface BesidePromise {
  readonly milestones: Awaited<ReturnType<typeof milestonesOf>>;
  readonly partners: Awaited<ReturnType<typeof partnersOf>>;
  readonly teachers: Awaited<ReturnType<typeof involvementsIn>>;
  readonly gaps: Awaited<ReturnType<typeof gapsOf>>;
}

/** What stands beside the promise of a commitment that has been guarded before. */
export async function besideOf(commitment_id: string): Promise<BesidePromise> {
  const [milestones, partners, teachers, gaps] = await Promise.all([milestonesOf(commitment_id), partnersOf(commitment_id), involvementsIn(commitment_id), gapsOf(commitment_id)]);
  // Who looks after a gap is nobody's business outside.
  return { milestones, partners, teachers, gaps: gaps.map((gap) => ({ ...gap, owner_id: null, opened_by: null })) };
}
