import { sql, type RawBuilder } from 'kysely';
import { secretariat, speakers } from '#app/access/actor';
import { personActor } from '#app/accounts/viewer.server';
import { textFor } from '#app/languages/catalogues.server';
import { languageName } from '#app/languages/format';
import { isLanguage, type Language } from '#app/languages/language';
import { sendLetter, type LetterEntry } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import { addDays, dayOf, type Day } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { lastDoneBefore } from '#app/platform/jobs.server';
import { translationsFor, waitsForCheck } from './due.server';

export const translationsWork = 'commitments:translations';
const mostListed = 30;

/**
 * CO-11: once a day, one letter to each of those who may check what was translated, of all that was written since it last ran and waits still: so
 * that a file of many is one letter, and a day on which nobody ran is made good by the next. Another wording is told of again.
 */
export async function tellOfTranslations(now: Date): Promise<void> {
  const today = dayOf(now);
  const since = (await lastDoneBefore(translationsWork, today)) ?? addDays(today, -1);
  for (const personId of await readersOf(since, now)) await tellOne(personId, since, now);
}

/** What was written on these days, as the trail has it: a text waits from its last wording on. */
const writtenSince = (since: Day, today: Day): RawBuilder<unknown> => sql`exists (select from audit_log w where w.parent_table = 'commitments' and w.parent_id = c.id::text
  and w.table_name = 'commitment_texts' and w.record_id = t.language and w.action <> 'delete' and w.told_at >= ${since}::date and w.told_at < ${today}::date)`;

/** Who works on such a commitment and reads the language; whether they may check it is asked of each, by the policy. */
async function readersOf(since: Day, now: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ person_id: string }>`
    with written as materialized (
      select t.language, organisation_successor(c.lead_organisation_id) as organisation_id, c.lead_country_iso2, c.coalition_id
      from commitment_texts t join commitments c on c.id = t.commitment_id where ${waitsForCheck} and ${writtenSince(since, dayOf(now))})
    select distinct r.person_id from roles r join people p on p.id = r.person_id join written w on
      (r.role = any(${[...secretariat, 'reviewer']}) and (r.scope = 'platform' or r.coalition_id = w.coalition_id))
      or (r.role = any(${[...speakers]}) and (r.organisation_id = w.organisation_id or r.country_iso2 = w.lead_country_iso2))
    where r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})
      and array[w.language, split_part(w.language, '-', 1)] && (p.spoken_languages || p.language) order by r.person_id`.execute(database());
  return rows.map(({ person_id }) => person_id);
}

async function tellOne(personId: string, since: Day, now: Date): Promise<void> {
  const today = dayOf(now);
  await database().transaction().execute(async (tx) => {
    const person = await personActor(personId, now, tx);
    const waiting = await translationsFor(person, tx, writtenSince(since, today));
    if (waiting.length === 0) return;
    const language: Language = isLanguage(person.language) ? person.language : 'en';
    const t = textFor(language, 'commitments');
    const entries: LetterEntry[] = waiting.slice(0, mostListed).map((one) => ({
      title: `${one.ref} ${one.title}`, language: one.title_language, path: paths.translation(one.ref, one.language), lines: [t('due.translation', { language: languageName(language, one.language) })],
    }));
    await sendLetter(tx, {
      to: { personId }, words: 'commitments:mails.translations', values: { count: waiting.length }, entries, path: paths.my, topic: 'review',
      thread: `translations:${personId}`, key: `translations:${personId}:${today}`, now,
    });
  });
}
