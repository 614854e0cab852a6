import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import type { GroupStatus } from '#app/working-groups/model';

interface Taken {
  readonly by: string | null;
  readonly now: Date;
  readonly reason?: string;
  readonly heir_id?: string | null;
}

/** GL-1: each step of a group leaves its row, with its day; where it ends with the reason. The group is new or locked. */
export async function takeStep(tx: Tx, working_group_id: string, status: GroupStatus, { by, now, reason = undefined, heir_id = null }: Taken): Promise<void> {
  await tx.insertInto('working_group_steps').values({ working_group_id, status, taken_on: dayOf(now), taken_at: now, taken_by: by, reason: reason ?? null, heir_id }).execute();
}
