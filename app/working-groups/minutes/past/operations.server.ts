import { personOf } from '#app/access/actor';
import { Grant, type PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { instantAt } from '#app/platform/clock';
import { beginIn, insertSession, type SessionForm } from '#app/working-groups/sessions/operations.server';
import type { pastPolicy } from '../policy';

/**
 * A meeting that took place elsewhere, typed in afterwards and marked so: with the seats of its own day, and under way until what happened
 * is written down. Nobody is written to. Its acts count by its own clock.
 */
export function recordPastMeeting(granted: PermitFor<typeof pastPolicy.record>, occasion: Occasion, form: SessionForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    if (!Grant.isGenuine(granted)) throw new TypeError('a permit comes from permit()');
    const start = instantAt(form.wall_clock_start, form.time_zone);
    if (start.getTime() + (form.minutes ?? 0) * 60_000 > occasion.now.getTime()) return refused(problem('working-groups:problems.not_over', 'day'));
    if (form.agenda.length === 0) return refused(problem('working-groups:problems.agenda_needed', 'agenda'));
    const { id, ref } = await insertSession(tx, granted.subject.id, form, { by: personOf(granted.actor), now: occasion.now });
    await tx.updateTable('sessions').set({ typed_in_at: occasion.now, typed_in_by: personOf(granted.actor), convened_at: start }).where('id', '=', id).execute();
    const session = await tx.selectFrom('sessions').select(['id', 'working_group_id', 'time_zone', 'version']).where('id', '=', id).executeTakeFirstOrThrow();
    await beginIn(tx, session, start);
    return done({ id, ref });
  });
}
