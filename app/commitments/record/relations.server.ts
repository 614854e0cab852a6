import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { databaseByKey } from '#app/platform/database.server';
import type { EvidenceRow } from '#app/records/evidence/model';
import { requestsVisibleTo } from '#app/countries/requests/readable.server';
import { isWhole } from '#app/reporting/figures/queries.server';
import { standingTo } from '#app/reporting/publication/published.server';
import { decisionsVisibleTo, recommendationsVisibleTo, outcomesVisibleTo } from '#app/working-groups/visible.server';
import type { View } from '../readable.server';
import type { Clause, Endorsement, Figure, Origin, Update } from './model';

/** One query for each relation of a commitment. The record itself has been guarded before; what has a guard of its own is guarded here. */
export async function countriesOf(id: string, { language }: View): Promise<{ iso2: string; name: string; share: string | null }[]> {
  const found = await sql<{ iso2: string; name: string; share: string | null }>`
    select k.country_iso2 as iso2, coalesce(n.name, k.country_iso2) as name, trim_scale(k.share)::text as share
    from commitment_countries k left join country_texts n on n.iso2 = k.country_iso2 and n.language = ${language}
    where k.commitment_id = ${id} order by k.share desc nulls last, n.name collate "und-x-icu"`.execute(databaseByKey());
  return found.rows;
}

export async function clausesOf(id: string, { language }: View): Promise<Clause[]> {
  const found = await sql<Clause>`
    select n.id, n.code, coalesce(t.title, a.title, n.code) as title, coalesce(ft.short_name, fa.short_name, f.code) as framework, f.code as framework_code,
      v.number as version, v.standing = 'working_paraphrase' as working, case when v.status <> 'published' then v.number end as superseded
    from commitment_nodes k join framework_nodes n on n.id = k.node_id join framework_versions v on v.id = n.version_id join frameworks f on f.id = v.framework_id
    left join framework_node_texts t on t.node_id = n.id and t.language = ${language}
    left join framework_node_texts a on a.node_id = n.id and a.language = v.authoritative_language
    left join framework_texts ft on ft.framework_id = f.id and ft.language = ${language}
    left join framework_texts fa on fa.framework_id = f.id and fa.language = v.authoritative_language
    where k.commitment_id = ${id} order by f.code collate "C", n.position, n.code collate "C"`.execute(databaseByKey());
  return found.rows;
}

export async function endorsementsOf(id: string, { language }: View): Promise<Endorsement[]> {
  const found = await sql<Endorsement>`
    select distinct e.ref, coalesce(ft.short_name, f.code) as framework, e.endorsed_on
    from commitments c join commitment_nodes k on k.commitment_id = c.id join framework_nodes n on n.id = k.node_id
    join endorsements e on e.version_id = n.version_id and (e.organisation_id = c.lead_organisation_id or e.country_iso2 = c.lead_country_iso2)
    join framework_versions v on v.id = n.version_id join frameworks f on f.id = v.framework_id
    left join framework_texts ft on ft.framework_id = f.id and ft.language = ${language}
    where c.id = ${id} and e.status = 'published' order by e.endorsed_on, e.ref`.execute(databaseByKey());
  return found.rows;
}

/** The decision, recommendation, takeaway or request behind it, as far as the viewer may be told of it. */
export async function originOf(viewer: Actor, id: string, view: View): Promise<Origin | undefined> {
  const found = await sql<{ kind: Origin['kind']; ref: string; text: string; group: string; session: string | null; number: number | null }>`
    select 'decision' as kind, d.ref, d.text, coalesce(t.name, g.ref) as group, s.ref as session, s.number
    from commitments c join decisions d on d.id = c.origin_decision_id left join sessions s on s.id = d.session_id join working_groups g on g.id = d.working_group_id
    left join working_group_texts t on t.working_group_id = g.id and t.language = ${view.language}
    where c.id = ${id} and ${decisionsVisibleTo(viewer, view)}
    union all
    select 'recommendation', r.ref, r.title, coalesce(t.name, g.ref), null, null
    from commitments c join recommendations r on r.id = c.origin_recommendation_id join working_groups g on g.id = r.working_group_id
    left join working_group_texts t on t.working_group_id = g.id and t.language = ${view.language}
    where c.id = ${id} and ${recommendationsVisibleTo(viewer, view)}
    union all
    select 'takeaway', k.ref, k.text, coalesce(t.name, g.ref), s.ref, s.number
    from commitments c join takeaways k on k.id = c.origin_takeaway_id join sessions s on s.id = k.session_id join working_groups g on g.id = s.working_group_id
    left join working_group_texts t on t.working_group_id = g.id and t.language = ${view.language}
    where c.id = ${id} and ${outcomesVisibleTo(viewer, view)}
    union all
    select 'request', r.ref, x.title, coalesce(n.name, r.country_iso2), null, null
    from commitments c join support_requests r on r.id = c.origin_request_id
    join lateral (select y.title from support_request_texts y where y.request_id = r.id order by y.language = ${view.language} desc, y.language = r.language desc limit 1) x on true
    left join country_texts n on n.iso2 = r.country_iso2 and n.language = ${view.language}
    where c.id = ${id} and ${requestsVisibleTo(viewer, view)}`.execute(databaseByKey());
  const row = found.rows[0];
  if (row === undefined) return undefined;
  const { kind, ref, text, group, session, number } = row;
  return { kind, ref, text, group, session: session === null || number === null ? undefined : { ref: session, number } };
}

export async function updatesOf(id: string): Promise<Update[]> {
  const found = await sql<Update>`
    select u.id, y.year, u.verification, u.completion, u.narrative, u.language, u.as_of, to_char(u.submitted_at at time zone 'UTC', 'YYYY-MM-DD') as submitted_on,
      to_char(u.accepted_at at time zone 'UTC', 'YYYY-MM-DD') as accepted_on, documents_behind(u.id) as documents, u.also_reported_to,
      coalesce((select jsonb_agg(jsonb_build_object('rung', k.rung, 'method', k.method, 'note', k.note, 'on', to_char(k.verified_at at time zone 'UTC', 'YYYY-MM-DD')) order by k.verified_at, k.id)
        from (select distinct on (verified_at, rung) * from verifications where progress_update_id = u.id) k), '[]') as looks,
      coalesce((select jsonb_agg(jsonb_build_object('goal_id', v.goal_id, 'value', trim_scale(v.value)::text, 'verification', v.verification)) from goal_values v where v.progress_update_id = u.id), '[]') as values
    from progress_updates u join cycles y on y.id = u.cycle_id
    where u.commitment_id = ${id} and u.status in ('accepted', 'published') order by y.year desc, u.accepted_at desc`.execute(databaseByKey());
  return found.rows;
}

export async function figuresOf(id: string, { language, now }: View): Promise<Figure[]> {
  const found = await sql<Figure>`
    select distinct r.ref as report, coalesce(t.title, a.title, r.ref) as report_title, f.key, f.number
    from report_figure_records k join report_figures f on f.id = k.figure_id join reports r on r.snapshot_of = f.report_id
    left join report_texts t on t.report_id = r.id and t.language = ${language}
    left join report_texts a on a.report_id = r.id and a.language = r.language
    where k.kind = 'commitment' and k.record_id = ${id} and ${isWhole(sql`f`)} and ${standingTo(now)}
    order by r.ref desc, f.number`.execute(databaseByKey());
  return found.rows;
}

/** Evidence of the commitment and of its accepted updates. */
export async function evidenceOf(id: string): Promise<EvidenceRow[]> {
  const found = await sql<EvidenceRow>`
    select e.id, e.title, e.url, f.media_type, f.size_bytes::int as size_bytes, e.language, to_char(e.added_at at time zone 'UTC', 'YYYY-MM-DD') as added_on, e.commitment_id is not null as own, e.taken_back_on, e.taken_back_why
    from evidence e left join files f on f.id = e.file_id left join progress_updates u on u.id = e.progress_update_id
    where e.commitment_id = ${id} or (u.commitment_id = ${id} and u.status in ('accepted', 'published')) order by e.added_at desc, e.id`.execute(databaseByKey());
  return found.rows;
}
