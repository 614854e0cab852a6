import { formatDate } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import type { Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';

interface HandedOver {
  readonly group_id: string;
  readonly from_id: string;
  readonly to_id: string;
  readonly from: Day;
  readonly reason: string;
}

/** Tells who had the chair of a group and who takes it, each in their language. */
export async function tellOfChair(tx: Tx, { group_id, from_id, to_id, from, reason }: HandedOver, now: Date): Promise<void> {
  const { ref } = await tx.selectFrom('working_groups').select('ref').where('id', '=', group_id).executeTakeFirstOrThrow();
  const texts = await tx.selectFrom('working_group_texts').select(['language', 'name']).where('working_group_id', '=', group_id).execute();
  const named = async (id: string) => (await tx.selectFrom('people').select('name').where('id', '=', id).executeTakeFirstOrThrow()).name;
  const groupIn = (language: Language) => (texts.find((one) => one.language === language) ?? texts.find((one) => one.language === 'en') ?? texts[0])?.name ?? ref;
  const tell = async (personId: string, what: 'given' | 'taken', other: string) => sendLetter(tx, {
    to: { personId }, words: `working-groups:mails.chair_${what}`, values: (language) => ({ group: groupIn(language), ref, day: formatDate(language, from), name: other, reason }),
    path: (language) => paths.in(language).workingGroup(ref), thread: `chair:${group_id}`, key: `chair:${group_id}:${from}:${to_id}:${what}`, now,
  });
  await tell(from_id, 'given', await named(to_id));
  await tell(to_id, 'taken', await named(from_id));
}
