import { permit, type PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { platform } from '#app/members/people/roles/model';
import { handOverRoleIn } from '#app/members/people/roles/operations.server';
import { handOver } from '#app/members/people/roles/policy';
import { dayOf, instantAt, type Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { changeFrom, lockGroup } from '#app/working-groups/seats/cutting.server';
import { holdsOn } from '#app/working-groups/seats/days.server';
import { followOffices } from '#app/working-groups/seats/offices.server';
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
    await lockGroup(tx, id);
    const taking = await seatOf(tx, id, form.to_id, form.from, ['cochair', 'member']);
    if (taking === undefined) return refused(problem('working-groups:problems.no_seat_to_chair', 'to_id'));
    const role = permit(handOver, granted.actor, { person_id: chair_id, to_id: form.to_id, role: 'wg_chair', scope: { ...platform, working_group_id: id }, coalition_ids: [coalition_id] });
    const from = form.from === today ? occasion.now : instantAt(`${form.from}T00:00`, 'UTC');
    const handed = await handOverRoleIn(tx, role, occasion, { from, reason: form.reason });
    if (!handed.ok) return handed;
    const leaving = await seatOf(tx, id, chair_id, form.from, ['chair']);
    if (leaving !== undefined) await changeFrom(tx, occasion, leaving, form.from, { role: taking.role });
    await changeFrom(tx, occasion, taking, form.from, { role: 'chair' });
    await followOffices(tx, granted, occasion, id, form.reason);
    await tellOfChair(tx, { group_id: id, from_id: chair_id, ...form }, occasion.now);
    return done(null);
  });

/** The seat that somebody holds on a day, in one of the roles. */
const seatOf = (tx: Tx, working_group_id: string, holder_id: string, day: Day, roles: readonly SeatRole[]) =>
  tx.selectFrom('seats').selectAll().where('working_group_id', '=', working_group_id).where('holder_id', '=', holder_id).where('role', 'in', [...roles])
    .where(holdsOn('seats', day)).orderBy('from_on').orderBy('id').forUpdate().executeTakeFirst();
