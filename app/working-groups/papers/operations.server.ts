import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { sourceIn, type EvidenceForm } from '#app/records/evidence/operations.server';
import type { paperPolicy } from './policy';

/** PA-1: adds a paper to an item of the session: an address, or a file whose type its bytes show. It stays inside of the group until it is opened. */
export function addPaper(granted: PermitFor<typeof paperPolicy.add>, occasion: Occasion, itemId: string, form: EvidenceForm): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const session = await lock(tx, granted, itemId);
    if (session === undefined) return refused(problem('working-groups:problems.no_such_item'));
    const source = await sourceIn(tx, granted, form);
    if (!source.ok) return source;
    const id = newId();
    await tx.insertInto('agenda_papers').values({ id, session_id: session.id, agenda_item_id: itemId, title: form.title, added_by: personOf(granted.actor), added_at: occasion.now, ...source.value }).execute();
    return done({ id });
  });
}

/** PA-2: says whether a paper is read by whoever reads the session. */
export function openPaper(granted: PermitFor<typeof paperPolicy.open>, occasion: Occasion, paper: { readonly paper_id: string; readonly item_id: string }, is_open: boolean): Promise<Result<null>> {
  return inTransaction(granted, occasion, async (tx) => {
    await lock(tx, granted, paper.item_id);
    await tx.updateTable('agenda_papers').set((eb) => ({ is_open, version: eb('version', '+', 1) })).where('id', '=', paper.paper_id).where('session_id', '=', granted.subject.id).execute();
    return done(null);
  });
}

/** Takes a paper off before the meeting; the trail keeps that it was there. */
export function removePaper(granted: PermitFor<typeof paperPolicy.remove>, occasion: Occasion, paper: { readonly paper_id: string; readonly item_id: string }): Promise<Result<null>> {
  return inTransaction(granted, occasion, async (tx) => {
    await lock(tx, granted, paper.item_id);
    await tx.deleteFrom('agenda_papers').where('id', '=', paper.paper_id).where('session_id', '=', granted.subject.id).execute();
    return done(null);
  });
}

type OnPaper = PermitFor<typeof paperPolicy.add> | PermitFor<typeof paperPolicy.open> | PermitFor<typeof paperPolicy.remove>;

/** The session and the item as they are now, locked; the permission is decided again on them. Undefined where the item belongs to another session. */
async function lock(tx: Tx, granted: OnPaper, itemId: string) {
  const row = await tx.selectFrom('sessions as s').innerJoin('working_groups as g', 'g.id', 's.working_group_id').innerJoin('agenda_items as i', 'i.session_id', 's.id')
    .select(['s.id', 's.working_group_id', 's.status', 'g.coalition_id', 'i.presenter_id']).where('s.id', '=', granted.subject.id).where('i.id', '=', itemId).forUpdate('s').executeTakeFirst();
  if (row !== undefined) granted.again(row);
  return row;
}
