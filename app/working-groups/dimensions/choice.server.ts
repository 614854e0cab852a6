import type { Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';

interface Chosen {
  /** Null for none. */
  readonly id: string | null;
  /** What stands there now, which may stay although it has ended. */
  readonly now?: string | null;
}

/** DI-3: whether something of a group can be given to a dimension: one of the group that has not ended, or the one it has. */
export async function canTake(tx: Tx, groupId: string, { id, now = null }: Chosen, day: Day): Promise<boolean> {
  if (id === null || id === now) return true;
  const found = await tx.selectFrom('working_group_dimensions').select('id').where('id', '=', id).where('working_group_id', '=', groupId)
    .where((is) => is.or([is('ended_on', 'is', null), is('ended_on', '>=', day)])).executeTakeFirst();
  return found !== undefined;
}
