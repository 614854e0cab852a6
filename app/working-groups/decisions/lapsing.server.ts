import type { Tx } from '#app/platform/database.server';
import { quorumChanges } from '#app/working-groups/sessions/presences';
import { inputsAt, presencesOf } from '#app/working-groups/sessions/quorum.server';

/** GL-6: a group that ends has no later session: what waits for one lapses. */
export async function lapseOnEnd(tx: Tx, groupId: string): Promise<void> {
  await tx.updateTable('decisions').set((row) => ({ status: 'lapsed', lapsed_on_end: true, version: row('version', '+', 1) })).where('working_group_id', '=', groupId).where('status', '=', 'provisional').execute();
}

/** How many later sessions with quorum a provisional decision waits for. */
export const sessionsToConfirm = 2;

/**
 * WG-4: what was decided without quorum lapses when the second later session of the group that had one ends without confirming it. A session
 * had a quorum if it was met at any moment: then there was an occasion to confirm. The session named has just ended.
 */
export async function lapseProvisionalIn(tx: Tx, session: { readonly id: string; readonly working_group_id: string }, now: Date): Promise<void> {
  const waiting = await tx.selectFrom('decisions').select(['id', 'quorum_at', 'session_id']).where('working_group_id', '=', session.working_group_id).where('status', '=', 'provisional').forUpdate().execute();
  if (waiting.length === 0) return;
  const earliest = new Date(Math.min(...waiting.map((one) => one.quorum_at.getTime())));
  const held = await tx.selectFrom('sessions').select(['id', 'started_at']).where('working_group_id', '=', session.working_group_id).where('adjourned_at', 'is not', null).where('started_at', '>', earliest).execute();
  const withQuorum: typeof held = [];
  for (const one of held) if (quorumChanges(await inputsAt(tx, one.id, now), await presencesOf(tx, one.id)).length > 0) withQuorum.push(one);
  const over = waiting.filter((decision) => withQuorum.filter((one) => one.started_at !== null && one.started_at > decision.quorum_at).length >= sessionsToConfirm);
  if (over.length === 0) return;
  await tx.updateTable('decisions').set((row) => ({ status: 'lapsed', lapsed_in: session.id, version: row('version', '+', 1) })).where('id', 'in', over.map((one) => one.id)).execute();
}
