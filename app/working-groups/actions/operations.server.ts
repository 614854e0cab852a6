import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf, type Day } from '#app/platform/clock';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import { isOnAgenda } from '#app/working-groups/agenda/items.server';
import type { sessionPolicy } from '#app/working-groups/policy';
import { clockOf } from '#app/working-groups/sessions/model';
import { lockSession } from '#app/working-groups/sessions/operations.server';

export interface ActionForm {
  readonly agenda_item_id: string | null;
  readonly text: string;
  /** Holds a seat of the session, or is an alternate. */
  readonly owner_id: string;
  readonly due_on: Day;
}

/** Gives an action to one owner with one due date, under the number that minutes name. */
export function addAction(granted: PermitFor<typeof sessionPolicy.run>, occasion: Occasion, form: ActionForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const session = await lockSession(tx, granted);
    if (!(await isOnAgenda(tx, session.id, form.agenda_item_id))) return refused(problem('working-groups:problems.no_such_item'));
    if (form.due_on < dayOf(clockOf(session, occasion.now), session.time_zone)) return refused(problem('working-groups:problems.due_in_past', 'due_on'));
    const seat = await tx.selectFrom('session_seats').select('seat_id').where('session_id', '=', session.id)
      .where((eb) => eb.or([eb('holder_id', '=', form.owner_id), eb('alternate_id', '=', form.owner_id)])).limit(1).executeTakeFirst();
    if (seat === undefined) return refused(problem('working-groups:problems.owner_without_seat', 'owner_id'));
    const id = newId();
    const ref = await nextRef(tx, 'A', Number(dayOf(session.starts_at, session.time_zone).slice(0, 4)), 3);
    await tx.insertInto('action_items').values({ id, ref, session_id: session.id, ...form, first_due_on: form.due_on }).execute();
    return done({ id, ref });
  });
}
