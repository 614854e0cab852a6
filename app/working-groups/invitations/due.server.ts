import { sql } from 'kysely';
import type { PersonActor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import type { Due } from '#app/records/due/model';

/** Invitations that a person has not answered yet, due when the session starts. */
export async function dueInvitations(person: PersonActor, view: View): Promise<Due[]> {
  const t = textFor(view.language, 'working-groups');
  const found = await sql<{ ref: string; title: string; starts_at: Date; time_zone: string }>`
    select s.ref, s.title, s.starts_at, s.time_zone from session_invitations i join sessions s on s.id = i.session_id
    where i.person_id = ${person.id} and i.answer is null and s.status = 'convened' and s.starts_at > ${view.now} order by s.starts_at`.execute(database());
  return found.rows.map(({ ref, title, starts_at, time_zone }) => ({
    key: `invitation:${ref}`, title, ref, href: paths.sessionInvitation(ref), why: t('invitation.due'), due_on: dayOf(starts_at, time_zone), act: t('invitation.due_act'),
  }));
}
