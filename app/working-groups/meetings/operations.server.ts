import type { PermitFor, Permit } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import { noteMeetingCancelled } from './notices.server';
import { wrongTerms, type MeetingTerms } from './model';
import type { meetingPolicy, MeetingRef } from './policy';

export interface MeetingForm extends MeetingTerms {
  readonly language: Language;
  readonly title: string;
  readonly introduction: string | null;
}

/** MT-1: plans a meeting of a plenary group; nobody else sees it until it is announced. */
export function planMeeting(granted: PermitFor<typeof meetingPolicy.plan>, occasion: Occasion, form: MeetingForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const wrong = wrongTerms(form);
    if (wrong !== undefined) return refused(problem(wrong.code, wrong.field));
    const { title, introduction, ...terms } = form;
    const id = newId();
    const ref = await nextRef(tx, 'MTG', Number(form.starts_on.slice(0, 4)), 2);
    await tx.insertInto('meetings').values({ id, ref, working_group_id: granted.subject.id, ...terms, created_at: occasion.now }).execute();
    await tx.insertInto('meeting_texts').values({ meeting_id: id, language: form.language, title, introduction }).execute();
    return done({ id, ref });
  });
}

/** Changes its terms and its words in one language, which another editor has not changed meanwhile. */
export function editMeeting(granted: PermitFor<typeof meetingPolicy.edit>, occasion: Occasion, seen: number | undefined, form: MeetingForm): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockMeeting(tx, granted);
    if (seen !== row.version) return refused(problem('form:problems.changed_meanwhile'));
    const wrong = wrongTerms(form);
    if (wrong !== undefined) return refused(problem(wrong.code, wrong.field));
    const { title, introduction, language, ...terms } = form;
    await tx.updateTable('meetings').set({ ...terms, version: row.version + 1 }).where('id', '=', row.id).execute();
    await tx.insertInto('meeting_texts').values({ meeting_id: row.id, language, title, introduction })
      .onConflict((conflict) => conflict.columns(['meeting_id', 'language']).doUpdateSet({ title, introduction })).execute();
    return done({ ref: row.ref });
  });
}

/** From now on it is read as far as its visibility goes, and people register. */
export function announceMeeting(granted: PermitFor<typeof meetingPolicy.announce>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockMeeting(tx, granted);
    if (row.ends_on < dayOf(occasion.now, row.time_zone) && row.registration_closes_on < row.starts_on) return refused(problem('working-groups:annual.wrong.past'));
    await tx.updateTable('meetings').set({ status: 'announced', announced_at: occasion.now, version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ ref: row.ref });
  });
}

/** Calls it off; everybody who registered is told why. */
export function cancelMeeting(granted: PermitFor<typeof meetingPolicy.cancel>, occasion: Occasion, reason: string): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockMeeting(tx, granted);
    await tx.updateTable('meetings').set({ status: 'cancelled', cancelled_reason: reason, version: row.version + 1 }).where('id', '=', row.id).execute();
    await noteMeetingCancelled(tx, row, reason, occasion.now);
    return done({ ref: row.ref });
  });
}

/** The meeting as it is now, locked; the permission is decided again on it. */
async function lockMeeting(tx: Tx, granted: Permit<string, MeetingRef>) {
  const row = await lockedMeeting(tx, granted.subject.id);
  granted.again(row);
  return row;
}

/** The meeting as it is now, locked: nobody changes it, and nobody else registers, until the transaction ends. */
export const lockedMeeting = (tx: Tx, id: string) => tx.selectFrom('meetings as m').innerJoin('working_groups as g', 'g.id', 'm.working_group_id').selectAll('m').select('g.coalition_id')
  .where('m.id', '=', id).forUpdate('m').executeTakeFirstOrThrow();
