import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import type { sessionPolicy } from '#app/working-groups/policy';
import { lockSession } from '#app/working-groups/sessions/operations.server';
import { insertAgenda, type AgendaForm } from './items.server';
import { withNote, type Outcome } from './model';

type Edit = PermitFor<typeof sessionPolicy.edit>;
type Run = PermitFor<typeof sessionPolicy.run>;

const noSuchItem = refused(problem('working-groups:problems.no_such_item'));

/** Adds an item at the end of the agenda. */
export function addAgendaItem(granted: Edit, occasion: Occasion, item: AgendaForm): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    await lockSession(tx, granted);
    const [id = ''] = await insertAgenda(tx, granted.subject.id, [item]);
    return done({ id });
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
    const removed = await tx.deleteFrom('agenda_items').where('id', '=', itemId).where('session_id', '=', granted.subject.id).returning('position').executeTakeFirst();
    if (removed === undefined) return noSuchItem;
    await tx.updateTable('agenda_items').set((eb) => ({ position: eb('position', '-', 1) })).where('session_id', '=', granted.subject.id).where('position', '>', removed.position).execute();
    return done({ id: itemId });
  });
}

/** Says how an item ended. A note is added to those taken before; none leaves them as they are. */
export function treatAgendaItem(granted: Run, occasion: Occasion, itemId: string, outcome: Outcome, note: string | null): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, (tx) => changeItem(tx, granted, itemId, { outcome, ended_at: occasion.now, note }));
}

/** Adds a note to an item. Two who write at once both find theirs in the minutes. */
export function addNote(granted: Run, occasion: Occasion, itemId: string, note: string): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, (tx) => changeItem(tx, granted, itemId, { note }));
}

async function changeItem(tx: Tx, granted: Run, itemId: string, { outcome, ended_at, note }: { outcome?: Outcome; ended_at?: Date; note: string | null }): Promise<Result<{ id: string }>> {
  await lockSession(tx, granted);
  const item = await tx.selectFrom('agenda_items').select(['id', 'notes', 'ended_at', 'version']).where('id', '=', itemId).where('session_id', '=', granted.subject.id).executeTakeFirst();
  if (item === undefined) return noSuchItem;
  await tx.updateTable('agenda_items').set({
    notes: note === null ? item.notes : withNote(item.notes, note), version: item.version + 1,
    // A correction afterwards does not set back the clock of the item that is treated now.
    ...(outcome === undefined ? {} : { outcome, ended_at: item.ended_at ?? ended_at ?? null }),
  }).where('id', '=', item.id).execute();
  return done({ id: itemId });
}
