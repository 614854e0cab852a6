import { personOf } from '#app/access/actor';
import { Grant, type PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf, instantAt } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { insertAgenda, type AgendaForm } from '#app/working-groups/agenda/items.server';
import { launchStands } from '#app/working-groups/agenda/reports.server';
import { returnToBacklog, takeUp } from '#app/working-groups/backlog/items.server';
import { hasOpenBallot } from '#app/working-groups/decisions/ballots/open.server';
import { lapseProvisionalIn } from '#app/working-groups/decisions/lapsing.server';
import { invite, noteCancelled } from '#app/working-groups/invitations/notices.server';
import type { groupPolicy, sessionPolicy } from '#app/working-groups/policy';
import { holdsOn } from '#app/working-groups/seats/days.server';
import { termsOn, versionOfSession } from '#app/working-groups/terms/in-force.server';
import { clockOf, isShortNotice, type Mode, type Purpose, type SessionStatus, type SessionVisibility } from './model';
import { notePresence, type PresenceNote } from './presence.server';

export interface SessionForm {
  readonly title: string;
  readonly purpose: Purpose;
  /** What the wall clock of the zone shows: `2026-03-29T14:30`. The zone and the wall clock are kept beside the instants. */
  readonly wall_clock_start: string;
  /** Null where nobody knows when it ends: then it stays unknown. */
  readonly minutes: number | null;
  readonly time_zone: string;
  readonly mode: Mode;
  readonly place: string | null;
  readonly join_link: string | null;
  /** In which it is held, BCP 47; none where nobody said. */
  readonly languages?: readonly string[];
  readonly visibility: SessionVisibility;
  /** An item may come from the backlog. */
  readonly agenda: readonly (AgendaForm & { readonly proposal_id?: string })[];
}

/** Plans the next session of a group; it has the next number and is a draft until it is convened. */
export function planSession(granted: PermitFor<typeof groupPolicy.plan>, occasion: Occasion, form: SessionForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    if (await launchStands(tx, form.agenda.flatMap(({ outcome_id }) => outcome_id ?? []))) return refused(problem('form:problems.changed_meanwhile'));
    const { id, ref } = await insertSession(tx, granted.subject.id, form, { by: personOf(granted.actor), now: occasion.now });
    return done({ id, ref });
  });
}

/** A session as it is planned, under the next number of its group. */
export async function insertSession(tx: Tx, groupId: string, form: SessionForm, { by, now }: { readonly by: string | null; readonly now: Date }): Promise<{ id: string; ref: string }> {
  const group = await tx.selectFrom('working_groups').select(['id', 'ref']).where('id', '=', groupId).forNoKeyUpdate().executeTakeFirstOrThrow();
  const last = await tx.selectFrom('sessions').select((eb) => eb.fn.max('number').as('number')).where('working_group_id', '=', group.id).executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  const { agenda, ...facts } = form;
  const id = newId();
  const ref = `${group.ref}-S${String(number).padStart(2, '0')}`;
  await tx.insertInto('sessions').values({ id, ref, working_group_id: group.id, number, ...whenAndWhere(facts), created_at: now }).execute();
  const items = await insertAgenda(tx, id, agenda.map(({ proposal_id: _, ...item }) => item));
  const taken = agenda.flatMap(({ proposal_id }, at) => (proposal_id === undefined ? [] : [{ proposal_id, item_id: items[at] ?? '' }]));
  await takeUp(tx, id, taken, by, now);
  return { id, ref };
}

/** The instants beside the wall clock and the zone that they come from. */
export function whenAndWhere<Form extends Pick<SessionForm, 'minutes' | 'wall_clock_start' | 'time_zone' | 'languages'>>({ minutes, languages = [], ...facts }: Form) {
  const starts_at = instantAt(facts.wall_clock_start, facts.time_zone);
  return { ...facts, languages: [...languages], starts_at, ends_at: minutes === null ? null : new Date(starts_at.getTime() + minutes * 60_000) };
}

/** WG-1: convening needs an agenda and the notice that the terms of reference ask for, or is marked short notice. Everybody on a seat is told. */
export function conveneSession(granted: PermitFor<typeof sessionPolicy.convene>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const session = await lockSession(tx, granted);
    const agenda = await tx.selectFrom('agenda_items').select('id').where('session_id', '=', session.id).limit(1).executeTakeFirst();
    if (agenda === undefined) return refused(problem('working-groups:problems.agenda_needed'));
    if (session.starts_at <= occasion.now) return refused(problem('working-groups:problems.start_is_past'));
    const short_notice = isShortNotice(dayOf(occasion.now, session.time_zone), dayOf(session.starts_at, session.time_zone), session.notice_days);
    await setStatus(tx, session, 'convened', { convened_at: occasion.now, short_notice });
    await invite(tx, { ...session, status: 'convened' }, occasion.now);
    return done({ ref: session.ref });
  });
}

/** WG-2: starting takes a snapshot of the seats and the terms, of which quorum and votes are counted for ever. A seat counts by the meeting's own calendar. */
export function startSession(granted: PermitFor<typeof sessionPolicy.start>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const session = await lockSession(tx, granted);
    await beginIn(tx, session, occasion.now);
    return done({ ref: session.ref });
  });
}

type Beginning = Pick<Awaited<ReturnType<typeof lockSession>>, 'id' | 'working_group_id' | 'time_zone' | 'version'>;

/** The snapshot of the seats and terms of the day, and the state: of a meeting that starts now, and of one that is typed in afterwards. */
export async function beginIn(tx: Tx, session: Beginning, at: Date): Promise<void> {
  const day = dayOf(at, session.time_zone);
  const seats = await tx.selectFrom('seats').leftJoin('organisations as o', 'o.id', 'seats.organisation_id').selectAll('seats').select((eb) => eb.fn.coalesce('seats.constituency', 'o.constituency').as('counts_for'))
    .where('working_group_id', '=', session.working_group_id).where(holdsOn('seats', day)).execute();
  if (seats.length > 0) {
    await tx.insertInto('session_seats').values(seats.map((seat) => ({
      session_id: session.id, seat_id: seat.id, organisation_id: seat.organisation_id, role: seat.role, voting: seat.voting,
      holder_id: seat.holder_id, alternate_id: seat.alternate_id, on_leave: seat.on_leave, counts_for: seat.counts_for,
    }))).execute();
  }
  const { version: terms_version, quorum_share, decision_rule, minimums } = await termsOn(tx, session.working_group_id, day);
  if (minimums.length > 0) await tx.insertInto('session_minimums').values(minimums.map((one) => ({ session_id: session.id, ...one }))).execute();
  await setStatus(tx, session, 'in_progress', { started_at: at, terms_version, quorum_share, decision_rule });
}

/** Notes who is there, seat by seat: from that moment on it counts, and what was counted before stays. */
export function recordAttendance(granted: PermitFor<typeof sessionPolicy.run>, occasion: Occasion, form: readonly PresenceNote[]): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const session = await lockSession(tx, granted);
    const noted = await notePresence(tx, session, form, { now: clockOf(session, occasion.now), noted_by: granted.actor.kind === 'person' ? granted.actor.id : null, origin: 'secretary' });
    return noted.ok ? done({ ref: session.ref }) : noted;
  });
}

/** Ends the meeting. What was not treated is deferred, so that the next session finds it. */
export function adjournSession(granted: PermitFor<typeof sessionPolicy.adjourn>, occasion: Occasion, summary: string | null): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const session = await lockSession(tx, granted);
    if (await hasOpenBallot(tx, session.id)) return refused(problem('working-groups:problems.ballot_open'));
    await tx.updateTable('agenda_items').set((eb) => ({ outcome: 'deferred', version: eb('version', '+', 1) })).where('session_id', '=', session.id).where('outcome', 'is', null).execute();
    await setStatus(tx, session, 'adjourned', { adjourned_at: session.typed_in_at === null ? occasion.now : (session.ends_at ?? session.starts_at), summary });
    await lapseProvisionalIn(tx, session, occasion.now);
    return done({ ref: session.ref });
  });
}

/** Puts what the session did where its visibility allows it to be read. */
export function publishSession(granted: PermitFor<typeof sessionPolicy.publish>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const session = await lockSession(tx, granted);
    await setStatus(tx, session, 'published', {});
    return done({ ref: session.ref });
  });
}

/** Calls a session off. Who was told that it is convened is told that it is not. */
export function cancelSession(granted: PermitFor<typeof sessionPolicy.cancel>, occasion: Occasion, reason: string): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const session = await lockSession(tx, granted);
    const sequence = session.sequence + 1;
    await returnToBacklog(tx, { session_id: session.id });
    await setStatus(tx, session, 'cancelled', { cancelled_reason: reason, sequence });
    if (session.status === 'convened') await noteCancelled(tx, { ...session, sequence, reason }, occasion.now);
    return done({ ref: session.ref });
  });
}

type OnSession = PermitFor<(typeof sessionPolicy)[keyof typeof sessionPolicy]>;

/** The session as it is now, locked; the permission is decided again on it. */
export async function lockSession(tx: Tx, granted: OnSession) {
  if (!Grant.isGenuine(granted)) throw new TypeError('a permit comes from permit()');
  const row = await tx.selectFrom('sessions as s').innerJoin('working_groups as g', 'g.id', 's.working_group_id')
    .innerJoin('working_group_terms as terms', (join) => join.onRef('terms.working_group_id', '=', 's.working_group_id').on('terms.version', '=', versionOfSession))
    .selectAll('s').select((eb) => ['g.coalition_id', 'terms.notice_days', eb.fn.coalesce('s.quorum_share', 'terms.quorum_share').as('quorum_share'), eb.fn.coalesce('s.decision_rule', 'terms.decision_rule').as('decision_rule')])
    .where('s.id', '=', granted.subject.id).forUpdate('s').executeTakeFirstOrThrow();
  granted.again(row);
  return row;
}

type StatusFacts = Readonly<Partial<Record<'convened_at' | 'started_at' | 'adjourned_at', Date>>> & { short_notice?: boolean; summary?: string | null; cancelled_reason?: string; sequence?: number; quorum_share?: string; decision_rule?: string; terms_version?: number };

async function setStatus(tx: Tx, session: { id: string; version: number }, status: SessionStatus, facts: StatusFacts): Promise<void> {
  await tx.updateTable('sessions').set({ status, ...facts, version: session.version + 1 }).where('id', '=', session.id).execute();
}
