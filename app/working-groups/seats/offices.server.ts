import type { Actor } from '#app/access/actor';
import type { Grant } from '#app/access/permit';
import { problem, refused, type Result } from '#app/access/result';
import type { Occasion } from '#app/access/transaction.server';
import { followSeatsIn } from '#app/members/people/roles/seated.server';
import { addDays, dayOf, instantAt, type Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import type { SeatRole } from '#app/working-groups/model';
import { givesOffices, type GroupRef } from '#app/working-groups/policy';
import type { Span } from './changes';
import { isOffice, officeRoles, officesOf } from './offices';

/** A group has no zone of its own: its offices change hands when the day begins in UTC, and today's at this instant. */
export const beginning = (day: Day): Date => instantAt(`${day}T00:00`, 'UTC');

/** SE-6: whoever changes seats calls this, under the lock of the group: chair, co-chair and secretary are who sits there, on the days on which they do. */
export async function followOffices(tx: Tx, granted: Grant, occasion: Occasion, groupId: string, reason: string | null = null): Promise<void> {
  const today = dayOf(occasion.now);
  const seats = await tx.selectFrom('seats as x').innerJoin('people as p', 'p.id', 'x.holder_id').select(['p.id as holder_id', 'x.role', 'x.from_on', 'x.until_on'])
    .where('x.working_group_id', '=', groupId).where('x.role', 'in', [...officeRoles]).where('p.erased_at', 'is', null)
    .where((is) => is.or([is('x.until_on', 'is', null), is('x.until_on', '>=', today)])).orderBy('x.from_on').orderBy('x.id').execute();
  await followSeatsIn(tx, granted, occasion, { working_group_id: groupId, reason }, officesOf(seats as readonly (Span & { holder_id: string; role: SeatRole })[]).map(({ person_id, role, from_on, until_on }) => ({
    person_id, role, starts_at: from_on <= today ? occasion.now : beginning(from_on), ends_at: until_on === null ? null : beginning(addDays(until_on, 1)),
  })));
}

interface Sitting {
  readonly role: SeatRole;
  readonly holder_id: string | null;
}

/** SE-6: why somebody cannot make of a seat what it is to be: an office is given and taken by the chair and the secretariat, and by nobody to themselves. */
export function officeRefused(actor: Actor, group: GroupRef, was: Sitting | undefined, becomes: Sitting | undefined, field = 'role'): Result<never> | undefined {
  const offices = [was, becomes].filter((one) => one !== undefined && isOffice(one.role));
  if (offices.length === 0 || (was?.role === becomes?.role && was?.holder_id === becomes?.holder_id)) return undefined;
  if (!givesOffices(actor, group)) return refused(problem('working-groups:seats.wrong.offices', field));
  const own = actor.kind === 'person' && becomes !== undefined && isOffice(becomes.role) && becomes.holder_id === actor.id;
  return own ? refused(problem('access:reasons.not_yourself', 'holder')) : undefined;
}
