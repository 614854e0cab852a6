import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.server';
import { tellProposer } from './notices.server';

/** BL-2: marks proposals that a planned session took onto its agenda, `taken` pairs of proposal and item; each proposer is told. One that was answered meanwhile is left as it is. */
export async function takeUp(tx: Tx, sessionId: string, taken: readonly { readonly proposal_id: string; readonly item_id: string }[], by: string | null, now: Date): Promise<void> {
  const session = await tx.selectFrom('sessions').select(['ref', 'title', 'starts_at', 'time_zone']).where('id', '=', sessionId).executeTakeFirstOrThrow();
  for (const { proposal_id, item_id } of taken) {
    const row = await tx.updateTable('agenda_proposals').set((eb) => ({ status: 'accepted', agenda_item_id: item_id, answered_by: by, answered_at: now, version: eb('version', '+', 1) }))
      .where('id', '=', proposal_id).where('status', '=', 'open').returningAll().executeTakeFirst();
    if (row !== undefined) await tellProposer(tx, { ...row, version: row.version - 1, verdict: 'accepted', answer: null, session }, now);
  }
}

/** GL-6: a group that ends takes nothing up any more: what is open is declined with the reason of the end. */
export async function closeBacklog(tx: Tx, groupId: string, answer: string, by: string | null, now: Date): Promise<void> {
  await tx.updateTable('agenda_proposals').set((eb) => ({ status: 'declined', answer, answered_by: by, answered_at: now, version: eb('version', '+', 1) })).where('working_group_id', '=', groupId).where('status', '=', 'open').execute();
}

/** BL-3: what is taken off an agenda, or stands on that of a session that is called off, goes back to the backlog. */
export async function returnToBacklog(tx: Tx, of: { readonly item_id: string } | { readonly session_id: string }): Promise<void> {
  const which = 'item_id' in of ? sql<boolean>`agenda_item_id = ${of.item_id}` : sql<boolean>`agenda_item_id in (select id from agenda_items where session_id = ${of.session_id})`;
  await tx.updateTable('agenda_proposals').set((eb) => ({ status: 'open', agenda_item_id: null, answer: null, answered_by: null, answered_at: null, version: eb('version', '+', 1) })).where(which).execute();
}
