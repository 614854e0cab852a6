import { sql } from 'kysely';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { Mode } from '#app/working-groups/sessions/model';
import { noteRegistered } from './notices.server';
import { lockedMeeting } from './operations.server';
import { registrationOf, waysOf, type MeetingPresence, type WayToCome } from './model';
import type { meetingPolicy } from './policy';

export interface RegistrationForm {
  readonly organisation: string | null;
  readonly mode: WayToCome;
}

/** MT-2: registers oneself, for an organisation that one is affiliated with or for oneself; again changes it. A receipt goes out by mail. */
export function registerForMeeting(granted: PermitFor<typeof meetingPolicy.register>, occasion: Occasion, form: RegistrationForm): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { actor } = granted;
    if (actor.kind !== 'person') throw new TypeError('a person registers');
    const row = await lockedMeeting(tx, granted.subject.id);
    const taken = await placesTaken(tx, row.id);
    granted.again({ ...row, person_id: granted.subject.person_id, state: registrationOf({ ...row, mode: row.mode as Mode }, dayOf(occasion.now, row.time_zone), taken) });
    if (!waysOf(row.mode as Mode).includes(form.mode)) return refused(problem('form:errors.choose', 'mode'));
    if (form.organisation !== null && !actor.affiliations.some((one) => one.current && one.organisation_id === form.organisation)) return refused(problem('form:errors.choose', 'organisation'));
    const before = await tx.selectFrom('meeting_registrations').selectAll().where('meeting_id', '=', row.id).where('person_id', '=', actor.id).executeTakeFirst();
    const hasPlace = before !== undefined && before.withdrawn_at === null && before.mode === 'in_person';
    if (form.mode === 'in_person' && !hasPlace && row.places !== null && taken >= row.places) return refused(problem('working-groups:annual.wrong.full', 'mode'));
    const said = { organisation_id: form.organisation, mode: form.mode, registered_at: occasion.now, withdrawn_at: null };
    if (before === undefined) await tx.insertInto('meeting_registrations').values({ id: newId(), meeting_id: row.id, person_id: actor.id, ...said }).execute();
    else await tx.updateTable('meeting_registrations').set({ ...said, version: before.version + 1 }).where('id', '=', before.id).execute();
    await noteRegistered(tx, row, actor.id, form.mode, occasion.now);
    return done({ ref: row.ref });
  });
}

/** Takes one's registration back: the place is free again. */
export function withdrawFromMeeting(granted: PermitFor<typeof meetingPolicy.withdraw>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { actor } = granted;
    if (actor.kind !== 'person') throw new TypeError('a person withdraws');
    const row = await lockedMeeting(tx, granted.subject.id);
    granted.again({ ...row, person_id: granted.subject.person_id });
    const gone = await tx.updateTable('meeting_registrations').set((eb) => ({ withdrawn_at: occasion.now, version: eb('version', '+', 1) }))
      .where('meeting_id', '=', row.id).where('person_id', '=', actor.id).where('withdrawn_at', 'is', null).where('presence', 'is', null).executeTakeFirst();
    return gone.numUpdatedRows === 0n ? refused(problem('form:problems.changed_meanwhile')) : done({ ref: row.ref });
  });
}

export interface NotedPerson {
  readonly id: string;
  readonly was: MeetingPresence | null;
  readonly now: MeetingPresence | null;
}

/** MT-3: notes who came, those alone whose mark was changed: what another noted meanwhile of others stays. */
export function noteParticipants(granted: PermitFor<typeof meetingPolicy.checkIn>, occasion: Occasion, people: readonly NotedPerson[]): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockedMeeting(tx, granted.subject.id);
    granted.again(row);
    if (dayOf(occasion.now, row.time_zone) < row.starts_on) return refused(problem('working-groups:annual.wrong.not_begun'));
    const changed = people.filter(({ was, now }) => was !== now);
    for (const mark of new Set(changed.map(({ now }) => now))) {
      await tx.updateTable('meeting_registrations').set((eb) => ({ presence: mark, version: eb('version', '+', 1) }))
        .where('meeting_id', '=', row.id).where('withdrawn_at', 'is', null).where('id', 'in', changed.filter(({ now }) => now === mark).map(({ id }) => id)).execute();
    }
    return done({ ref: row.ref });
  });
}

/** How many chairs are taken. */
async function placesTaken(tx: Tx, meetingId: string): Promise<number> {
  const found = await sql<{ taken: number }>`select count(*)::int as taken from meeting_registrations where meeting_id = ${meetingId} and mode = 'in_person' and withdrawn_at is null`.execute(tx);
  return found.rows[0]?.taken ?? 0;
}
