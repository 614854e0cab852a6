import type { Selectable } from 'kysely';
import type { Occasion } from '#app/access/transaction.server';
import { dayOf, type Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { Seats } from '#db/schema';
import { cutOf, type Span } from './changes';

/** A row of a seat, as it stands under the lock. */
export type Row = Selectable<Seats>;

/** Changes of the seats of one group follow each other. */
export const lockGroup = (tx: Tx, id: string) => tx.selectFrom('working_groups').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirstOrThrow();

type Change = Partial<Pick<Row, 'role' | 'voting' | 'holder_id' | 'alternate_id' | 'on_leave'>>;

/** SE-2: cuts the row at the days of a change: the changed part is a row of its own, and what comes after it is as before. Returns it, where the days lie in the row and are not over. */
export async function cutSeat(tx: Tx, { now }: Occasion, row: Row, { from, until }: { readonly from: Day; readonly until: Day | null }, change: Change): Promise<string | undefined> {
  // What has been counted stays: a change begins today at the earliest.
  const cut = from < dayOf(now) ? undefined : cutOf(row as Span, from, until);
  if (cut === undefined) return undefined;
  const { id, version, from_on: _from, until_on: _until, ...same } = row;
  if (cut.before !== null) await tx.updateTable('seats').set({ ...cut.before, version: version + 1 }).where('id', '=', id).execute();
  else await tx.updateTable('seats').set({ ...change, ...cut.within, version: version + 1 }).where('id', '=', id).execute();
  const changed = cut.before === null ? id : newId();
  if (cut.before !== null) await tx.insertInto('seats').values({ ...same, ...change, id: changed, ...cut.within }).execute();
  if (cut.after !== null) await tx.insertInto('seats').values({ ...same, id: newId(), ...cut.after }).execute();
  return changed;
}

/** SE-2: from a day on, for good: what was planned for later, such as a leave, is of the seat as it is from now on. */
export async function changeFrom(tx: Tx, occasion: Occasion, row: Row, from: Day, change: Change): Promise<string | undefined> {
  const id = await cutSeat(tx, occasion, row, { from, until: null }, change);
  if (id !== undefined) await tx.updateTable('seats').set(change).where('place_id', '=', row.place_id).where('from_on', '>', from).where('id', '<>', id).execute();
  return id;
}
