import { sql, type RawBuilder } from 'kysely';
import type { Affiliation, HeldRole, PersonActor } from '#app/access/actor';
import { addMonths, dayOf } from '#app/platform/clock';
import { database, type Reader } from '#app/platform/database.server';

/** Who somebody is at one instant: what the actor is made of. */
export interface PersonFacts {
  readonly name: string;
  readonly language: string;
  readonly time_zone: string;
  readonly roles: readonly HeldRole[];
  readonly affiliations: readonly Affiliation[];
}

/** PE-1: how long an affiliation that has ended still bars a reviewer. */
const rememberedMonths = 24;

/**
 * Columns of a person `p` with the roles and affiliations in force at an instant (PE-3). A role for an organisation counts only
 * while its holder belongs there, so that an affiliation that ends takes everything with it at the next request.
 */
export function personColumns(now: Date): RawBuilder<unknown> {
  const today = dayOf(now);
  const belongs = sql`a.from_on <= ${today}::date and (a.until_on is null or a.until_on > ${today}::date)`;
  return sql`
    p.name, p.language, p.time_zone,
    (select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'coalition_id', r.coalition_id, 'organisation_id', r.organisation_id,
        'working_group_id', r.working_group_id, 'country_iso2', r.country_iso2) order by r.id), '[]')
      from roles r where r.person_id = p.id and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})
        and (r.organisation_id is null or exists (
          select from affiliations a where a.person_id = p.id and a.organisation_id = r.organisation_id and ${belongs}))) as roles,
    (select coalesce(jsonb_agg(jsonb_build_object('organisation_id', a.organisation_id, 'current', ${belongs}) order by a.id), '[]')
      from affiliations a where a.person_id = p.id and a.from_on <= ${today}::date
        and (a.until_on is null or a.until_on > ${addMonths(today, -rememberedMonths)}::date)) as affiliations`;
}

export const actorFrom = (id: string, { name, language, time_zone, roles, affiliations }: PersonFacts): PersonActor => ({
  kind: 'person', id, name, language, time_zone, roles, affiliations,
});

/**
 * A person as the actor they are at an instant, without a sign-in: for links in mails, the console, jobs and the demo world.
 * Throws when there is no such person, or when they were erased or are suspended.
 */
export async function personActor(personId: string, now: Date, reader: Reader = database()): Promise<PersonActor> {
  const found = await sql<PersonFacts>`select ${personColumns(now)} from people p where p.id = ${personId} and p.erased_at is null and p.suspended_at is null`.execute(reader);
  const facts = found.rows[0];
  if (facts === undefined) throw new Error(`there is no person ${personId}`);
  return actorFrom(personId, facts);
}
