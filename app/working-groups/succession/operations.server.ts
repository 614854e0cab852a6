import type { Grant } from '#app/access/permit';
import type { Tx } from '#app/platform/database.server';

interface Succession {
  readonly from: string;
  readonly to: string;
  readonly organisation_id: string;
}

/**
 * ME-12: what somebody does in working groups for an organisation becomes another person's: the seats that they hold for it, as holder or
 * alternate, and the actions that they have not done. Sessions that have begun keep their own list of who sat there (WG-2). The domain that
 * hands it over decides whether it may be done: its permit is the proof.
 */
export async function passOnWorkIn(tx: Tx, _granted: Grant, { from, to, organisation_id }: Succession): Promise<{ readonly seats: number; readonly actions: number }> {
  const theirs = () => tx.updateTable('seats').where('organisation_id', '=', organisation_id).where('until_on', 'is', null).returning('id');
  // Nobody is holder and alternate of the same seat: who becomes the holder is the alternate no longer, and who is the holder stays it.
  const held = await theirs().where('holder_id', '=', from).set((row) => ({ holder_id: to, alternate_id: row.fn<string | null>('nullif', ['alternate_id', row.val(to)]), version: row('version', '+', 1) })).execute();
  const stoodFor = await theirs().where('alternate_id', '=', from).set((row) => ({ alternate_id: row.fn<string | null>('nullif', [row.val(to), 'holder_id']), version: row('version', '+', 1) })).execute();
  const actions = await tx.updateTable('action_items').set((row) => ({ owner_id: to, version: row('version', '+', 1) }))
    .where('owner_id', '=', from).where('status', 'in', ['open', 'in_progress', 'blocked']).returning('id').execute();
  return { seats: held.length + stoodFor.length, actions: actions.length };
}
