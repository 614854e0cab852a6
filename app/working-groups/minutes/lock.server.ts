import { sql } from 'kysely';
import { Grant, type PermitFor } from '#app/access/permit';
import type { Reader, Tx } from '#app/platform/database.server';
import type { SessionRef } from '#app/working-groups/policy';
import type { minutesPolicy, MinutesRef } from './policy';

/** What decides about the minutes of a session. */
export async function minutesRefOf<Session extends SessionRef>(db: Reader, session: Session): Promise<Session & MinutesRef> {
  const found = await sql<Pick<MinutesRef, 'attended' | 'authors' | 'seconded_by'>>`
    select coalesce((select array_agg(distinct person_id order by person_id) from attendances where session_id = ${session.id} and presence in ('in_person', 'remote', 'left')), '{}') as attended,
      coalesce((select array_agg(person_id order by person_id) from minutes_authors where session_id = ${session.id}), '{}') as authors,
      (select seconded_by from session_minutes where session_id = ${session.id} and seconded_text = text_version) as seconded_by`.execute(db);
  return { ...session, ...(found.rows[0] ?? { attended: [], authors: [], seconded_by: null }) };
}

export type OnMinutes = PermitFor<(typeof minutesPolicy)[keyof typeof minutesPolicy]>;

/** The session and its minutes as they are now, locked; the permission is decided again on them. */
export async function lockMinutes(tx: Tx, granted: OnMinutes) {
  if (!Grant.isGenuine(granted)) throw new TypeError('a permit comes from permit()');
  const row = await tx.selectFrom('sessions as s').innerJoin('working_groups as g', 'g.id', 's.working_group_id').select([
    's.id', 's.ref', 's.title', 's.status', 's.working_group_id', 's.starts_at', 's.time_zone', 's.summary', 's.visibility', 's.version', 'g.coalition_id',
  ]).where('s.id', '=', granted.subject.id).forUpdate('s').executeTakeFirstOrThrow();
  const session = await minutesRefOf(tx, row);
  granted.again(session);
  const minutes = await tx.selectFrom('session_minutes').selectAll().where('session_id', '=', session.id).executeTakeFirst();
  return { session, minutes };
}
