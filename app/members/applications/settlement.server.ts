import type { Tx } from '#app/platform/database.server';
import type { LockedApplication } from './lock.server';

interface Settlement {
  readonly status: 'under_review' | 'approved';
  readonly organisation_id: string | null;
  readonly membership_id: string | null;
}

/** How far an approval has brought an application. That enough people have approved is held by the database too (ME-9). */
export async function settleApprovalIn(tx: Tx, row: Pick<LockedApplication, 'id' | 'version'>, settled: Settlement): Promise<void> {
  await tx.updateTable('membership_applications').set({ ...settled, version: row.version + 1 }).where('id', '=', row.id).execute();
}
