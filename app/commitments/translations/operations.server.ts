import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { commitmentPolicy } from '../policy';
import { lockCommitment } from '../lock.server';

export interface Translation {
  readonly title: string;
  readonly action: string | null;
  /** A machine's draft is labelled until a person has checked it. */
  readonly origin: 'human' | 'machine';
}

/** Says a commitment in another language than its authoritative one. A person's translation counts as checked by who wrote it. */
export function translateCommitment(granted: PermitFor<typeof commitmentPolicy.translate>, occasion: Occasion, language: string, text: Translation): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockCommitment(tx, granted.subject.id);
    granted.again(row);
    if (row.language === language) return refused(problem('commitments:problems.authoritative_language', 'language'));
    const source = await tx.selectFrom('commitment_texts').select('source_version').where('commitment_id', '=', row.id).where('language', '=', row.language).executeTakeFirstOrThrow();
    const checked_by = text.origin === 'human' && granted.actor.kind === 'person' ? granted.actor.id : null;
    const facts = { ...text, checked_by, source_version: source.source_version };
    await tx.insertInto('commitment_texts').values({ commitment_id: row.id, language, ...facts })
      .onConflict((conflict) => conflict.columns(['commitment_id', 'language']).doUpdateSet(facts)).execute();
    return done({ ref: row.ref });
  });
}
