import { sql } from 'kysely';
import { personOf, type Actor } from '#app/access/actor';
import { peopleOfCountry } from '#app/countries/readers.server';
import { sendLetter } from '#app/mail/letter.server';
import type { LetterTopic } from '#app/mail/topics';
import { secretariatOf } from '#app/members/people/readers.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import { countryName } from '#db/reference/countries';
import type { LockedPlatform } from './lock.server';

interface Notice {
  /** `registries:mails.<words>` */
  readonly words: 'nominated' | 'described' | 'confirmed' | 'reviewed' | 'published' | 'returned' | 'discontinued';
  readonly actor: Actor;
  readonly now: Date;
  readonly reason?: string;
}

/** What asks its reader for an act is always sent. */
const topics: Readonly<Record<Notice['words'], LetterTopic | undefined>> = {
  nominated: undefined, described: undefined, confirmed: 'review', reviewed: 'review', published: 'platforms', returned: undefined, discontinued: 'platforms',
};

/** Tells whose turn it is, or who had a part in it; not who did it. */
export async function tell(tx: Tx, row: LockedPlatform, notice: Notice): Promise<void> {
  for (const personId of new Set(await readersOf(tx, row, notice))) {
    if (personId === personOf(notice.actor)) continue;
    await sendLetter(tx, {
      to: { personId }, words: `registries:mails.${notice.words}`, now: notice.now, topic: topics[notice.words], thread: `platform:${row.id}`, key: `platform:${row.id}:${row.version}:${notice.words}:${personId}`,
      values: (language) => ({ ref: row.ref, name: row.name, reason: notice.reason ?? '', country: countryName(row.country_iso2, language) }),
      path: (language) => paths.in(language).platform(row.ref, row.open === null || row.open.number === row.edition || notice.words === 'published' ? undefined : row.open.number),
    });
  }
}

async function readersOf(tx: Tx, row: LockedPlatform, { words, now }: Notice): Promise<readonly string[]> {
  const { coalition_id, country_iso2, open, nominated_by } = row;
  const people = () => (coalition_id === null ? [] : peopleOfCountry(tx, { country_iso2, coalition_id }, now));
  const desk = () => (coalition_id === null ? [] : secretariatOf(tx, coalition_id, now));
  const authors = [...(open?.writers ?? []), ...(nominated_by === null ? [] : [nominated_by])];
  switch (words) {
    case 'nominated': return people();
    case 'described': {
      const coordinators = await holding(tx, sql`role = 'country_coordinator' and country_iso2 = ${country_iso2}`, now);
      // Where nobody coordinates the country, the secretariat learns that it waits.
      return coordinators.length > 0 ? coordinators : desk();
    }
    case 'confirmed': return [...(await holding(tx, sql`role = 'reviewer' and (scope = 'platform' or coalition_id = any(${[...row.coalition_ids]}::uuid[]))`, now)), ...(await desk())];
    case 'reviewed': return desk();
    case 'returned': return authors;
    case 'published': case 'discontinued': return [...authors, ...(await people())];
  }
}

async function holding(tx: Tx, which: ReturnType<typeof sql>, now: Date): Promise<readonly string[]> {
  const found = await sql<{ person_id: string }>`select distinct person_id from roles where ${which} and starts_at <= ${now} and (ends_at is null or ends_at > ${now})`.execute(tx);
  return found.rows.map(({ person_id }) => person_id);
}
