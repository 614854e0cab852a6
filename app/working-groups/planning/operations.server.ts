import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import { invite, noteMoved } from '#app/working-groups/invitations/notices.server';
import type { sessionPolicy } from '#app/working-groups/policy';
import { isShortNotice, type Mode } from '#app/working-groups/sessions/model';
import { lockSession, whenAndWhere, type SessionForm } from '#app/working-groups/sessions/operations.server';
import { termsOn } from '#app/working-groups/terms/in-force.server';

export interface ScheduleForm extends Pick<SessionForm, 'title' | 'wall_clock_start' | 'minutes' | 'time_zone' | 'place' | 'join_link' | 'languages'> {
  readonly mode: Mode | null;
}

/**
 * IN-4: moves a session to another time or place. It stays the same session; calendars are told a higher sequence. Once it is convened, everybody who
 * was invited is told from what to what, whoever is on a seat on the new day is invited, and at another time an answer counts no longer.
 */
export function rescheduleSession(granted: PermitFor<typeof sessionPolicy.reschedule>, occasion: Occasion, { version, ...form }: ScheduleForm & { readonly version: number | undefined }): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const before = await lockSession(tx, granted);
    if (before.version !== version) return refused(problem('form:problems.changed_meanwhile'));
    const facts = whenAndWhere(form);
    if (facts.starts_at <= occasion.now) return refused(problem('working-groups:problems.not_in_the_past', 'day'));
    if (isSame(before, facts)) return done({ ref: before.ref });
    const convened = before.status === 'convened';
    const day = dayOf(facts.starts_at, facts.time_zone);
    const short_notice = convened && isShortNotice(dayOf(occasion.now, facts.time_zone), day, (await termsOn(tx, before.working_group_id, day)).notice_days);
    const after = { ...before, ...facts, sequence: before.sequence + 1 };
    await tx.updateTable('sessions').set({ ...facts, sequence: after.sequence, short_notice, version: before.version + 1 }).where('id', '=', before.id).execute();
    if (!convened) return done({ ref: before.ref });
    if (after.starts_at.getTime() !== before.starts_at.getTime()) {
      await tx.updateTable('session_invitations').set((eb) => ({ answer: null, instead_id: null, answered_at: null, version: eb('version', '+', 1) })).where('session_id', '=', before.id).where('answer', 'is not', null).execute();
    }
    await noteMoved(tx, before, after, occasion.now);
    await invite(tx, after, occasion.now);
    return done({ ref: before.ref });
  });
}

type When = Omit<ReturnType<typeof whenAndWhere<ScheduleForm>>, 'mode'> & { readonly mode: string | null };

const isSame = (before: When, after: When): boolean =>
  before.starts_at.getTime() === after.starts_at.getTime() && before.ends_at?.getTime() === after.ends_at?.getTime()
  && (['title', 'time_zone', 'mode', 'place', 'join_link'] as const).every((field) => before[field] === after[field]) && String(before.languages) === String(after.languages);
