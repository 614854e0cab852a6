import type { Grant } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import type { Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { storeFile } from '#app/platform/files.server';
import { newId } from '#app/platform/identity';

export interface EvidenceForm {
  readonly title: string;
  /** Exactly one of the two. */
  readonly url: string | null;
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
  readonly language: string | null;
}

/** The record that evidence belongs to: exactly one. */
export type EvidenceOf = { readonly commitment_id: string } | { readonly progress_update_id: string } | { readonly transaction_id: string } | { readonly adherence_id: string };

/** Attaches evidence to a record. The domain of the record decides whether it may be done: its permit is the proof. */
export async function attachEvidenceIn(tx: Tx, granted: Grant, occasion: Occasion, record: EvidenceOf, form: EvidenceForm): Promise<Result<{ id: string }>> {
  const added_by = granted.actor.kind === 'person' ? granted.actor.id : null;
  const id = newId();
  const common = { id, ...record, title: form.title, language: form.language, added_by, added_at: occasion.now };
  if (form.file === null) {
    if (form.url === null) return refused(problem('records:problems.one_source', 'url'));
    await tx.insertInto('evidence').values({ ...common, url: form.url }).execute();
    return done({ id });
  }
  const stored = await storeFile(tx, { ...form.file, uploadedBy: added_by });
  if ('problem' in stored) return refused(problem(`records:problems.file_${stored.problem}`, 'file'));
  await tx.insertInto('evidence').values({ ...common, file_id: stored.id }).execute();
  return done({ id });
}
