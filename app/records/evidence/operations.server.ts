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

/** Where something that is kept with a title comes from: an address, or a file that is stored now. */
export async function sourceIn(tx: Tx, granted: Grant, form: Pick<EvidenceForm, 'url' | 'file'>): Promise<Result<{ url: string } | { file_id: string }>> {
  if (form.file === null) return form.url === null ? refused(problem('records:problems.one_source', 'url')) : done({ url: form.url });
  const stored = await storeFile(tx, { ...form.file, uploadedBy: personOf(granted.actor) });
  return 'problem' in stored ? refused(problem(`records:problems.file_${stored.problem}`, 'file')) : done({ file_id: stored.id });
}

/** Attaches evidence to a record. The domain of the record decides whether it may be done: its permit is the proof. */
export async function attachEvidenceIn(tx: Tx, granted: Grant, occasion: Occasion, record: EvidenceOf, form: EvidenceForm): Promise<Result<{ id: string }>> {
  const source = await sourceIn(tx, granted, form);
  if (!source.ok) return source;
  const id = newId();
  await tx.insertInto('evidence').values({ id, ...record, title: form.title, language: form.language, added_by: personOf(granted.actor), added_at: occasion.now, ...source.value }).execute();
  return done({ id });
}
