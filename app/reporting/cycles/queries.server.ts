import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { readable } from '#app/commitments/readable.server';
import type { Language } from '#app/languages/language';
import { attendedCountries, attendedOrganisations } from '#app/members/people/speaking.server';
import { database } from '#app/platform/database.server';
import { saidInYear, toldIn, type Expecting } from './expected.server';
import type { CycleDates } from './model';
import type { cyclePolicy } from './policy';

export interface CycleRecord extends CycleDates {
  readonly id: string;
  readonly ref: string;
  readonly coalition_id: string;
  readonly coalition: string;
  readonly year: number;
}

const columns = (language: Language) => sql`y.id, y.ref, y.coalition_id, y.year, y.opens_on, y.due_on, y.grace_on, y.lock_on, y.published_at, coalesce(t.name, e.name, c.slug) as coalition
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
}

/** Who has reported and who has not, most missing first, in one query; also in the cycles of the same year under this one. */
export async function boardOf(granted: PermitFor<typeof cyclePolicy.board> & { readonly subject: Expecting }, { language, now }: { readonly language: Language; readonly now: Date }): Promise<BoardRow[]> {
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
      not coalesce(d.lead_organisation_id in ${attendedOrganisations(now)}, d.lead_country_iso2 in ${attendedCountries(now)}) as unattended
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
