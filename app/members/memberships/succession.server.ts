import { dayOf } from '#app/platform/clock';
import type { Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { endOf } from './model';

/** ME-2: what a merged organisation was a member of, the one that it was merged into is from now on; the old memberships end today. */
export async function passOnMembershipsIn(tx: Tx, occasion: Occasion, from: string, to: string): Promise<void> {
  const today = dayOf(occasion.now);
  const ending = await tx.selectFrom('memberships').selectAll().where('organisation_id', '=', from).where('ended_on', 'is', null).where('status', '<>', 'declined').forUpdate().execute();
  const held = await tx.selectFrom('memberships').select('coalition_id').where('organisation_id', '=', to).where('ended_on', 'is', null).where('status', '<>', 'declined').forUpdate().execute();
  const known = new Set(held.map(({ coalition_id }) => coalition_id));
  for (const row of ending) {
    const ended_on = endOf(row.joined_on, today);
    await tx.updateTable('memberships').set({ status: 'ended', ended_on, version: row.version + 1 }).where('id', '=', row.id).execute();
    if (known.has(row.coalition_id)) continue;
    await tx.insertInto('memberships').values({
      id: newId(), coalition_id: row.coalition_id, organisation_id: to, category: row.category, status: row.status, joined_on: ended_on, created_at: occasion.now,
    }).execute();
  }
}
