import { sql } from 'kysely';
import { personOf, type Actor } from '#app/access/actor';
import { database, type Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { ItemNote } from './model';

/** Adds a note to an item. What was noted before is never touched. */
export async function writeNote(tx: Tx, { item, actor, now }: { readonly item: { readonly id: string; readonly session_id: string }; readonly actor: Actor; readonly now: Date }, text: string): Promise<void> {
  await tx.insertInto('agenda_notes').values({ id: newId(), session_id: item.session_id, agenda_item_id: item.id, text, written_by: personOf(actor), written_at: now }).execute();
}

/** The notes on each item of a session in the order in which they were written, for whoever may be told; who wrote them is for the group’s own room. */
export async function notesOfSession({ id, inside = false }: { readonly id: string; readonly inside?: boolean }): Promise<readonly (ItemNote & { readonly agenda_item_id: string })[]> {
  return (await sql<ItemNote & { agenda_item_id: string }>`
    select n.id, n.agenda_item_id, n.text, n.written_at, case when ${inside}::boolean then p.name end as author from agenda_notes n left join people p on p.id = n.written_by and p.erased_at is null
    where n.session_id = ${id} order by n.written_at, n.id`.execute(database())).rows;
}

/** The words of all notes on each item, a paragraph for each: what minutes begin with. */
export async function notedWords(tx: Tx, session_id: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('agenda_notes').select(['agenda_item_id', 'text']).where('session_id', '=', session_id).orderBy('written_at').orderBy('id').execute();
  return rows.reduce((words, { agenda_item_id, text }) => words.set(agenda_item_id, [words.get(agenda_item_id) ?? [], text].flat().join('\n\n')), new Map<string, string>());
}
