import { isLanguage } from '#app/languages/language';
import { sendLetter, type LetterTo } from '#app/mail/letter.server';
import { secretariatOf } from '#app/members/people/readers.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import type { ApplicationRef } from './policy';
import { answerWithinDays, linkDays } from './model';

/** Whom an application is from, for its mails. */
interface Contact {
  readonly id: string;
  readonly ref: string;
  readonly name: string;
  readonly contact_name: string;
  readonly contact_mail: string;
  readonly language: string;
}

const letterTo = ({ id, ref, name, contact_name, contact_mail, language }: Contact): Pick<LetterTo, 'to' | 'thread'> & { values: Record<string, string | number> } => ({
  to: { address: contact_mail, name: contact_name, language: isLanguage(language) ? language : 'en' }, thread: `application:${id}`, values: { ref, name, days: answerWithinDays },
});

/** A mail with a link; its secret is sealed while it waits. */
export async function sendLink(tx: Tx, contact: Contact, purpose: keyof typeof linkDays, link: { readonly secret: string; readonly key: string; readonly words?: string | undefined }, now: Date): Promise<void> {
  const { values, ...letter } = letterTo(contact);
  await sendLetter(tx, {
    ...letter, words: `members:mails.${purpose}`, values: { ...values, words: link.words ?? '', until: linkDays[purpose] }, path: paths.applicationLink(''), secret: link.secret, key: `application:${link.key}`, now,
  });
}

/** What became of it, to the contact. */
export async function tellApplicant(tx: Tx, contact: Contact & { readonly version: number }, what: 'received' | 'declined', now: Date, words = ''): Promise<void> {
  const { values, ...letter } = letterTo(contact);
  await sendLetter(tx, {
    ...letter, words: `members:mails.application_${what}`, values: { ...values, words }, path: (language) => (what === 'declined' ? paths.in(language).apply() : paths.in(language).members()),
    key: `application:${contact.id}:${what}:${contact.version}`, now,
  });
}

/** To the owner of an address that has an open application already; once a day at most. */
export async function tellAlready(tx: Tx, contact: Contact, now: Date): Promise<void> {
  await sendLetter(tx, { ...letterTo(contact), words: 'members:mails.application_already', key: `application:${contact.id}:already:${now.toISOString().slice(0, 10)}`, now });
}

/** To the secretariat of the coalition: something waits for a person. */
export async function tellDesk(tx: Tx, application: ApplicationRef & { readonly ref: string; readonly name: string; readonly version: number }, what: 'waiting' | 'answered' | 'second', now: Date): Promise<void> {
  for (const personId of await secretariatOf(tx, application.coalition_id, now)) {
    if (application.approved_by.includes(personId) && what === 'second') continue;
    await sendLetter(tx, {
      to: { personId }, words: `members:mails.application_${what}`, values: { ref: application.ref, name: application.name }, path: paths.application(application.ref),
      thread: `application:${application.id}`, key: `application:${application.id}:${what}:${application.version}`, now,
    });
  }
}
