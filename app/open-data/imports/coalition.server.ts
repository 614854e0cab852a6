import type { Actor } from '#app/access/actor';
import { secretariat } from '#app/access/actor';
import type { Reader } from '#app/platform/database.server';

/**
 * The coalition that imported drafts belong to: the one whose secretariat the person is, else the global one. Null where none is formed yet.
 */
export async function coalitionFor(db: Reader, actor: Actor): Promise<string | null> {
  const served = actor.kind === 'person' ? actor.roles.find((held) => secretariat.some((role) => role === held.role) && held.coalition_id !== null) : undefined;
  if (served !== undefined) return served.coalition_id;
  const found = await db.selectFrom('coalitions').select('id').where('kind', '=', 'global').where('status', '<>', 'closed').orderBy('created_at').orderBy('id').executeTakeFirst();
  return found?.id ?? null;
}
