import { sql } from 'kysely';
import { personOf } from '#app/access/actor';
import type { Grant } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import type { Reader, Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { rungOf, type Method, type Verification } from '#app/records/verification/model';
import type { Rungs } from './model';


/** How many documents stand behind an update: its own, and those that its commitment was given meanwhile. */
export async function documentsBehind(db: Reader, id: string): Promise<number> {
  const { rows } = await sql<{ documents: number }>`select documents_behind(${id}::uuid) as documents`.execute(db);
  return rows[0]?.documents ?? 0;
}

/** Where an update and its values stand now. */
export async function rungsOf(db: Reader, id: string): Promise<Rungs> {
  const { verification } = await db.selectFrom('progress_updates').select('verification').where('id', '=', id).executeTakeFirstOrThrow();
  const values = await db.selectFrom('goal_values').select(['goal_id', 'verification']).where('progress_update_id', '=', id).where('value', 'is not', null).execute();
  return { update: verification as Verification, values: Object.fromEntries(values.map((one) => [one.goal_id, one.verification as Verification])) };
}

/** Puts an update and all its values, or the values of some goals, on a rung; the update stands where the least of its values stands. */
export async function giveRungIn(tx: Tx, id: string, verification: Verification, goals: readonly string[] | null = null): Promise<void> {
  let values = tx.updateTable('goal_values').set({ verification }).where('progress_update_id', '=', id).where('value', 'is not', null);
  if (goals !== null) values = values.where('goal_id', 'in', goals);
  await values.execute();
  const all = rungOf(Object.values((await rungsOf(tx, id)).values)) ?? verification;
  await tx.updateTable('progress_updates').set({ verification: all }).where('id', '=', id).execute();
}

export interface Look {
  readonly rung: 'secretariat_checked' | 'independently_verified';
  readonly method: Method;
  readonly note: string | null;
  /** Whose values were looked at; null for all that the update says. */
  readonly goals: readonly string[] | null;
}

/** Keeps who looked, how, and at which version, and lifts what they looked at. */
export async function verifyIn(tx: Tx, granted: Grant, occasion: Occasion, update: { readonly id: string; readonly version: number }, { goals, ...look }: Look): Promise<void> {
  const act = { progress_update_id: update.id, update_version: update.version, verified_by: personOf(granted.actor), verified_at: occasion.now, ...look };
  await tx.insertInto('verifications').values((goals ?? [null]).map((goal_id) => ({ id: newId(), goal_id, ...act }))).execute();
  await giveRungIn(tx, update.id, look.rung, goals);
}
