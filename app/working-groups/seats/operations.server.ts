import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { addDays, dayOf, type Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { mayHoldVote, type SeatRole } from '#app/working-groups/model';
import type { groupPolicy } from '#app/working-groups/policy';
import { holdsOn } from './days.server';
import { changeFrom, cutSeat, lockGroup, type Row } from './cutting.server';
import { tellOfSeat } from './notices.server';
import { followOffices, officeRefused } from './offices.server';

type Seat = PermitFor<typeof groupPolicy.seat>;

export interface NewSeatForm {
  /** Reference or name of an organisation; else a part of society. */
  readonly organisation: string | null;
  readonly constituency: string | null;
  readonly role: SeatRole;
  readonly voting: boolean;
  /** Mail addresses. */
  readonly holder: string | null;
  readonly alternate: string | null;
  readonly from: Day;
}

/** SE-1: gives an organisation or a part of society a seat from a day on; who sits on it is told. */
export function openSeat(granted: Seat, occasion: Occasion, form: NewSeatForm): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, (tx) => openSeatIn(tx, granted, occasion, form));
}

export async function openSeatIn(tx: Tx, granted: Seat, occasion: Occasion, form: NewSeatForm): Promise<Result<{ id: string }>> {
  await lockGroup(tx, granted.subject.id);
  if ((form.organisation === null) === (form.constituency === null)) return refused(problem('working-groups:seats.wrong.one_of', 'organisation'));
  const organisation = form.organisation === null ? null : await organisationOf(tx, form.organisation);
  if (organisation === undefined) return refused(problem('working-groups:seats.wrong.no_organisation', 'organisation'));
  const people = await peopleOf(tx, form, organisation?.id ?? null, form.from);
  if (!people.ok) return people;
  return giveSeatIn(tx, granted, occasion, { organisation_id: organisation?.id ?? null, constituency: form.constituency, role: form.role, voting: form.voting, ...people.value, from_on: form.from });
}

/** A seat whose organisation and people are known by their keys. */
export interface SeatForm {
  readonly organisation_id: string | null;
  readonly constituency: string | null;
  readonly role: SeatRole;
  readonly voting: boolean;
  readonly holder_id: string | null;
  readonly alternate_id: string | null;
  readonly from_on: Day;
}

/** SE-1, where whose seat it is was chosen and not written: a story and a world of tests know their people. */
export const addSeat = (granted: Seat, occasion: Occasion, form: SeatForm): Promise<Result<{ id: string }>> =>
  inTransaction(granted, occasion, async (tx) => {
    await lockGroup(tx, granted.subject.id);
    return giveSeatIn(tx, granted, occasion, form);
  });

/** The one way in which a seat comes to be. */
async function giveSeatIn(tx: Tx, granted: Seat, occasion: Occasion, form: SeatForm): Promise<Result<{ id: string }>> {
  if (form.voting && !mayHoldVote(form.role)) return refused(problem('working-groups:problems.never_votes', 'voting'));
  const office = officeRefused(granted.actor, granted.subject, undefined, form);
  if (office !== undefined) return office;
  const id = newId();
  await tx.insertInto('seats').values({ id, working_group_id: granted.subject.id, ...form }).execute();
  await followOffices(tx, granted, occasion, granted.subject.id);
  await tellOfSeat(tx, { seat_id: id, what: 'opened', people: [form.holder_id, form.alternate_id], from: form.from_on, reason: null }, occasion.now);
  return done({ id });
}

export interface SeatChangeForm {
  readonly role: SeatRole;
  readonly voting: boolean;
  readonly holder: string | null;
  readonly alternate: string | null;
  readonly from: Day;
}

/** SE-2: from a day on somebody else sits there, or in another role; what it was until then stays. Who comes and who goes are told. */
export function changeSeat(granted: Seat, occasion: Occasion, seatId: string, form: SeatChangeForm): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockSeat(tx, granted.subject.id, seatId);
    if (row === undefined) return refused(problem('form:problems.changed_meanwhile'));
    if (form.voting && !mayHoldVote(form.role)) return refused(problem('working-groups:problems.never_votes', 'voting'));
    const people = await peopleOf(tx, form, row.organisation_id, form.from);
    if (!people.ok) return people;
    const becomes = { role: form.role, voting: form.voting, ...people.value };
    const office = officeRefused(granted.actor, granted.subject, sitting(row), becomes);
    if (office !== undefined) return office;
    const id = await changeFrom(tx, occasion, row, form.from, becomes);
    if (id === undefined) return refused(problem('working-groups:seats.wrong.day', 'from'));
    await followOffices(tx, granted, occasion, granted.subject.id);
    await tellOfSeat(tx, { seat_id: id, what: 'changed', people: [row.holder_id, row.alternate_id, ...Object.values(people.value)], from: form.from, reason: null }, occasion.now);
    return done({ id });
  });
}

export interface LeaveForm {
  readonly from: Day;
  readonly until: Day;
  readonly reason: string;
}

/** SE-3: a leave of absence takes the seat out of the base of quorum from a day to a day. */
export function leaveSeat(granted: Seat, occasion: Occasion, seatId: string, form: LeaveForm): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockSeat(tx, granted.subject.id, seatId);
    if (row === undefined || row.on_leave) return refused(problem('form:problems.changed_meanwhile'));
    const id = await cutSeat(tx, occasion, row, form, { on_leave: true });
    if (id === undefined) return refused(problem('working-groups:seats.wrong.day', 'until'));
    await tellOfSeat(tx, { seat_id: id, what: 'leave', people: [row.holder_id, row.alternate_id], from: form.from, until: form.until, reason: form.reason }, occasion.now);
    return done({ id });
  });
}

/** SE-4: a seat ends with a day; what it did stays countable. */
export function endSeat(granted: Seat, occasion: Occasion, seatId: string, form: { readonly until: Day; readonly reason: string }): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockSeat(tx, granted.subject.id, seatId);
    if (row === undefined) return refused(problem('form:problems.changed_meanwhile'));
    const office = officeRefused(granted.actor, granted.subject, sitting(row), undefined, 'until');
    if (office !== undefined) return office;
    const last = await tx.selectFrom('seats').select(['id', 'version']).where('place_id', '=', row.place_id).where(holdsOn('seats', form.until)).executeTakeFirst();
    if (last === undefined || form.until < addDays(dayOf(occasion.now), -1)) return refused(problem('working-groups:seats.wrong.day', 'until'));
    // What was planned for later goes with it: no session has found it yet.
    await tx.deleteFrom('seats').where('place_id', '=', row.place_id).where('from_on', '>', form.until).execute();
    await tx.updateTable('seats').set({ until_on: form.until, version: last.version + 1 }).where('id', '=', last.id).execute();
    await followOffices(tx, granted, occasion, granted.subject.id, form.reason);
    await tellOfSeat(tx, { seat_id: row.id, what: 'ended', people: [row.holder_id, row.alternate_id], from: form.until, reason: form.reason }, occasion.now);
    return done({ id: row.id });
  });
}

/** Changes of the seats of one group follow each other. */
async function lockSeat(tx: Tx, groupId: string, seatId: string): Promise<Row | undefined> {
  await lockGroup(tx, groupId);
  return tx.selectFrom('seats').selectAll().where('id', '=', seatId).where('working_group_id', '=', groupId).forUpdate().executeTakeFirst();
}

const sitting = ({ role, holder_id }: Row) => ({ role: role as SeatRole, holder_id });

const organisationOf = (tx: Tx, said: string) => tx.selectFrom('organisations').select('id').where((is) => is.or([is('ref', '=', said.toUpperCase()), is('name', '=', said)])).where('status', '=', 'active').limit(1).executeTakeFirst();

/** Who sits there, by their addresses: people whom the portal knows and, on the seat of an organisation, who belong to it. */
async function peopleOf(tx: Tx, { holder, alternate }: { readonly holder: string | null; readonly alternate: string | null }, organisation_id: string | null, day: Day): Promise<Result<{ holder_id: string | null; alternate_id: string | null }>> {
  const found = { holder_id: await personOf(tx, holder, organisation_id, day), alternate_id: await personOf(tx, alternate, organisation_id, day) };
  if (found.holder_id === undefined) return refused(problem('working-groups:seats.wrong.nobody', 'holder'));
  if (found.alternate_id === undefined) return refused(problem('working-groups:seats.wrong.nobody', 'alternate'));
  if (found.holder_id !== null && found.holder_id === found.alternate_id) return refused(problem('working-groups:seats.wrong.twice', 'alternate'));
  return done({ holder_id: found.holder_id, alternate_id: found.alternate_id });
}

/** Null where nobody was named, undefined where nobody has the address, or does not belong there. */
async function personOf(tx: Tx, mail: string | null, organisation_id: string | null, day: Day): Promise<string | null | undefined> {
  if (mail === null) return null;
  const person = await tx.selectFrom('person_mails as m').innerJoin('people as p', 'p.id', 'm.person_id').select('p.id').where('m.address', '=', mail.toLowerCase()).where('p.erased_at', 'is', null).executeTakeFirst();
  if (person === undefined || organisation_id === null) return person?.id;
  const belongs = await tx.selectFrom('affiliations').select('id').where('person_id', '=', person.id).where('organisation_id', '=', organisation_id).where('from_on', '<=', day)
    .where((is) => is.or([is('until_on', 'is', null), is('until_on', '>=', day)])).limit(1).executeTakeFirst();
  return belongs === undefined ? undefined : person.id;
}
