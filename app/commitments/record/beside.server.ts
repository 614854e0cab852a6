import type { Actor } from '#app/access/actor';
import { gapsOf } from '../gaps/queries.server';
import { milestonesOf } from '../milestones/queries.server';
import { mayAskToJoin, partnersOf } from '../partners/queries.server';
import { involvementsIn } from '../teachers/queries.server';

export interface BesidePromise {
  readonly milestones: Awaited<ReturnType<typeof milestonesOf>>;
  readonly partners: Awaited<ReturnType<typeof partnersOf>>;
  /** The viewer may ask to join, or is nobody yet who could be told that they may not. */
  readonly joins: boolean;
  readonly teachers: Awaited<ReturnType<typeof involvementsIn>>;
  readonly gaps: Awaited<ReturnType<typeof gapsOf>>;
}

/** What stands beside the promise of a commitment that has been guarded before. */
export async function besideOf(viewer: Actor, commitment_id: string): Promise<BesidePromise> {
  const [milestones, partners, teachers, gaps] = await Promise.all([milestonesOf(commitment_id), partnersOf(commitment_id), involvementsIn(commitment_id), gapsOf(commitment_id)]);
  // Who looks after a gap is nobody's business outside.
  return { milestones, partners, joins: mayAskToJoin(viewer), teachers, gaps: gaps.map((gap) => ({ ...gap, owner_id: null, opened_by: null })) };
}
