import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { changesBetween, type Terms, type TermsText } from './model';
import { tellOfTerms } from './notices.server';
import type { termsPolicy } from './policy';
import { latestTerms } from './queries.server';

export interface TermsForm extends Omit<Terms, 'version'> {
  readonly texts: readonly TermsText[];
}

/** TR-3: writes the next version of the terms, from a day on, today at the earliest. What has been counted stays, and everybody on a seat is told. */
export function writeTerms(granted: PermitFor<typeof termsPolicy.write>, occasion: Occasion, seen: number | undefined, form: TermsForm): Promise<Result<{ version: number }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const group_id = granted.subject.id;
    await tx.selectFrom('working_groups').select('id').where('id', '=', group_id).forNoKeyUpdate().executeTakeFirstOrThrow();
    const before = await latestTerms(tx, group_id);
    if (before.version !== seen) return refused(problem('form:problems.changed_meanwhile'));
    if (form.from_on < dayOf(occasion.now)) return refused(problem('working-groups:terms.wrong.day', 'from_on'));
    if (changesBetween(before, form).length === 0 && !differsInWords(before.texts, form.texts)) return refused(problem('working-groups:terms.wrong.same'));
    const version = before.version + 1;
    await insertTerms(tx, group_id, { ...form, version }, { by: personOf(granted.actor), now: occasion.now });
    await tellOfTerms(tx, { group_id, before, after: { ...form, version } }, occasion.now);
    return done({ version });
  });
}

const differsInWords = (before: readonly TermsText[], after: readonly TermsText[]): boolean =>
  after.some((one) => one.text !== (before.find((other) => other.language === one.language)?.text ?? null));

/** Puts a version down; the group is new or locked. */
export async function insertTerms(tx: Tx, working_group_id: string, { minimums, texts, ...terms }: Omit<TermsForm, 'texts'> & { readonly version: number; readonly texts?: readonly TermsText[] }, { by, now }: { readonly by: string | null; readonly now: Date }): Promise<void> {
  const { version } = terms;
  await tx.insertInto('working_group_terms').values({ working_group_id, ...terms, written_by: by, written_at: now }).execute();
  const said = (texts ?? []).filter((one) => one.text !== null || one.note !== null);
  if (said.length > 0) await tx.insertInto('working_group_term_texts').values(said.map((one) => ({ working_group_id, version, ...one }))).execute();
  if (minimums.length > 0) await tx.insertInto('working_group_minimums').values(minimums.map((one) => ({ working_group_id, version, ...one }))).execute();
}
