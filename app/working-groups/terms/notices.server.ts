import { formatDate } from '#app/languages/format';
import { textFor } from '#app/languages/catalogues.server';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { peopleSeatedOn } from '#app/working-groups/notices.server';
import { changesBetween, type Terms, type TermsText } from './model';
import { changeInWords, wordsIn } from './words';

interface NewTerms {
  readonly group_id: string;
  readonly before: Terms;
  readonly after: Terms & { readonly texts: readonly TermsText[] };
}

/** Tells everybody on a seat, today or on the day from which the version holds, what changes from then on. */
export async function tellOfTerms(tx: Tx, { group_id, before, after }: NewTerms, now: Date): Promise<void> {
  const { ref } = await tx.selectFrom('working_groups').select('ref').where('id', '=', group_id).executeTakeFirstOrThrow();
  const names = await tx.selectFrom('working_group_texts').select(['language', 'name']).where('working_group_id', '=', group_id).execute();
  const notes = after.texts.filter((one) => one.note !== null);
  const people = [...new Set([...await peopleSeatedOn(tx, group_id, dayOf(now)), ...await peopleSeatedOn(tx, group_id, after.from_on)])];
  for (const personId of people) {
    await sendLetter(tx, {
      to: { personId }, words: 'working-groups:terms.mails.changed', topic: 'sessions', thread: `terms:${group_id}`, key: `terms:${group_id}:${after.version}`, now, path: (language) => paths.in(language).groupTerms(ref),
      values: (language) => ({ group: wordsIn(names, language)?.name ?? ref, day: formatDate(language, after.from_on), note: wordsIn(notes, language)?.note ?? '' }),
      facts: ({ language }) => {
        const t = textFor(language, 'working-groups');
        return changesBetween(before, after).map((change) => changeInWords(change, t, language)).map(({ label, before: was, after: is }) => ({ label, value: t('terms.from_to', { was, is }) }));
      },
    });
  }
}
