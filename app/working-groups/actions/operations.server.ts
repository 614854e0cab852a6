import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf, type Day } from '#app/platform/clock';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import { isOnAgenda } from '#app/working-groups/agenda/items.server';
import type { actionPolicy, sessionPolicy } from '#app/working-groups/policy';
import { lockSession } from '#app/working-groups/sessions/operations.server';
import type { ActionStatus } from './model';

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
    if (form.due_on < dayOf(occasion.now, session.time_zone)) return refused(problem('working-groups:problems.due_in_past', 'due_on'));
    const seat = await tx.selectFrom('session_seats').select('seat_id').where('session_id', '=', session.id)
      .where((eb) => eb.or([eb('holder_id', '=', form.owner_id), eb('alternate_id', '=', form.owner_id)])).limit(1).executeTakeFirst();
    if (seat === undefined) return refused(problem('working-groups:problems.owner_without_seat', 'owner_id'));
    const id = newId();
    const ref = await nextRef(tx, 'A', Number(dayOf(session.starts_at, session.time_zone).slice(0, 4)), 3);
    await tx.insertInto('action_items').values({ id, ref, session_id: session.id, ...form, first_due_on: form.due_on }).execute();
    return done({ id, ref });
  });
}

/** Says how an action stands; `done` keeps the day, and taking it back forgets it. */
export function settleAction(granted: PermitFor<typeof actionPolicy.settle>, occasion: Occasion, version: number, status: ActionStatus): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await tx.selectFrom('action_items as a').innerJoin('sessions as s', 's.id', 'a.session_id').innerJoin('working_groups as g', 'g.id', 's.working_group_id')
      .selectAll('a').select(['s.working_group_id', 's.time_zone', 'g.coalition_id']).where('a.id', '=', granted.subject.id).forUpdate('a').executeTakeFirstOrThrow();
    granted.again(row);
    if (row.version !== version) return refused(problem('form:problems.changed_meanwhile'));
    const done_on = status !== 'done' ? null : (row.done_on ?? dayOf(occasion.now, row.time_zone));
    await tx.updateTable('action_items').set({ status, done_on, version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ id: row.id });
  });
}
