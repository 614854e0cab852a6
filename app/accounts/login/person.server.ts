import { sql, type RawBuilder } from 'kysely';
import type { Affiliation, HeldRole, PersonActor } from '#app/access/actor';
import { addMonths, dayOf } from '#app/platform/clock';
import { database, type Reader } from '#app/platform/database.server';

/** Who somebody is at one instant: what the actor is made of. */
export interface PersonFacts {
  readonly name: string;
  readonly language: string;
  readonly time_zone: string;
  readonly spoken_languages: readonly string[];
  readonly roles: readonly HeldRole[];
  readonly affiliations: readonly Affiliation[];
  readonly governments: readonly string[];
}

/** PE-1: how long a tie that has ended still bars a reviewer. */
const rememberedMonths = 24;
/** A body of a government: by its constituency, else by its IATI organisation type (government, local government, other public sector). */
const isGovernment = sql`(o.constituency = 'government' or o.type_code in ('10', '11', '15'))`;

/** The countries (a list of ISO 3166-1 alpha-2 codes) for whose government a person `p` works or speaks, or did until lately. */
export function governmentsSql(now: Date): RawBuilder<readonly string[]> {
  const today = dayOf(now);
  const remembered = addMonths(today, -rememberedMonths);
  return sql<readonly string[]>`(select coalesce(jsonb_agg(distinct served.iso2), '[]') from (
      select o.country_iso2 as iso2 from affiliations a join organisations o on o.id = a.organisation_id
        where a.person_id = p.id and a.from_on <= ${today}::date and (a.until_on is null or a.until_on > ${remembered}::date) and ${isGovernment}
      union all
      select r.country_iso2 from roles r where r.person_id = p.id and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${remembered}::date)) served
    where served.iso2 is not null)`;
}

/**
 * Columns of a person `p` with the roles and affiliations in force at an instant (PE-3). A role for an organisation counts only
 * while its holder belongs there, so that an affiliation that ends takes everything with it at the next request. ME-2: a role or an
 * affiliation counts for the organisations that were merged into its own, too. ME-10: nobody acts for an organisation whose membership
 * is suspended, nor for a country or in a group for whom they stand there by belonging to such an organisation alone.
 */
export function personColumns(now: Date): RawBuilder<unknown> {
  const today = dayOf(now);
  const belongs = sql`a.from_on <= ${today}::date and (a.until_on is null or a.until_on > ${today}::date)`;
  return sql`
    p.name, p.language, p.time_zone, p.spoken_languages,
    (select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'coalition_id', r.coalition_id, 'organisation_id', family.id,
        'working_group_id', r.working_group_id, 'country_iso2', r.country_iso2) order by r.id, family.id), '[]')
      from roles r cross join lateral organisation_family(r.organisation_id) as family(id) where r.person_id = p.id and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})
        and (r.organisation_id is null or exists (
          select from affiliations a where a.person_id = p.id and a.organisation_id = r.organisation_id and ${belongs}))
        and (r.organisation_id is null or not organisation_suspended(r.organisation_id, ${today}::date))
        and (r.scope not in ('country', 'working_group') or not coalesce((
          select bool_and(organisation_suspended(a.organisation_id, ${today}::date)) from affiliations a where a.person_id = p.id and ${belongs}), false))) as roles,
    (select coalesce(jsonb_agg(jsonb_build_object('organisation_id', family.id, 'current', ${belongs}) order by a.id, family.id), '[]')
      from affiliations a cross join lateral organisation_family(a.organisation_id) as family(id) where a.person_id = p.id and a.from_on <= ${today}::date
        and (a.until_on is null or a.until_on > ${addMonths(today, -rememberedMonths)}::date)) as affiliations,
    ${governmentsSql(now)} as governments`;
}

export const actorFrom = (id: string, { name, language, time_zone, spoken_languages, roles, affiliations, governments }: PersonFacts): PersonActor => ({
  kind: 'person', id, name, language, time_zone, spoken_languages, roles, affiliations, governments,
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
