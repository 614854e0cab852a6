import { sql, type RawBuilder } from 'kysely';
import type { Actor, Lead } from '#app/access/actor';
import { keptAnswers } from '#app/access/kept-answers.server';
import { attendedCountries, attendedOrganisations } from '#app/members/people/speaking.server';
import { database } from '#app/platform/database.server';
import { finalStatuses, isFinal, type Status } from '../model';
import type { At } from '../readable.server';

/** Who leads, and whether anybody has to look after it still. */
export type Led = Lead & { readonly status: Status };

/** Whether somebody speaks for who leads a commitment `c`. */
const isAttendedSql = ({ now }: At): RawBuilder<boolean> =>
  sql<boolean>`coalesce(c.lead_organisation_id in ${attendedOrganisations(now)}, c.lead_country_iso2 in ${attendedCountries(now)})`;

const openAnd = (which: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`(c.status <> all(${[...finalStatuses]}) and ${which})`;

/** CO-10: what is not closed and nobody looks after, for lists, their files and letters. Both lists of leads are made once, whatever is listed. */
export const unattended = (at: At): RawBuilder<boolean> => openAnd(sql`not ${isAttendedSql(at)}`);

/** As a filter: `no` is what nobody looks after. */
export function attendedCondition(said: string, at: At): RawBuilder<boolean> {
  if (said === 'no') return unattended(at);
  return said === 'yes' ? openAnd(isAttendedSql(at)) : sql<boolean>`false`;
}

/** Those who lead and whom somebody speaks for. */
export interface AttendedLeads {
  readonly organisations: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
}

const kept = keptAnswers<AttendedLeads>();

export const attendedLeads = (viewer: Actor, { now }: At): Promise<AttendedLeads> => kept.get(viewer, '', async () => {
  const found = await sql<{ organisation_id: string | null; country_iso2: string | null }>`
    select id as organisation_id, null as country_iso2 from ${attendedOrganisations(now)} o union all select distinct null::uuid, country_iso2 from ${attendedCountries(now)} k`.execute(database());
  return { organisations: new Set(found.rows.flatMap(({ organisation_id }) => organisation_id ?? [])), countries: new Set(found.rows.flatMap(({ country_iso2 }) => country_iso2 ?? [])) };
});

/** Null of what is closed: nobody has to look after it. */
export function isAttended({ organisations, countries }: AttendedLeads, { lead_organisation_id, lead_country_iso2, status }: Led): boolean | null {
  if (isFinal(status)) return null;
  return organisations.has(lead_organisation_id ?? '') || countries.has(lead_country_iso2 ?? '');
}
