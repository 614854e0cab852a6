import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { peopleOnSeats } from '#app/working-groups/notices.server';
import type { sessionPolicy } from '#app/working-groups/policy';
import { lockSession } from '#app/working-groups/sessions/operations.server';
import { canTake } from '#app/working-groups/dimensions/choice.server';
import { returnToBacklog } from '#app/working-groups/backlog/items.server';
import { insertAgenda, launchIn, type AgendaForm } from './items.server';
import type { Outcome } from './model';
import { writeNote } from './notes.server';

type Edit = PermitFor<typeof sessionPolicy.edit>;
type Run = PermitFor<typeof sessionPolicy.run>;

const noSuchItem = refused(problem('working-groups:problems.no_such_item'));

/** Adds an item at the end of the agenda. */
export function addAgendaItem(granted: Edit, occasion: Occasion, item: AgendaForm): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const session = await lockSession(tx, granted);
    if (!(await canTake(tx, session.working_group_id, { id: item.dimension_id ?? null }, dayOf(occasion.now)))) return refused(problem('form:errors.choose', 'dimension_id'));
    const [id = ''] = await insertAgenda(tx, granted.subject.id, [item]);
    return done({ id });
  });
}

type ItemEdit = Pick<AgendaForm, 'title' | 'kind' | 'minutes' | 'presenter'> & { readonly section: string | null; readonly presenter_id: string | null; readonly commitment_id?: string | null; readonly dimension_id?: string | null; readonly report_id?: string | null };

/** Changes what an item is, who has it, how long it takes and what it treats, until it has ended. Of two who edit at once, one is told to look again. */
export function editAgendaItem(granted: Edit, occasion: Occasion, itemId: string, { version, ...form }: ItemEdit & { readonly version: number | undefined }): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const session = await lockSession(tx, granted);
    const item = await tx.selectFrom('agenda_items').select(['version', 'presenter_id', 'dimension_id']).where('id', '=', itemId).where('session_id', '=', session.id).where('outcome', 'is', null).executeTakeFirst();
    if (item === undefined) return noSuchItem;
    if (item.version !== version) return refused(problem('form:problems.changed_meanwhile'));
    if (form.presenter_id !== null && form.presenter_id !== item.presenter_id && !(await peopleOnSeats(tx, session)).includes(form.presenter_id)) return refused(problem('form:errors.choose', 'presenter_id'));
    if (!(await canTake(tx, session.working_group_id, { id: form.dimension_id ?? null, now: item.dimension_id }, dayOf(occasion.now)))) return refused(problem('form:errors.choose', 'dimension_id'));
    await tx.updateTable('agenda_items').set({ ...form, ...(form.report_id == null ? {} : await launchIn(tx, form.report_id)), ...(form.report_id === null ? { outcome_id: null } : {}), version: item.version + 1 }).where('id', '=', itemId).execute();
    return done({ id: itemId });
  });
}

/** Moves an item one place up or down among those that have not ended: what was treated keeps its place. */
export function moveAgendaItem(granted: Edit, occasion: Occasion, itemId: string, by: -1 | 1): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    await lockSession(tx, granted);
    const items = await tx.selectFrom('agenda_items').select(['id', 'position']).where('session_id', '=', granted.subject.id).where('outcome', 'is', null).orderBy('position').execute();
    const at = items.findIndex((item) => item.id === itemId);
    const [item, other] = [items[at], items[at + by]];
    if (item === undefined) return noSuchItem;
    if (other === undefined) return refused(problem('working-groups:problems.at_the_end'));
    await tx.updateTable('agenda_items').set({ position: other.position }).where('id', '=', item.id).execute();
    await tx.updateTable('agenda_items').set({ position: item.position }).where('id', '=', other.id).execute();
    return done({ id: itemId });
  });
}

/** Takes an item off the agenda of a session that has not started, and closes the gap; once it has, an item is withdrawn. */
export function removeAgendaItem(granted: PermitFor<typeof sessionPolicy.prepare>, occasion: Occasion, itemId: string): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    await lockSession(tx, granted);
    await returnToBacklog(tx, { item_id: itemId });
    const removed = await tx.deleteFrom('agenda_items').where('id', '=', itemId).where('session_id', '=', granted.subject.id).returning('position').executeTakeFirst();
    if (removed === undefined) return noSuchItem;
    await tx.updateTable('agenda_items').set((eb) => ({ position: eb('position', '-', 1) })).where('session_id', '=', granted.subject.id).where('position', '>', removed.position).execute();
    return done({ id: itemId });
  });
}

/** Says how an item ended, and may add a note. */
export function treatAgendaItem(granted: Run, occasion: Occasion, itemId: string, outcome: Outcome, note: string | null): Promise<Result<{ id: string }>> {
  return onItem(granted, occasion, itemId, async (tx, item) => {
    // A correction afterwards does not set back the clock of the item that is treated now.
    await tx.updateTable('agenda_items').set({ outcome, ended_at: item.ended_at ?? occasion.now, version: item.version + 1 }).where('id', '=', item.id).execute();
    if (note !== null) await writeNote(tx, { item, actor: granted.actor, now: occasion.now }, note);
  });
}

/** Adds a note to an item. Two who write at once both find theirs in the minutes. */
export const addNote = (granted: Run, occasion: Occasion, itemId: string, note: string): Promise<Result<{ id: string }>> =>
  onItem(granted, occasion, itemId, (tx, item) => writeNote(tx, { item, actor: granted.actor, now: occasion.now }, note));

interface RunningItem {
  readonly id: string;
  readonly session_id: string;
  readonly version: number;
  readonly ended_at: Date | null;
}

/** An item of the very session that is under way. */
function onItem(granted: Run, occasion: Occasion, itemId: string, act: (tx: Tx, item: RunningItem) => Promise<void>): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    await lockSession(tx, granted);
    const item = await tx.selectFrom('agenda_items').select(['id', 'session_id', 'ended_at', 'version']).where('id', '=', itemId).where('session_id', '=', granted.subject.id).executeTakeFirst();
    if (item === undefined) return noSuchItem;
    await act(tx, item);
    return done({ id: itemId });
  });
}
