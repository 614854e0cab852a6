import { sql, type RawBuilder } from 'kysely';
import { textFor } from '#app/languages/catalogues.server';
import { direction, isLanguage, type Language } from '#app/languages/language';
import type { Tx } from '#app/platform/database.server';
import { putInOutbox, secretPlaceholder, type MailFile } from '#app/platform/mail/outbox.server';
import { seal } from '#app/platform/secret.server';
import type { LetterTopic } from './topics';

/** Where links in mails lead. Set once at start. */
let publicUrl = 'http://127.0.0.1:3000';
export function openLetters(url: string): void {
  publicUrl = url;
}

const linkTo = (path: string): string => `${publicUrl}${path}`;

/** A record in a letter that lists several. */
export interface LetterEntry {
  readonly title: string;
  /** In which the title is written. */
  readonly language: string;
  readonly path: string;
  readonly lines: readonly string[];
}

/** Whom a letter goes to: what it says of times, and what it brings along, is made for them. */
export interface LetterReader {
  readonly address: string;
  readonly name: string;
  readonly language: Language;
  /** Where it is known. */
  readonly time_zone?: string | undefined;
}

/**
 * A letter to one person. Its words are keys of a catalogue: `<words>.subject`, `<words>.body` (paragraphs parted by an empty line)
 * and, with a link, `<words>.action`, e.g. `words: 'commitments:mails.returned'`.
 */
export interface LetterTo {
  readonly to: { readonly personId: string } | { readonly address: string; readonly name: string; readonly language: Language };
  readonly words: string;
  /** Facts for the sentences; a function is asked with the reader's language, for dates and money. */
  readonly values?: Readonly<Record<string, string | number>> | ((language: Language) => Readonly<Record<string, string | number>>) | undefined;
  /** Facts under the paragraphs, each under its name. */
  readonly facts?: ((reader: LetterReader) => readonly { readonly label: string; readonly value: string }[]) | undefined;
  /** Files that it brings along; `linkTo` makes a path of the portal an address. */
  readonly files?: ((reader: LetterReader, linkTo: (path: string) => string) => readonly MailFile[]) | undefined;
  /** Path of the page that the button opens (`paths.…`). */
  readonly path?: string | ((language: Language) => string) | undefined;
  /** What it lists, in the reader's language: records by their paths, with what is said of each. */
  readonly entries?: readonly LetterEntry[] | undefined;
  /** After how many paragraphs they stand; after all unless told. */
  readonly entriesAfter?: number | undefined;
  /** Path that stops letters of this kind at one press and without a sign-in, once `secret` completes it; mail programs are told too (RFC 8058). */
  readonly stop?: string | undefined;
  /** A secret that completes the path, else `stop` where there is one (`/invitations/` + secret): sealed while the mail waits, masked in the log. */
  readonly secret?: string | undefined;
  /** What its reader may have refused; without one it is always sent. */
  readonly topic?: LetterTopic | undefined;
  readonly thread: string;
  /** Same key, same mail. Make it of what happened and to whom: `returned:<commitment>:<version>`; the reader is added. */
  readonly key: string;
  readonly now: Date;
}

/**
 * Puts a letter in the outbox, in the reader's language, in the transaction that causes it. A person without an address gets none, nor
 * does one who is suspended, or who has refused its topic.
 */
export async function sendLetter(tx: Tx, letter: LetterTo): Promise<void> {
  const reader = 'personId' in letter.to ? await readerOf(tx, letter.to.personId, letter.topic) : { ...letter.to, id: null };
  if (reader === undefined) return;
  const { language } = reader;
  const [namespace = 'mail', stem = ''] = letter.words.split(':');
  const t = textFor(language, namespace);
  const common = textFor(language, 'mail');
  const values = typeof letter.values === 'function' ? letter.values(language) : (letter.values ?? {});
  const path = typeof letter.path === 'function' ? letter.path(language) : letter.path;
  const stop = letter.stop === undefined ? undefined : `${publicUrl}${letter.stop}${secretPlaceholder}?lang=${language}`;
  await putInOutbox(tx, {
    address: reader.address,
    personId: reader.id,
    language,
    template: 'letter',
    props: {
      language,
      dir: direction(language),
      subject: t(`${stem}.subject`, values),
      greeting: common('greeting', { name: reader.name }),
      paragraphs: t(`${stem}.body`, values).split('\n\n'),
      ...(letter.facts === undefined ? {} : { facts: letter.facts(reader) }),
      ...(path === undefined ? {} : { action: { label: t(`${stem}.action`), url: `${publicUrl}${path}${letter.secret === undefined || stop !== undefined ? '' : secretPlaceholder}` } }),
      ...(letter.entries === undefined ? {} : { entries: letter.entries.map(({ path: to, ...entry }) => ({ ...entry, url: `${publicUrl}${to}` })) }),
      ...(letter.entriesAfter === undefined ? {} : { recordsAfter: letter.entriesAfter }),
      ...(stop === undefined ? {} : { stop: { label: t(`${stem}.stop`), url: stop } }),
      closing: common('closing'),
      footer: common(stop === undefined ? 'footer' : 'footer_chosen', { url: publicUrl }),
    },
    files: letter.files?.(reader, linkTo),
    headers: stop === undefined ? undefined : { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    thread: letter.thread,
    key: `${letter.key}:${reader.address}`.slice(0, 256),
    secret: letter.secret === undefined ? undefined : seal(letter.secret),
    now: letter.now,
  });
}

/** Whether anybody was written to under a key: whoever joins later is not told of what others were told of. */
export async function wasTold(tx: Tx, key: string): Promise<boolean> {
  return (await tx.selectFrom('outbox_mails').select('id').where('idempotency_key', 'like', `${key.replaceAll('_', '\\_')}:%`).limit(1).executeTakeFirst()) !== undefined;
}

/** Whether a letter would reach the person with this id: to say how many will be written to, before they are. */
export const isReachable = (person: RawBuilder<unknown>, topic?: LetterTopic): RawBuilder<unknown> => sql`exists (
  select from people reader join person_mails own on own.person_id = reader.id and own.is_primary
  where reader.id = ${person} and reader.erased_at is null and reader.suspended_at is null
    and not exists (select from letter_refusals refused where refused.person_id = reader.id and refused.topic = ${topic ?? ''}))`;

async function readerOf(tx: Tx, personId: string, topic: LetterTopic | undefined): Promise<(LetterReader & { readonly id: string }) | undefined> {
  const row = await tx
    .selectFrom('people')
    .innerJoin('person_mails', (join) => join.onRef('person_mails.person_id', '=', 'people.id').on('person_mails.is_primary', '=', true))
    .select(['people.id', 'people.name', 'people.language', 'people.time_zone', 'person_mails.address'])
    .where('people.id', '=', personId)
    .where('people.erased_at', 'is', null)
    .where('people.suspended_at', 'is', null)
    .$if(topic !== undefined, (query) => query.where((eb) => eb.not(eb.exists(eb.selectFrom('letter_refusals as refused').select('refused.topic')
      .whereRef('refused.person_id', '=', 'people.id').where('refused.topic', '=', topic ?? '')))))
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, language: isLanguage(row.language) ? row.language : 'en' };
}
