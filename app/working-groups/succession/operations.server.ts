import type { Grant } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { cutSeat, lockGroup } from '#app/working-groups/seats/cutting.server';
import { followOffices } from '#app/working-groups/seats/offices.server';

interface Succession {
  readonly from: string;
  readonly to: string;
  readonly organisation_id: string;
}

/**
 * ME-12: what somebody does in working groups for an organisation becomes another person's from today on: the seats that they hold for it, as
 * holder or alternate, also those that end or begin later, with the offices that come with them (SE-6), and the actions that they have not done.
 * What was until yesterday stays, and sessions that have begun keep their own list of who sat there (WG-2). The domain that hands it over
 * decides whether it may be done: its permit is the proof.
 */
export async function passOnWorkIn(tx: Tx, granted: Grant, occasion: Occasion, succession: Succession): Promise<{ readonly seats: number; readonly actions: number }> {
  const seats = await passOnSeats(tx, granted, occasion, succession);
  const actions = await tx.updateTable('action_items').set((row) => ({ owner_id: succession.to, version: row('version', '+', 1) }))
    .where('owner_id', '=', succession.from).where('status', 'in', ['open', 'in_progress', 'blocked']).returning('id').execute();
  return { seats, actions: actions.length };
}

/** Row by row, each for its own days. Returns how many seats there are in them. */
async function passOnSeats(tx: Tx, granted: Grant, occasion: Occasion, { from, to, organisation_id }: Succession): Promise<number> {
  const today = dayOf(occasion.now);
  const theirs = tx.selectFrom('seats').where('organisation_id', '=', organisation_id)
    // GL-6: the seats of a group that has ended stay as they were.
    .where('working_group_id', 'not in', tx.selectFrom('working_groups').select('id').where('ended_on', 'is not', null)).where((is) => is.or([is('until_on', 'is', null), is('until_on', '>=', today)]))
    .where((is) => is.or([is('holder_id', '=', from), is('alternate_id', '=', from)]));
  const groups = (await theirs.select('working_group_id').distinct().orderBy('working_group_id').execute()).map((row) => row.working_group_id);
  for (const group of groups) await lockGroup(tx, group);
  const rows = await theirs.selectAll().orderBy('from_on').orderBy('id').forUpdate().execute();
  for (const row of rows) {
    // Nobody is holder and alternate of the same seat: who becomes the holder is the alternate no longer, and who is the holder stays it.
    const becomes = row.holder_id === from ? { holder_id: to, alternate_id: row.alternate_id === to ? null : row.alternate_id } : { alternate_id: row.holder_id === to ? null : to };
    await cutSeat(tx, occasion, row, { from: row.from_on > today ? row.from_on : today, until: null }, becomes);
  }
  for (const group of groups) await followOffices(tx, granted, occasion, group);
  return new Set(rows.map((row) => row.place_id)).size;
}
