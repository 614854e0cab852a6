import { hashOf } from '#app/accounts/secrets.server';
import { personActor } from '#app/accounts/viewer.server';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate } from '#app/languages/format';
import { isLanguage, type Language } from '#app/languages/language';
import { sendLetter, type LetterEntry } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { beginningOf } from '../model';
import { digestThread, stopSecret } from '../secret.server';
import { mostTold, type Told } from './model';
import { newsFor, readersWithNews, takeDigest } from './queries.server';

/** Sends every digest that is due. One that fails keeps none of the others: those are settled when it is tried again. */
export async function sendDigests(now: Date): Promise<void> {
  const failed: unknown[] = [];
  for (const person_id of await readersWithNews(now)) await sendDigest(person_id, now).catch((error: unknown) => failed.push(error));
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} digests were not sent: ${String(failed[0])}`);
}

/** One digest, with the note that its reader has been told, or nothing. */
async function sendDigest(person_id: string, now: Date): Promise<void> {
  await database().transaction().execute(async (tx) => {
    const mark = await takeDigest(tx, person_id, now);
    if (mark === undefined) return;
    const person = await personActor(person_id, now, tx);
    const language: Language = isLanguage(person.language) ? person.language : 'en';
    const news = await newsFor(tx, person, mark, { language, now });
    const [told_on, secret] = [dayOf(now), stopSecret(person_id)];
    if (news.length > 0) {
      await sendLetter(tx, {
        to: { personId: person_id }, words: 'following:mails.digest', values: { count: news.length, since: formatDate(language, dayOf(mark.told_until)), rhythm: textFor(language, 'following')(`mails.rhythm_${mark.rhythm}`) },
        entries: entriesOf(news, language), path: paths.following, stop: paths.followingStop(), secret,
        thread: digestThread(person_id), key: `digest:${person_id}:${mark.rhythm}:${beginningOf(mark.rhythm, told_on)}`, now,
      });
    }
    await tx.updateTable('digests').set({ told_until: mark.until, told_on, secret_hash: hashOf(secret), ...(news.length === 0 ? {} : { sent_at: now }) }).where('person_id', '=', person_id).execute();
  });
}

function entriesOf(news: readonly Told[], language: Language): LetterEntry[] {
  const t = textFor(language, 'following');
  const to = paths.in(language);
  const shown = news.slice(0, mostTold).map((one) => ({
    title: one.title, language: one.language, path: to.commitment(one.ref),
    lines: one.happened.map(({ kind, at, year, what }) => t('mails.line', { on: formatDate(language, dayOf(new Date(at))), what: t(`happened.${kind}`, { year: String(year ?? ''), what: what ?? '' }) })),
  }));
  const more = news.length - shown.length;
  return more === 0 ? shown : [...shown, { title: t('mails.more', { count: more }), language, path: paths.following, lines: [] }];
}
