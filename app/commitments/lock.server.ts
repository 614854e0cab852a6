import type { Tx } from '#app/platform/database.server';
import type { Status } from './model';

/** The row as it is now, locked until the transaction ends: what every write decides on again. */
export async function lockCommitment(tx: Tx, id: string) {
  const row = await tx.selectFrom('commitments').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  return { ...row, status: row.status as Status };
}
export type LockedCommitment = Awaited<ReturnType<typeof lockCommitment>>;
