import { sql } from 'kysely';
import { formatDate } from '#app/languages/format';
import { sendLetter, wasTold } from '#app/mail/letter.server';
import { peopleFor, secretariatOf } from '#app/members/people/readers.server';
import { stints } from '#app/members/people/speaking.server';
import { paths } from '#app/paths';
import { addDays, dayOf, type Day } from '#app/platform/clock';
import { database, type Reader, type Tx } from '#app/platform/database.server';
import { unattendedDays } from './model';

export interface Unattended {
  readonly membership_id: string;
  readonly coalition_id: string;
  readonly organisation_id: string;
  readonly ref: string;
  readonly name: string;
  /** The day from which on nobody speaks for it. */
  readonly since: Day;
}

/**
 * ME-6: members that nobody speaks for, with the day since when: that on which the last one stopped (role or affiliation), at the earliest that
 * on which the organisation joined. Derived from the records at an instant, so that it is right whenever it is asked.
 */
export async function unattendedMembers(reader: Reader, now: Date): Promise<readonly Unattended[]> {
  const today = dayOf(now);
  const found = await sql<Unattended>`
    with recursive current as (
      select m.id, m.id as begun, m.coalition_id, m.organisation_id, m.joined_on from memberships m
      where m.status = 'active' and m.joined_on <= ${today}::date and (m.ended_on is null or m.ended_on > ${today}::date)
      union all
      select current.id, b.id, current.coalition_id, current.organisation_id, b.joined_on from memberships b join current on b.continued_by = current.begun
    ),
    joined as (select id, coalition_id, organisation_id, min(joined_on) as joined_on from current group by id, coalition_id, organisation_id),
    spoken as (
      select j.id, max(s.until) as until from joined j join ${stints(now)} s on s.organisation_id in (select organisation_family(j.organisation_id)) group by j.id
    )
    select j.id as membership_id, j.coalition_id, j.organisation_id, o.ref, o.name, greatest(j.joined_on, (s.until at time zone 'UTC')::date) as since
    from joined j join organisations o on o.id = j.organisation_id left join spoken s on s.id = j.id
    where s.until is null or s.until <= ${now} order by since, j.id`.execute(reader);
  return found.rows;
}

/** ME-6: after 30 days the secretariat and the organisation's administrators are told, once for each time that it stands alone. */
export async function tellOfUnattended(now: Date): Promise<void> {
  await database().transaction().execute(async (tx) => {
    const latest = addDays(dayOf(now), -unattendedDays);
    for (const one of await unattendedMembers(tx, now)) if (one.since <= latest && !(await wasTold(tx, keyOf(one)))) await tell(tx, one, now);
  });
}

const keyOf = ({ membership_id, since }: Unattended): string => `unattended:${membership_id}:${since}`;

async function tell(tx: Tx, one: Unattended, now: Date): Promise<void> {
  const readers = [...(await secretariatOf(tx, one.coalition_id, now)), ...(await peopleFor(tx, one.organisation_id, ['org_admin'], now))];
  for (const personId of new Set(readers)) {
    await sendLetter(tx, {
      to: { personId }, words: 'members:mails.unattended', values: (language) => ({ name: one.name, since: formatDate(language, one.since), days: unattendedDays }),
      path: (language) => paths.in(language).member(one.ref), thread: `unattended:${one.membership_id}`, key: keyOf(one), now,
    });
  }
}
