import { letterTopics, type LetterTopic } from '#app/mail/topics';
import { database } from '#app/platform/database.server';
import type { Profile } from '#app/members/people/model';

/** What somebody's account says of them; read by themselves alone. */
export async function findAccount(personId: string): Promise<Omit<Profile, 'spoken_other'> & { readonly mail: string | null }> {
  return database().selectFrom('people as p').leftJoin('person_mails as m', (join) => join.onRef('m.person_id', '=', 'p.id').on('m.is_primary', '=', true))
    .select(['p.name', 'p.language', 'p.spoken_languages', 'p.time_zone', 'p.publish_name', 'm.address as mail']).where('p.id', '=', personId).executeTakeFirstOrThrow();
}

/** The letters that somebody has not refused. */
export async function wantedLetters(personId: string): Promise<LetterTopic[]> {
  const refused = await database().selectFrom('letter_refusals').select('topic').where('person_id', '=', personId).execute();
  return letterTopics.filter((topic) => !refused.some((one) => one.topic === topic));
}
