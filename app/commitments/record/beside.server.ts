import { milestonesOf } from '../milestones/queries.server';
import { partnersOf } from '../partners/queries.server';

export interface BesidePromise {
  readonly milestones: Awaited<ReturnType<typeof milestonesOf>>;
  readonly partners: Awaited<ReturnType<typeof partnersOf>>;
}

/** What stands beside the promise of a commitment that has been guarded before. */
export async function besideOf(commitment_id: string): Promise<BesidePromise> {
  const [milestones, partners] = await Promise.all([milestonesOf(commitment_id), partnersOf(commitment_id)]);
  return { milestones, partners };
}
