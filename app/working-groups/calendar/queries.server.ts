import { sql, type RawBuilder } from 'kysely';
import { anyone, type Actor, type PersonActor, type RoleName } from '#app/access/actor';
import { hashOf } from '#app/accounts/secrets.server';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { groupText } from '#app/working-groups/fragments.server';
import { holdsOn } from '#app/working-groups/seats/days.server';
import { insideOf, sessionsVisibleTo } from '#app/working-groups/visible.server';
import type { CalendarEntry } from './file.server';

/** How far back calendars reach. */
const keptDays = 400;
const groupRoles: readonly RoleName[] = ['wg_chair', 'wg_cochair', 'wg_secretary', 'wg_member'];

/** What a viewer may put into a calendar: never a draft, the join link only inside of the group. When it changed is what the trail says last. */
async function entries(viewer: Actor, which: RawBuilder<unknown>, view: View): Promise<readonly CalendarEntry[]> {
  const found = await sql<CalendarEntry>`
    select s.id, s.ref, s.title, s.starts_at, s.ends_at, s.sequence, s.status, s.place, case when ${insideOf(viewer, view)} then s.join_link end as join_link, text.name as group_name,
      coalesce(s.convened_at, s.created_at) as changed_at
    from sessions s join working_groups g on g.id = s.working_group_id cross join ${groupText(view.language)}
    where ${which} and s.convened_at is not null and ${sessionsVisibleTo(viewer, view)} order by s.starts_at, s.id`.execute(database());
  return found.rows;
}

const recent = ({ now }: View) => sql`s.starts_at > ${new Date(now.getTime() - keptDays * 86_400_000)}`;

/** One session, as far as the viewer may see it. */
export const calendarOfSession = async (viewer: Actor, ref: string, view: View): Promise<CalendarEntry | undefined> => (await entries(viewer, sql`s.ref = ${ref}`, view))[0];

/** The sessions of a group that everybody may see: the same file for whoever asks. */
export const calendarOfGroup = (groupId: string, view: View): Promise<readonly CalendarEntry[]> => entries(anyone, sql`g.id = ${groupId} and ${recent(view)}`, view);

/** The sessions of the groups in which a person has a seat on the day, or an office now. */
export function calendarOfPerson(person: PersonActor, view: View): Promise<readonly CalendarEntry[]> {
  const groups = person.roles.flatMap((held) => (groupRoles.includes(held.role) ? (held.working_group_id ?? []) : []));
  return entries(person, sql`${recent(view)} and (g.id = any(${groups}::uuid[]) or exists (select from seats own where own.working_group_id = g.id and ${person.id}::uuid in (own.holder_id, own.alternate_id)
    and ${holdsOn('own', sql`(s.starts_at at time zone s.time_zone)::date`)}))`, view);
}

/** Whose calendar an address is; nobody's where it was renewed, or where they are suspended or erased. */
export async function ownerOfFeed(secret: string): Promise<string | undefined> {
  const found = await database().selectFrom('calendar_feeds').innerJoin('people', 'people.id', 'person_id').select('person_id').where('secret_hash', '=', hashOf(secret))
    .where('erased_at', 'is', null).where('suspended_at', 'is', null).executeTakeFirst();
  return found?.person_id;
}

/** Since when a person has an address. */
export async function feedOf(personId: string): Promise<Date | undefined> {
  return (await database().selectFrom('calendar_feeds').select('renewed_at').where('person_id', '=', personId).executeTakeFirst())?.renewed_at;
}
