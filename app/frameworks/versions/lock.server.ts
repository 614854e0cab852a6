import type { Actor } from '#app/access/actor';
import type { Permit } from '#app/access/permit';
import type { Tx } from '#app/platform/database.server';
import type { VersionRef } from '../policy';

/** Who wrote in a draft, as its row names them. */
export const editorOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.id : null);

/** The version as it is now, held until the transaction ends; what was granted is decided again on it. */
export async function lockVersion(tx: Tx, granted: Permit<string, VersionRef>) {
  const row = await tx.selectFrom('framework_versions').selectAll().where('id', '=', granted.subject.id).forUpdate().executeTakeFirstOrThrow();
  granted.again(row);
  return row;
}

/** Says who wrote in a draft last: they do not publish it. */
export async function wroteIn(tx: Tx, version: { readonly id: string; readonly version: number }, actor: Actor): Promise<void> {
  await tx.updateTable('framework_versions').set({ edited_by: editorOf(actor), version: version.version + 1 }).where('id', '=', version.id).execute();
}
