import { personOf } from '#app/access/actor';
import type { Grant } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import type { Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
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

/** Takes evidence back: it stays named, with the reason, and its file is no longer given out. */
export async function takeBackEvidenceIn(tx: Tx, granted: Grant, occasion: Occasion, evidence: { readonly id: string; readonly commitment_id: string }, why: string): Promise<Result<{ id: string }>> {
  const found = await tx.updateTable('evidence').set({ taken_back_on: dayOf(occasion.now), taken_back_by: personOf(granted.actor), taken_back_why: why })
    .where('id', '=', evidence.id).where('commitment_id', '=', evidence.commitment_id).where('taken_back_on', 'is', null).returning('id').executeTakeFirst();
  return found === undefined ? refused(problem('form:problems.changed_meanwhile')) : done(found);
}

/** The record that evidence belongs to: exactly one. */
export type EvidenceOf = { readonly commitment_id: string } | { readonly progress_update_id: string } | { readonly transaction_id: string } | { readonly adherence_id: string } | { readonly action_item_id: string };

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
