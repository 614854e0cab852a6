import type { Updateable } from 'kysely';
import type { Permit } from '#app/access/permit';
import { problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import type { DB } from '#db/schema';
import { lockPlatform, type LockedPlatform } from './lock.server';
import { tell } from './notices.server';
import type { PlatformRef } from './policy';

/** Decides again on the row under the lock. What was decided about one edition is not carried over to another that took its place. */
export function onLocked<Name extends string, Value>(granted: Permit<Name, PlatformRef>, occasion: Occasion, act: (tx: Tx, row: LockedPlatform) => Promise<Result<Value>>): Promise<Result<Value>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockPlatform(tx, granted.subject.id);
    if (row === undefined || row.open?.number !== granted.subject.open?.number) return refused(problem('form:problems.changed_meanwhile'));
    granted.again(row);
    return act(tx, row);
  });
}

/** The edition that is being worked on, which the permit has made sure of. */
export const openEdition = (tx: Tx, row: LockedPlatform) =>
  tx.selectFrom('platform_editions').selectAll().where('platform_id', '=', row.id).where('number', '=', row.open?.number ?? 0).executeTakeFirstOrThrow();

/** A step of the edition that is being worked on. */
export async function move(tx: Tx, row: LockedPlatform, edition: Updateable<DB['platform_editions']>, platform: Updateable<DB['platforms']> = {}): Promise<void> {
  await tx.updateTable('platform_editions').set((eb) => ({ ...edition, version: eb('version', '+', 1) })).where('platform_id', '=', row.id).where('number', '=', row.open?.number ?? 0).execute();
  await turn(tx, row, platform);
}

/** Whatever is done to a platform makes its next version. */
export async function turn(tx: Tx, row: LockedPlatform, platform: Updateable<DB['platforms']>): Promise<void> {
  await tx.updateTable('platforms').set({ ...platform, version: row.version + 1 }).where('id', '=', row.id).execute();
}

interface Told {
  readonly words: 'described' | 'confirmed' | 'reviewed' | 'returned' | 'discontinued';
  readonly granted: Permit<string, PlatformRef>;
  readonly occasion: Occasion;
  readonly reason?: string;
}

/** Letters are about the platform as it is after the act. */
export async function tellNow(tx: Tx, { id }: LockedPlatform, { words, granted, occasion, reason = '' }: Told): Promise<void> {
  const row = await lockPlatform(tx, id);
  if (row !== undefined) await tell(tx, row, { words, actor: granted.actor, now: occasion.now, reason });
}
