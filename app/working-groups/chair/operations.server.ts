import { permit, type PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { platform } from '#app/members/people/roles/model';
import { handOverRoleIn } from '#app/members/people/roles/operations.server';
import { handOver } from '#app/members/people/roles/policy';
import { addDays, dayOf, instantAt, type Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { holdsOn } from '#app/working-groups/seats/days.server';
import type { SeatRole } from '../model';
import type { groupPolicy } from '../policy';
import { tellOfChair } from './notices.server';

export interface ChairForm {
  readonly to_id: string;
  /** The first day of the new chair, in UTC: the group has no zone of its own. */
  readonly from: Day;
  readonly reason: string;
}

/** PE-9: the chair goes to the holder of another seat from a day on, the role and the seats together; both are told. */
export const handOverChair = (granted: PermitFor<typeof groupPolicy.handOver>, occasion: Occasion, form: ChairForm): Promise<Result<null>> =>
  inTransaction(granted, occasion, async (tx) => {
    const { id, coalition_id, chair_id } = granted.subject;
    const today = dayOf(occasion.now);
    if (form.from < today) return refused(problem('working-groups:problems.not_in_the_past', 'from'));
    await tx.selectFrom('working_groups').select('id').where('id', '=', id).forUpdate().execute();
    const taking = await seatOf(tx, id, form.to_id, form.from, ['cochair', 'member']);
    if (taking === undefined) return refused(problem('working-groups:problems.no_seat_to_chair', 'to_id'));
    const role = permit(handOver, granted.actor, { person_id: chair_id, to_id: form.to_id, role: 'wg_chair', scope: { ...platform, working_group_id: id }, coalition_ids: [coalition_id] });
    const from = form.from === today ? occasion.now : instantAt(`${form.from}T00:00`, 'UTC');
    const handed = await handOverRoleIn(tx, role, occasion, { from, reason: form.reason });
    if (!handed.ok) return handed;
    const leaving = await seatOf(tx, id, chair_id, form.from, ['chair']);
    if (leaving !== undefined) await changeSeat(tx, leaving, taking.role, form.from);
    await changeSeat(tx, taking, 'chair', form.from);
    await tellOfChair(tx, { group_id: id, from_id: chair_id, ...form }, occasion.now);
    return done(null);
  });

type SeatAt = Awaited<ReturnType<typeof seatOf>> & object;

/** The seat that somebody holds on a day, in one of the roles. */
async function seatOf(tx: Tx, working_group_id: string, holder_id: string, day: Day, roles: readonly SeatRole[]) {
  const found = await tx.selectFrom('seats').selectAll().where('working_group_id', '=', working_group_id).where('holder_id', '=', holder_id).where('role', 'in', [...roles])
    .where(holdsOn('seats', day)).orderBy('from_on').orderBy('id').forUpdate().executeTakeFirst();
  return found === undefined ? undefined : { ...found, role: found.role as SeatRole };
}

/** From a day on a seat has another role. What it was before stays a row of its own, so that every session finds the seats of its day (WG-2). */
async function changeSeat(tx: Tx, seat: SeatAt, role: SeatRole, day: Day): Promise<void> {
  await tx.updateTable('seats').set({ role }).where('place_id', '=', seat.place_id).where('from_on', '>', day).execute();
  const { id, version, from_on, until_on, ...same } = seat;
  if (from_on === day) {
    await tx.updateTable('seats').set({ role, version: version + 1 }).where('id', '=', id).execute();
    return;
  }
  await tx.updateTable('seats').set({ until_on: addDays(day, -1), version: version + 1 }).where('id', '=', id).execute();
  await tx.insertInto('seats').values({ ...same, id: newId(), role, from_on: day, until_on }).execute();
}
