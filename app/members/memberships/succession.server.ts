import type { Occasion } from '#app/access/transaction.server';
import { dayOf, type Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { endOf, inForce, type MembershipCategory } from './model';

/** A membership in force under the lock. */
export interface LockedMembership {
  readonly id: string;
  readonly coalition_id: string;
  readonly organisation_id: string;
  readonly category: MembershipCategory;
  readonly status: (typeof inForce)[number];
  readonly joined_on: Day;
  readonly version: number;
}

/**
 * ME-11: ends a membership on a day and lets another carry it on from there, so that no day is without one or has two (ME-4). What hangs on
 * it comes along: an open suspension, and adherences.
 */
export async function carryOnIn(tx: Tx, row: LockedMembership, next: { readonly organisation_id: string; readonly category: MembershipCategory; readonly from: Day }, { now }: Occasion): Promise<string> {
  const id = newId();
  const ended_on = endOf(row.joined_on, next.from);
  await tx.updateTable('memberships').set({ status: 'ended', ended_on, version: row.version + 1 }).where('id', '=', row.id).execute();
  await tx.insertInto('memberships').values({ id, coalition_id: row.coalition_id, organisation_id: next.organisation_id, category: next.category, status: row.status, joined_on: ended_on, created_at: now }).execute();
  await tx.updateTable('memberships').set({ continued_by: id }).where('id', '=', row.id).execute();
  await tx.updateTable('membership_suspensions').set({ membership_id: id }).where('membership_id', '=', row.id).where('ends_at', 'is', null).execute();
  await tx.updateTable('adherences').set({ membership_id: id }).where('membership_id', '=', row.id).execute();
  return id;
}

/** ME-2: what a merged organisation was a member of, the one that it was merged into is from now on; the old memberships end today. */
export async function passOnMembershipsIn(tx: Tx, occasion: Occasion, from: string, to: string): Promise<void> {
  const today = dayOf(occasion.now);
  const ending = await tx.selectFrom('memberships').selectAll().where('organisation_id', '=', from).where('ended_on', 'is', null).where('status', '<>', 'declined').forUpdate().execute();
  const held = await tx.selectFrom('memberships').select(['id', 'coalition_id']).where('organisation_id', '=', to).where('ended_on', 'is', null).where('status', '<>', 'declined').forUpdate().execute();
  for (const row of ending) {
    const other = held.find(({ coalition_id }) => coalition_id === row.coalition_id);
    if (other === undefined) {
      await carryOnIn(tx, { ...row, category: row.category as MembershipCategory, status: row.status as LockedMembership['status'] }, { organisation_id: to, category: row.category as MembershipCategory, from: today }, occasion);
      continue;
    }
    // Both are members: one membership stays. It keeps its own adherences; the other's stay with it and are shown beside them.
    await tx.updateTable('memberships').set({ status: 'ended', ended_on: endOf(row.joined_on, today), continued_by: other.id, version: row.version + 1 }).where('id', '=', row.id).execute();
    await tx.updateTable('membership_suspensions').set({ ends_at: occasion.now }).where('membership_id', '=', row.id).where('ends_at', 'is', null).execute();
  }
}
