import { sql, type RawBuilder } from 'kysely';
import type { Language } from '#app/languages/language';
import type { Reader } from '#app/platform/database.server';
import { toldIn, treeOf } from '#app/reporting/cycles/expected.server';
import type { Subject, SubjectKind } from '#app/reporting/figures/subjects';

/** Whom a profile can be about, with who would write it. */
export interface Candidate extends Subject {
  readonly name: string;
  readonly country_iso2: string | null;
  readonly working_group_id: string | null;
  readonly organisation_id: string | null;
  /** Who speaks for it, where somebody does. */
  readonly owner_id: string | null;
  readonly owner: string | null;
}

/** Of which report, and for whom it is told. */
export interface Choosing {
  readonly report: { readonly id: string; readonly coalition_id: string; readonly cycle_id: string };
  readonly language: Language;
  readonly now: Date;
}

/** Everybody of some kinds with a commitment that the cycle tells of (of groups, those at work), and single ones. */
export interface Chosen {
  readonly sets: readonly SubjectKind[];
  readonly subjects: readonly Subject[];
}

/** SE-8: those who are chosen and have no profile in the report yet, each with who speaks for it: one statement for all of them. */
export async function candidatesFor(db: Reader, { report, language, now }: Choosing, { sets, subjects }: Chosen): Promise<Candidate[]> {
  const cycle = await db.selectFrom('cycles').select(['id', 'coalition_id', 'year', 'due_on']).where('id', '=', report.cycle_id).executeTakeFirstOrThrow();
  const wants = (kind: SubjectKind) => sql`${kind} = any(${[...sets]}::text[])`;
  const found = await sql<Candidate>`
    with due as materialized (select c.id, c.lead_country_iso2, c.lead_organisation_id from commitments c where ${sets.includes('country') || sets.includes('member')} and c.visibility = 'public' and ${toldIn(cycle)}),
    chosen (kind, ref) as (
      select * from unnest(${subjects.map(({ kind }) => kind)}::text[], ${subjects.map(({ ref }) => ref)}::text[])
      union select 'country', lead_country_iso2 from due where ${wants('country')} union select 'country', k.country_iso2 from due join commitment_countries k on k.commitment_id = due.id where ${wants('country')}
      union select 'member', o.ref from due join organisations o on o.id = due.lead_organisation_id where ${wants('member')}
      union select 'group', g.ref from working_groups g where ${wants('group')} and g.status in ('active', 'reporting')
    )
    select s.kind, s.ref, s.name, s.country_iso2, s.working_group_id, s.organisation_id, p.id as owner_id, p.name as owner
    from (
      select h.kind, h.ref, n.name, n.iso2 as country_iso2, null::uuid as working_group_id, null::uuid as organisation_id from chosen h join lateral (
        select t.iso2, t.name from country_texts t where t.iso2 = h.ref order by t.language = ${language} desc, t.language = 'en' desc, t.language limit 1) n on true where h.kind = 'country'
      union all select h.kind, h.ref, n.name, null, g.id, null from chosen h join working_groups g on g.ref = h.ref and g.visibility = 'public' and g.status <> 'proposed' and g.coalition_id in ${treeOf(report.coalition_id)} join lateral (
        select t.name from working_group_texts t where t.working_group_id = g.id order by t.language = ${language} desc, t.language = 'en' desc, t.language limit 1) n on true where h.kind = 'group'
      union all select h.kind, h.ref, o.name, null, null, o.id from chosen h join organisations o on o.ref = h.ref and o.status = 'active' where h.kind = 'member'
    ) s left join lateral (${speaker(now)}) p on true
    where not exists (select from report_sections x where x.report_id = ${report.id}::uuid and (x.country_iso2 = s.country_iso2 or x.working_group_id = s.working_group_id or x.organisation_id = s.organisation_id))
    order by array_position(array['country', 'group', 'member'], s.kind), s.name collate "und-x-icu", s.ref`.execute(db);
  return found.rows;
}

/** Roles that speak for a subject, those first that are asked first. */
const speaking = ['country_coordinator', 'wg_chair', 'wg_cochair', 'focal_point', 'deputy_focal_point', 'org_admin'];

const speaker = (now: Date): RawBuilder<unknown> => sql`
  select who.id, who.name from roles r join people who on who.id = r.person_id
  where ${speaksFor(now)} and (r.country_iso2 = s.country_iso2 or r.working_group_id = s.working_group_id or r.organisation_id = s.organisation_id)
  order by array_position(${speaking}::text[], r.role), r.starts_at, who.id limit 1`;

/** Roles `r` of `who` in force that speak for a country, a group or a member. */
export const speaksFor = (now: Date): RawBuilder<boolean> => sql<boolean>`(r.role = any(${speaking}::text[]) and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now}) and who.erased_at is null and who.suspended_at is null)`;
