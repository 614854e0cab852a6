import { sql } from 'kysely';
import { textFor } from '#app/languages/catalogues.server';
import { isLanguage, type Language } from '#app/languages/language';
import { isReachable, sendLetter, type LetterTo } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import { addDays, dayOf } from '#app/platform/clock';
import { database, type Reader, type Tx } from '#app/platform/database.server';
import { forgetRecipients } from '#app/platform/mail/outbox.server';
import { addressDays, mailDays, type Disposition } from './model';

/** A comment with where its author is written to: a person of a member, or the address that was given. */
interface Told {
  readonly id: string;
  readonly ref: string;
  readonly consultation: string;
  readonly person_id: string | null;
  /** A letter to that person would arrive. */
  readonly reachable: boolean;
  readonly address: string | null;
  readonly name: string | null;
  readonly language: string;
  readonly clause: string | null;
  readonly refused_reason: string | null;
  readonly disposition: Disposition | null;
  readonly disposition_reason: string | null;
  readonly number: number;
  /** The text by language. */
  readonly names: Readonly<Record<string, string>>;
}

const told = sql`select m.id, m.ref, c.ref as consultation, m.person_id, ${isReachable(sql`m.person_id`)} as reachable, a.address, m.name, m.language, k.code as clause, m.refused_reason, m.disposition, m.disposition_reason, v.number,
    (select coalesce(jsonb_object_agg(t.language, t.name), '{}') from framework_texts t where t.framework_id = v.framework_id) as names
  from consultation_comments m join consultations c on c.id = m.consultation_id join framework_versions v on v.id = c.version_id
  left join consultation_clauses k on k.id = m.clause_id left join comment_addresses a on a.comment_id = m.id`;

const readerOf = ({ person_id, reachable, address, name, language }: Told): LetterTo['to'] | undefined => {
  if (person_id !== null) return reachable ? { personId: person_id } : undefined;
  return address === null ? undefined : { address, name: name ?? '', language: isLanguage(language) ? language : 'en' };
};
const nameIn = ({ names }: Told, language: Language): string => names[language] ?? names['en'] ?? '';
/** "COM-2026-0012 (P1.2)". */
const called = ({ ref, clause }: Told): string => (clause === null ? ref : `${ref} (${clause})`);

/** CN-6, CN-9: to the author of a comment that was refused, with the reason; then the address is forgotten. */
export async function tellRefused(tx: Tx, id: string, now: Date): Promise<void> {
  const [comment] = (await sql<Told>`${told} where m.id = ${id}`.execute(tx)).rows;
  const to = comment === undefined ? undefined : readerOf(comment);
  if (comment === undefined || to === undefined) return;
  await sendLetter(tx, {
    to, words: 'frameworks:mails.comment_refused', values: (language) => ({ ref: called(comment), name: nameIn(comment, language), number: comment.number, reason: comment.refused_reason ?? '' }),
    path: (language) => paths.in(language).consultation(comment.consultation), thread: `comment:${id}`, key: `comment:${id}:refused`, now,
  });
  await tx.deleteFrom('comment_addresses').where('comment_id', '=', id).execute();
}

const authors = async (db: Reader, version_id: string): Promise<ReadonlyMap<string, readonly Told[]>> => {
  const { rows } = await sql<Told>`${told} where c.version_id = ${version_id} and m.status = 'published' order by m.id`.execute(db);
  const found = new Map<string, Told[]>();
  for (const row of rows) {
    const key = row.person_id ?? row.address;
    if (key !== null && readerOf(row) !== undefined) found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
};

/** How many authors publishing a version will write to: said before it is done. */
export const countAuthors = async (version_id: string): Promise<number> => (await authors(database(), version_id)).size;

/** CN-9: each author is told once what became of what they said; then the addresses of the public are forgotten. */
export async function answerAuthors(tx: Tx, version_id: string, now: Date): Promise<void> {
  for (const [key, comments] of await authors(tx, version_id)) {
    const [first] = comments;
    const to = first === undefined ? undefined : readerOf(first);
    if (first === undefined || to === undefined) continue;
    await sendLetter(tx, {
      to, words: 'frameworks:mails.comment_answered', values: (language) => ({ name: nameIn(first, language), number: first.number, answers: comments.map((one) => answerIn(one, language)).join('\n\n') }),
      path: (language) => paths.in(language).consultation(first.consultation), thread: `consultation:${first.consultation}`, key: `consultation:${version_id}:answered:${key}`, now,
    });
  }
  await tx.deleteFrom('comment_addresses').where('comment_id', 'in', (db) => db.selectFrom('consultation_comments as m').innerJoin('consultations as c', 'c.id', 'm.consultation_id').select('m.id').where('c.version_id', '=', version_id)).execute();
}

function answerIn(comment: Told, language: Language): string {
  const t = textFor(language, 'frameworks');
  return t('mails.comment_answer', { ref: called(comment), disposition: t(`disposition.${comment.disposition ?? 'noted'}`), reason: comment.disposition_reason ?? '' });
}

/** CN-9: where nothing was published within a year, the addresses are forgotten all the same; those of mails that have left, a month after. */
export async function forgetAddresses(now: Date): Promise<void> {
  await database().deleteFrom('comment_addresses').where('comment_id', 'in', (db) => db.selectFrom('consultation_comments as m').innerJoin('consultations as c', 'c.id', 'm.consultation_id')
    .select('m.id').where('c.closes_on', '<', addDays(dayOf(now), -addressDays))).execute();
  await forgetRecipients(['comment:', 'consultation:'], new Date(now.getTime() - mailDays * 86_400_000));
}
