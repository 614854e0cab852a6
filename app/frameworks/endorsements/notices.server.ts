import { sql } from 'kysely';
import { formatDate } from '#app/languages/format';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import { nameOfParty } from './party.server';
import type { Party } from './policy';

/** What a letter is about. */
interface Subject extends Party {
  readonly id: string;
  readonly ref: string;
  readonly recorded_by: string | null;
}

/** Tells the secretariat of the topmost coalitions that evidence waits to be looked at; not the person who recorded it. */
export async function tellKeepers(tx: Tx, subject: Subject, now: Date): Promise<void> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct r.person_id from roles r left join coalitions k on k.id = r.coalition_id
    where r.role in ('secretariat_lead', 'secretariat_officer') and (r.scope = 'platform' or k.parent_id is null)
      and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})`.execute(tx);
  await tell(tx, subject, { words: 'declared' }, rows.flatMap(({ person_id }) => (person_id === subject.recorded_by ? [] : [person_id])), now);
}

type PartyNews = { readonly words: 'published' | 'withdrawn' } | { readonly words: 'published_without'; readonly due_on: string };

/** Tells those who speak for the party, and who recorded it. */
export async function tellParty(tx: Tx, subject: Subject, news: PartyNews, now: Date): Promise<void> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct person_id from roles
    where role in ('focal_point', 'deputy_focal_point', 'country_coordinator') and (organisation_id = ${subject.organisation_id} or country_iso2 = ${subject.country_iso2})
      and starts_at <= ${now} and (ends_at is null or ends_at > ${now})`.execute(tx);
  const readers = new Set([...rows.map(({ person_id }) => person_id), ...(subject.recorded_by === null ? [] : [subject.recorded_by])]);
  await tell(tx, subject, news, [...readers], now);
}

async function tell(tx: Tx, subject: Subject, news: PartyNews | { readonly words: 'declared' }, readers: readonly string[], now: Date): Promise<void> {
  const party = await nameOfParty(tx, subject);
  for (const personId of readers) {
    await sendLetter(tx, {
      to: { personId }, words: `frameworks:mails.${news.words}`,
      values: (language) => ({ ref: subject.ref, party: party(language), ...('due_on' in news ? { due: formatDate(language, news.due_on) } : {}) }),
      path: (language) => paths.in(language).endorsement(subject.ref), ...('due_on' in news ? {} : { topic: 'endorsements' as const }), thread: `endorsement:${subject.id}`, key: `endorsement:${subject.id}:${news.words}`, now,
    });
  }
}
