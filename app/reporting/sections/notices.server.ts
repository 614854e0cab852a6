import { personOf, type Actor } from '#app/access/actor';
import { isLanguage } from '#app/languages/language';
import { textFor } from '#app/languages/catalogues.server';
import { sendLetter } from '#app/mail/letter.server';
import { secretariatOf } from '#app/members/people/readers.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';

/** A section as letters tell of it. */
interface Told {
  readonly id: string;
  readonly report_id: string;
  readonly ref: string;
  readonly position: number;
  readonly kind: string;
  readonly owner_id: string | null;
  readonly version: number;
}
type Step = 'assigned' | 'sent' | 'returned' | 'signed_off' | 'left_out' | 'taken_back' | 'comment' | 'answer';

/** One letter to each of some people, never to who acts: what became of a section, in the reader's language. Each asks for an act or ends one; all are sent. */
async function tell(tx: Tx, actor: Actor, section: Told, step: Step, { to, words = '', key = String(section.version), now }: { readonly to: readonly (string | null)[]; readonly words?: string; readonly key?: string; readonly now: Date }): Promise<void> {
  const headings = new Map((await tx.selectFrom('report_section_texts').select(['language', 'heading']).where('section_id', '=', section.id).execute()).map((one) => [one.language, one.heading]));
  const own = await tx.selectFrom('reports').select('language').where('id', '=', section.report_id).executeTakeFirstOrThrow();
  for (const personId of new Set(to)) {
    if (personId === null || personId === personOf(actor)) continue;
    await sendLetter(tx, {
      to: { personId }, words: `reporting:mails.section_${step}`,
      values: (language) => ({ ref: section.ref, number: section.position, words, section: headings.get(language) ?? headings.get(own.language) ?? textFor(isLanguage(language) ? language : 'en', 'reporting')(`outline.${section.kind}`) }),
      path: `${paths.reportSection(section.ref, section.position)}${step === 'comment' || step === 'answer' ? '#comments' : ''}`, thread: `report-section:${section.id}`, key: `report-section-${step}:${section.id}:${key}:${personId}`, now,
    });
  }
}

export const noteAssigned = (tx: Tx, actor: Actor, section: Told, now: Date): Promise<void> => tell(tx, actor, section, 'assigned', { to: [section.owner_id], now });

/** To those who sign off; a writer of the secretariat knows. */
export async function noteSent(tx: Tx, actor: Actor, section: Told & { readonly coalition_id: string }, now: Date): Promise<void> {
  const readers = await secretariatOf(tx, section.coalition_id, now);
  await tell(tx, actor, section, 'sent', { to: [...readers, section.owner_id], now });
}

export const noteReturned = (tx: Tx, actor: Actor, section: Told, words: string, now: Date): Promise<void> => tell(tx, actor, section, 'returned', { to: [section.owner_id], words, now });

export const noteSignedOff = (tx: Tx, actor: Actor, section: Told, now: Date): Promise<void> => tell(tx, actor, section, 'signed_off', { to: [section.owner_id], now });

/** SE-11: nothing is asked of its owner any more, or it is theirs again. */
export const noteLeftOut = (tx: Tx, actor: Actor, section: Told, now: Date): Promise<void> => tell(tx, actor, section, 'left_out', { to: [section.owner_id], now });
export const noteTakenBack = (tx: Tx, actor: Actor, section: Told, now: Date): Promise<void> => tell(tx, actor, section, 'taken_back', { to: [section.owner_id], now });

/** Of a comment its section's owner hears, of an answer also who is answered. */
export const noteComment = (tx: Tx, actor: Actor, section: Told, comment: { readonly id: string; readonly words: string; readonly answers: string | null | undefined }, now: Date): Promise<void> =>
  tell(tx, actor, section, comment.answers === undefined ? 'comment' : 'answer', { to: [section.owner_id, comment.answers ?? null], words: comment.words, key: comment.id, now });
