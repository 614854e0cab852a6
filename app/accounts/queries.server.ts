import { database } from '#app/platform/database.server';
import type { Profile } from '#app/members/people/model';

/** What somebody's account says of them; read by themselves alone. */
export async function findAccount(personId: string): Promise<Profile & { readonly mail: string | null }> {
  const found = await database().selectFrom('people as p').leftJoin('person_mails as m', (join) => join.onRef('m.person_id', '=', 'p.id').on('m.is_primary', '=', true))
    .select(['p.name', 'p.language', 'p.time_zone', 'p.publish_name', 'm.address as mail']).where('p.id', '=', personId).executeTakeFirstOrThrow();
  return found;
}
