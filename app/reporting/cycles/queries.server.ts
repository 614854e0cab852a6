import { sql, type RawBuilder } from 'kysely';
import type { Actor, Lead } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { readable } from '#app/commitments/readable.server';
import type { Language } from '#app/languages/language';
import { attendedCountries, attendedOrganisations, stints } from '#app/members/people/speaking.server';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { saidInYear, toldIn, type Expecting } from './expected.server';
import type { CycleDates, CycleRule } from './model';
import type { cyclePolicy } from './policy';

export interface CycleRecord extends CycleDates, CycleRule {
  readonly id: string;
  readonly ref: string;
  readonly coalition_id: string;
  readonly coalition: string;
  /** That of its coalition: its days begin and end there. */
  readonly time_zone: string;
  readonly year: number;
  readonly version: number;
}

const columns = (language: Language) => sql`y.id, y.ref, y.coalition_id, c.time_zone, y.year, y.opens_on, y.due_on, y.grace_on, y.lock_on, y.published_at, y.version, y.types, y.questions, y.required, y.languages, coalesce(t.name, e.name, c.slug) as coalition
  from cycles y join coalitions c on c.id = y.coalition_id left join coalition_texts t on t.coalition_id = c.id and t.language = ${language} left join coalition_texts e on e.coalition_id = c.id and e.language = 'en'`;

/** A cycle by its name. Its dates are no secret: everybody who is signed in may be asked to report in it. */
export async function findCycle(_viewer: Actor, ref: string, language: Language): Promise<CycleRecord | undefined> {
  const found = await sql<CycleRecord>`select ${columns(language)} where y.ref = ${ref}`.execute(database());
  return found.rows[0];
}

/** All cycles, the latest first. */
export async function listCycles(_viewer: Actor, language: Language): Promise<CycleRecord[]> {
  const found = await sql<CycleRecord>`select ${columns(language)} order by y.year desc, y.ref`.execute(database());
  return found.rows;
}

export const boardStates = ['accepted', 'submitted', 'returned', 'draft', 'nothing'] as const;
export type BoardState = (typeof boardStates)[number];
export type BoardCounts = Readonly<Record<BoardState, number>> & { readonly expected: number };

/** One who leads commitments that are due, with how far their updates are. */
export interface BoardRow extends BoardCounts {
  readonly kind: 'organisation' | 'country';
  readonly ref: string;
  readonly name: string;
  /** Nobody speaks for it: no focal point, deputy or coordinator in force. */
  readonly unattended: boolean;
  /** Given more time to this day. */
  readonly extended_until: string | null;
  readonly nudged_on: string | null;
  /** It is among those to which the board was narrowed. */
  readonly shown: boolean;
}

/** What the board is narrowed to: a region (M49) or group of the lead's country, or a language in which its people read. */
export interface BoardFilters {
  readonly region?: string | undefined;
  readonly group?: string | undefined;
  readonly language?: string | undefined;
}

function narrowed({ region, group, language }: BoardFilters, now: Date): RawBuilder<unknown> {
  const country = sql`coalesce(o.country_iso2, d.lead_country_iso2)`;
  const parts = [
    ...(region === undefined ? [] : [sql`${country} in (select iso2 from countries where region_m49 = ${region})`]),
    ...(group === undefined ? [] : [sql`${country} in (select iso2 from country_group_periods where code = ${group} and from_on <= ${dayOf(now)}::date and (until_on is null or until_on > ${dayOf(now)}::date))`]),
    ...(language === undefined ? [] : [sql`exists (select from ${stints(now)} s join people p on p.id = s.person_id where s.until > ${now} and p.language = ${language}
      and (s.organisation_id = organisation_successor(d.lead_organisation_id) or s.country_iso2 = d.lead_country_iso2))`]),
  ];
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

/** Who has reported and who has not, most missing first, in one query; also in the cycles of the same year under this one. */
export async function boardOf(granted: Board, { language, now }: { readonly language: Language; readonly now: Date }, filters: BoardFilters = {}): Promise<BoardRow[]> {
  const found = await sql<BoardRow>`
    with due as (
      select c.lead_organisation_id, c.lead_country_iso2, case when u.status = 'published' then 'accepted' else coalesce(u.status, 'nothing') end as state
      from commitments c left join ${saidInYear(granted.subject)} on true where ${toldIn(granted.subject)} and ${readable(granted.actor, { now })}
    ), counted as (
      select lead_organisation_id, lead_country_iso2, count(*)::int as expected, count(*) filter (where state = 'accepted')::int as accepted, count(*) filter (where state = 'submitted')::int as submitted,
        count(*) filter (where state = 'returned')::int as returned, count(*) filter (where state = 'draft')::int as draft, count(*) filter (where state = 'nothing')::int as nothing
      from due group by 1, 2
    )
    select d.expected, d.accepted, d.submitted, d.returned, d.draft, d.nothing, case when o.id is null then 'country' else 'organisation' end as kind,
      coalesce(o.ref, d.lead_country_iso2) as ref, coalesce(o.name, n.name, d.lead_country_iso2) as name,
      not coalesce(d.lead_organisation_id in ${attendedOrganisations(now)}, d.lead_country_iso2 in ${attendedCountries(now)}) as unattended,
      (select to_char(max(n.nudged_at) at time zone 'UTC', 'YYYY-MM-DD') from cycle_nudges n where n.cycle_id = ${granted.subject.id}::uuid and n.organisation_id is not distinct from d.lead_organisation_id and n.country_iso2 is not distinct from d.lead_country_iso2) as nudged_on,
      (select e.until_on from cycle_extensions e where e.cycle_id = ${granted.subject.id}::uuid and e.organisation_id is not distinct from d.lead_organisation_id and e.country_iso2 is not distinct from d.lead_country_iso2) as extended_until,
      coalesce(${narrowed(filters, now)}, false) as shown
    from counted d left join organisations o on o.id = d.lead_organisation_id left join country_texts n on n.iso2 = d.lead_country_iso2 and n.language = ${language}
    order by d.nothing desc, d.expected - d.accepted - d.submitted desc, coalesce(o.name, n.name, d.lead_country_iso2) collate "und-x-icu"`.execute(database());
  return found.rows;
}

/** The board's rows added up. */
export function totalOf(rows: readonly BoardRow[]): BoardCounts {
  const sum = (of: (row: BoardRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    expected: sum((row) => row.expected), accepted: sum((row) => row.accepted), submitted: sum((row) => row.submitted), returned: sum((row) => row.returned), draft: sum((row) => row.draft), nothing: sum((row) => row.nothing),
  };
}

type Board = PermitFor<typeof cyclePolicy.board> & { readonly subject: Expecting };

/** One who leads a commitment that a cycle tells of: an organisation by its reference, a country by its code. */
export async function leadIn(granted: Board, party: string, language: Language): Promise<(Lead & { readonly ref: string; readonly name: string }) | undefined> {
  const found = await sql<Lead & { ref: string; name: string }>`
    select c.lead_organisation_id, c.lead_country_iso2, coalesce(o.ref, c.lead_country_iso2) as ref, coalesce(o.name, n.name, c.lead_country_iso2) as name
    from commitments c left join organisations o on o.id = c.lead_organisation_id left join country_texts n on n.iso2 = c.lead_country_iso2 and n.language = ${language}
    where coalesce(o.ref, c.lead_country_iso2) = ${party.toUpperCase()} and ${toldIn(granted.subject)} limit 1`.execute(database());
  return found.rows[0];
}

export interface CycleException {
  readonly commitment_id: string;
  readonly ref: string;
  readonly title: string;
  readonly expected: boolean;
  readonly reason: string;
  readonly on: string;
}

/** What was decided of single commitments against the rule of a cycle, the latest first. */
export async function listExceptions(granted: Board, { language, now }: { readonly language: Language; readonly now: Date }): Promise<CycleException[]> {
  const found = await sql<CycleException>`
    select e.commitment_id, c.ref, coalesce(t.title, a.title, c.ref) as title, e.expected, e.reason, to_char(e.decided_at at time zone 'UTC', 'YYYY-MM-DD') as on
    from cycle_exceptions e join commitments c on c.id = e.commitment_id left join commitment_texts t on t.commitment_id = c.id and t.language = ${language} left join commitment_texts a on a.commitment_id = c.id and a.language = c.language
    where e.cycle_id = ${granted.subject.id}::uuid and ${readable(granted.actor, { now })} order by e.decided_at desc, c.ref`.execute(database());
  return found.rows;
}
