import type { Tx } from '#app/platform/database.server';

/** What was approved was another text: the approvals are taken away, and given anew. */
export async function reopenIn(tx: Tx, report: { readonly id: string; readonly status: string }): Promise<void> {
  const taken = await tx.deleteFrom('report_approvals').where('report_id', '=', report.id).executeTakeFirst();
  if (taken.numDeletedRows === 0n || report.status !== 'approved') return;
  await tx.updateTable('reports').set((eb) => ({ status: 'right_of_reply', version: eb('version', '+', 1) })).where('id', '=', report.id).execute();
}
