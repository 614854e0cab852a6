import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { cyclePolicy } from './policy';

export interface CycleForm {
  readonly year: number;
  readonly opens_on: Day;
  readonly due_on: Day;
  readonly grace_on: Day;
  readonly lock_on: Day;
}

/** Plans a year of reporting: one for each year and coalition. */
export function planCycle(granted: PermitFor<typeof cyclePolicy.plan>, occasion: Occasion, form: CycleForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, (tx) => planCycleIn(tx, granted, form));
}

export async function planCycleIn(tx: Tx, granted: PermitFor<typeof cyclePolicy.plan>, form: CycleForm): Promise<Result<{ id: string; ref: string }>> {
  const { coalition_id } = granted.subject;
  const coalition = await tx.selectFrom('coalitions').select(['slug', 'parent_id']).where('id', '=', coalition_id).forShare().executeTakeFirstOrThrow();
  const known = await tx.selectFrom('cycles').select('id').where('coalition_id', '=', coalition_id).where('year', '=', form.year).executeTakeFirst();
  if (known !== undefined) return refused(problem('reporting:problems.cycle_exists', 'year'));
  const id = newId();
  const ref = coalition.parent_id === null ? String(form.year) : `${form.year}-${coalition.slug}`;
  await tx.insertInto('cycles').values({ id, ref, coalition_id, ...form }).execute();
  return done({ id, ref });
}
