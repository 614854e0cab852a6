import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { Option } from '#app/form/field';
import { database } from '#app/platform/database.server';
import { treeOf } from '#app/reporting/cycles/expected.server';
import type { Subject, SubjectKind } from '#app/reporting/figures/subjects';
import { standingTo } from '#app/reporting/publication/published.server';
import type { View } from '#app/reporting/reports/queries.server';
import { isTold } from '#app/reporting/sections/told.server';
import { candidatesFor, type Candidate, type Choosing, type Chosen } from './candidates.server';

export interface ProfileChoices {
  readonly options: Readonly<Record<SubjectKind, readonly Option[]>>;
  /** Those who would get one. */
  readonly candidates: readonly Candidate[];
}

/** Whom a report can have a profile of, and who would get one of those that are chosen. */
export async function profileChoices(_viewer: Actor, choosing: Choosing, chosen: Chosen): Promise<ProfileChoices> {
  const { report, language } = choosing;
  const found = await sql<{ kind: SubjectKind; value: string; label: string }>`
    select * from (
      select 'country' as kind, n.iso2 as value, n.name as label from country_texts n where n.language = ${language}
      union all select 'group', g.ref, coalesce((select t.name from working_group_texts t where t.working_group_id = g.id order by t.language = ${language} desc, t.language = 'en' desc, t.language limit 1), g.ref)
        from working_groups g where g.visibility = 'public' and g.status <> 'proposed' and g.coalition_id in ${treeOf(report.coalition_id)}
      union all (select 'member', o.ref, o.name from organisations o where o.status = 'active' and exists (select from memberships m where m.organisation_id = o.id and m.status = 'active' and m.coalition_id in ${treeOf(report.coalition_id)}) order by o.name limit 2500)
    ) as known order by kind, label collate "und-x-icu", value`.execute(database());
  const of = (kind: SubjectKind): Option[] => found.rows.filter((one) => one.kind === kind).map(({ value, label }) => ({ value, label }));
  const nobody = chosen.sets.length === 0 && chosen.subjects.length === 0;
  return { options: { country: of('country'), group: of('group'), member: of('member') }, candidates: nobody ? [] : await candidatesFor(database(), choosing, chosen) };
}

/** A profile in a published report. */
export interface PublishedProfile {
  readonly report: string;
  readonly title: string;
  readonly chapter: number;
}

/** The profile of a subject in the latest report that is out and has one. */
export async function profileOf(_viewer: Actor, { kind, ref }: Subject, { language, now }: View): Promise<PublishedProfile | null> {
  const subject = kind === 'country' ? sql`s.country_iso2 = ${ref}` : kind === 'group' ? sql`s.working_group_id = (select id from working_groups where ref = ${ref})` : sql`s.organisation_id = (select id from organisations where ref = ${ref})`;
  const found = await sql<PublishedProfile>`
    select r.ref as report, coalesce((select x.title from report_texts x where x.report_id = r.id and x.language in (${language}, r.language) order by x.language = ${language} desc limit 1), r.ref) as title, s.position as chapter
    from report_sections s join reports r on r.id = s.report_id join cycles y on y.id = r.cycle_id where ${subject} and ${isTold()} and ${standingTo(now)}
    order by y.year desc, r.published_at desc, r.ref limit 1`.execute(database());
  return found.rows[0] ?? null;
}
