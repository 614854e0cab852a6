import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { databaseByKey } from '#app/platform/database.server';
import { moneyOfCommitments } from '../ladder/queries.server';
import { pledgesOfCommitment } from './queries.server';

/** The pledges behind a commitment, and what they come to; where there are none, there is nothing to add up. */
export async function moneyBehind(viewer: Actor, commitmentId: string, view: View) {
  const pledges = await pledgesOfCommitment(viewer, commitmentId, view);
  const money = pledges.length === 0 ? undefined : (await moneyOfCommitments(viewer, [commitmentId], view, databaseByKey())).get(commitmentId);
  return { pledges, total: money?.total, inKind: money?.inKind };
}
