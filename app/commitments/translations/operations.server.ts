import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { lockCommitment } from '../lock.server';
import type { commitmentPolicy } from '../policy';
import type { Translation, TranslationRef } from './model';
import type { translationPolicy } from './policy';

type Write = PermitFor<typeof commitmentPolicy.translate>;
type Ref = { readonly ref: string };

/** Says a commitment in another language than its authoritative one. `seen`: the version of what stood there, 0 for nothing. */
export function translateCommitment(granted: Write, occasion: Occasion, seen: number | undefined, language: string, text: Translation): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, (tx) => translateCommitmentIn(tx, granted, seen, language, text));
}

/** Another wording, by whomever, has to be checked again; the same one stands as it stood, unless the authoritative words have changed since. */
export async function translateCommitmentIn(tx: Tx, granted: Write, seen: number | undefined, language: string, text: Translation): Promise<Result<Ref>> {
  const row = await lockCommitment(tx, granted.subject.id);
  granted.again(row);
  if (row.language === language) return refused(problem('commitments:problems.authoritative_language', 'language'));
  const before = await textIn(tx, row.id, language);
  if (seen !== undefined && seen !== (before?.version ?? 0)) return refused(problem('form:problems.changed_meanwhile'));
  const { source_version } = await authoritativeIn(tx, row);
  if (before !== undefined && saysTheSame(before, text) && before.source_version === source_version) return done({ ref: row.ref });
  const facts = { ...text, translated_by: personOf(granted.actor), checked_by: null, checked_at: null, source_version, version: (before?.version ?? 0) + 1 };
  await tx.insertInto('commitment_texts').values({ commitment_id: row.id, language, ...facts })
    .onConflict((conflict) => conflict.columns(['commitment_id', 'language']).doUpdateSet(facts)).execute();
  return done({ ref: row.ref });
}

const saysTheSame = (before: Omit<Translation, 'origin'> & { readonly origin: string }, { title, action, problem: why, origin }: Translation): boolean =>
  before.title === title && before.action === action && before.problem === why && before.origin === origin;

/** Another person, who reads the language, has read a translation beside the authoritative words and stands for it. */
export function checkTranslation(granted: PermitFor<typeof translationPolicy.check>, occasion: Occasion, seen: number | undefined): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const subject: TranslationRef = granted.subject;
    const row = await lockCommitment(tx, subject.id);
    const text = await textIn(tx, row.id, subject.language);
    if (text === undefined || row.language === subject.language) return refused(problem('commitments:problems.nothing_to_check'));
    granted.again({ ...row, language: text.language, translated_by: text.translated_by });
    if (seen !== undefined && seen !== text.version) return refused(problem('form:problems.changed_meanwhile'));
    const { source_version } = await authoritativeIn(tx, row);
    await tx.updateTable('commitment_texts').set({ checked_by: personOf(granted.actor), checked_at: occasion.now, source_version, version: text.version + 1 })
      .where('commitment_id', '=', row.id).where('language', '=', text.language).execute();
    return done({ ref: row.ref });
  });
}

const textIn = (tx: Tx, id: string, language: string) =>
  tx.selectFrom('commitment_texts').selectAll().where('commitment_id', '=', id).where('language', '=', language).forUpdate().executeTakeFirst();

const authoritativeIn = (tx: Tx, { id, language }: { readonly id: string; readonly language: string }) =>
  tx.selectFrom('commitment_texts').select('source_version').where('commitment_id', '=', id).where('language', '=', language).executeTakeFirstOrThrow();
