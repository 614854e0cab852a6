import { personOf, type Actor } from '#app/access/actor';
import { formatDate } from '#app/languages/format';
import { sendLetter } from '#app/mail/letter.server';
import { secretariatOf, speakersOf } from '#app/members/people/readers.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';

interface Passage {
  readonly id: string;
  readonly ref: string;
  readonly about: string;
  readonly organisation_id: string | null;
  readonly country_iso2: string | null;
}

/** Asks those who speak for a member that a report names: what it says, and until when they may reply. It is always sent. */
export async function noteAsked(tx: Tx, passage: Passage & { readonly reply_until: string }, now: Date): Promise<void> {
  const { id, ref, about, reply_until } = passage;
  for (const personId of await speakersOf(tx, passage, now)) {
    await sendLetter(tx, {
      to: { personId }, words: 'reporting:mails.reply_asked', values: (language) => ({ ref, about, by: formatDate(language, reply_until) }),
      path: paths.reportReply(ref, id), thread: `report-reply:${id}`, key: `report-reply-asked:${id}:${personId}`, now,
    });
  }
}

/** Tells the secretariat that a member has replied; never who acts. */
export async function noteReplyGiven(tx: Tx, actor: Actor, passage: Passage & { readonly coalition_id: string; readonly version: number }, reply: string, now: Date): Promise<void> {
  const { id, ref, version } = passage;
  for (const personId of await secretariatOf(tx, passage.coalition_id, now)) {
    if (personId === personOf(actor)) continue;
    await sendLetter(tx, {
      to: { personId }, words: 'reporting:mails.reply_given', values: { ref, reply }, topic: 'review',
      path: `${paths.reportEdit(ref)}#replies`, thread: `report-reply:${id}`, key: `report-reply-given:${id}:${version}:${personId}`, now,
    });
  }
}
