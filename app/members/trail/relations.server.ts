import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { standingSql, todayOf, type View } from '#app/commitments/readable.server';
import { declarationCode } from '#app/frameworks/model';
import { database } from '#app/platform/database.server';
import { isWhole } from '#app/reporting/figures/queries.server';
import { standingTo } from '#app/reporting/publication/published.server';
import { groupText } from '#app/working-groups/fragments.server';
import { decisionsVisibleTo, recommendationsVisibleTo } from '#app/working-groups/visible.server';
import type { ClauseRow, DecisionRow, DeclarationFacts, EndorsementRow, FigureRow, Party, UpdateRow } from './model';

/** One query for each kind of link. `promises` is the table that `promisesOf` makes: what the viewer may read of the party's. */
const ownOf = (party: Party): RawBuilder<boolean> =>
  party.kind === 'country' ? sql<boolean>`e.country_iso2 = ${party.iso2}` : sql<boolean>`e.organisation_id = any(${[...party.ids]}::uuid[])`;

/** Published endorsements of the party and, of a country, of its organisations; withdrawn ones stay readable with their day. */
export async function endorsementsOf(party: Party, { language }: View): Promise<readonly EndorsementRow[]> {
  const ofItsOrganisations = party.kind === 'country' ? sql`o.country_iso2 = ${party.iso2}` : sql`false`;
  const found = await sql<EndorsementRow>`
    select e.ref, coalesce(ft.short_name, f.code) as framework, v.number as version, v.status = 'published' as current, e.endorsed_on, e.withdrawn_on,
      case when o.id is not null and ${party.kind === 'country'} then jsonb_build_object('ref', o.ref, 'name', o.name) end as organisation,
      array(select n.code from endorsement_reservations r join framework_nodes n on n.id = r.node_id where r.endorsement_id = e.id order by n.position) as reserved
    from endorsements e join framework_versions v on v.id = e.version_id join frameworks f on f.id = v.framework_id
    left join framework_texts ft on ft.framework_id = f.id and ft.language = ${language}
    left join organisations o on o.id = e.organisation_id
    where e.published_at is not null and (${ownOf(party)} or ${ofItsOrganisations})
    order by e.withdrawn_on is not null, o.id is not null, e.endorsed_on desc, e.ref`.execute(database());
  return found.rows;
}

/** The Declaration in force, and whether the party itself endorsed this version. */
export async function declarationFor(party: Party, { language }: View): Promise<DeclarationFacts | undefined> {
  const found = await sql<DeclarationFacts>`
    select coalesce(t.short_name, f.code) as name, v.number, v.standing = 'working_paraphrase' as working,
      exists (select from endorsements e where e.version_id = v.id and e.status = 'published' and ${ownOf(party)}) as endorsed
    from frameworks f join framework_versions v on v.framework_id = f.id and v.status = 'published'
    left join framework_texts t on t.framework_id = f.id and t.language = ${language}
    where f.code = ${declarationCode}`.execute(database());
  return found.rows[0];
}

/** Every action line of the Declaration with what serves it. A promise made under an earlier version serves the clause of the same code. */
export async function clausesOf(promises: RawBuilder<unknown>, { language }: View): Promise<readonly ClauseRow[]> {
  const found = await sql<ClauseRow>`
    with ${promises}, served as (
      select n.code, c.relation, count(distinct c.id)::int as count
      from promises c join commitment_nodes k on k.commitment_id = c.id join framework_nodes n on n.id = k.node_id
      join framework_versions v on v.id = n.version_id join frameworks f on f.id = v.framework_id and f.code = ${declarationCode}
      group by n.code, c.relation
    )
    select n.code, coalesce(t.title, a.title, n.code) as title, coalesce(t.language, v.authoritative_language) as title_language,
      coalesce((select count from served s where s.code = n.code and s.relation = 'by'), 0) as by,
      coalesce((select count from served s where s.code = n.code and s.relation = 'beside'), 0) as beside
    from frameworks f join framework_versions v on v.framework_id = f.id and v.status = 'published' join framework_nodes n on n.version_id = v.id
    left join framework_nodes above on above.id = n.parent_id
    left join framework_node_texts t on t.node_id = n.id and t.language = ${language}
    left join framework_node_texts a on a.node_id = n.id and a.language = v.authoritative_language
    where f.code = ${declarationCode} and not exists (select from framework_nodes child where child.parent_id = n.id)
    order by above.position nulls first, n.position, n.code collate "C"`.execute(database());
  return found.rows;
}

/** Decisions and recommendations that promises came from, as far as they may be told. */
export async function decisionsBehind(viewer: Actor, promises: RawBuilder<unknown>, view: View): Promise<readonly DecisionRow[]> {
  const found = await sql<DecisionRow>`
    with ${promises}
    select 'decision' as kind, d.ref, d.text, coalesce(text.name, g.ref) as group, d.adopted_on, array_agg(c.ref order by c.ref) as commitments
    from promises c join decisions d on d.id = c.origin_decision_id left join sessions s on s.id = d.session_id join working_groups g on g.id = d.working_group_id
    left join ${groupText(view.language)} on true
    where ${decisionsVisibleTo(viewer, view)} group by d.id, text.name, g.ref
    union all
    select 'recommendation', r.ref, r.title, coalesce(text.name, g.ref), null, array_agg(c.ref order by c.ref)
    from promises c join recommendations r on r.id = c.origin_recommendation_id join working_groups g on g.id = r.working_group_id
    left join ${groupText(view.language)} on true
    where ${recommendationsVisibleTo(viewer, view)} group by r.id, text.name, g.ref
    order by 2`.execute(database());
  return found.rows;
}

export async function updatesOf(promises: RawBuilder<unknown>, view: View): Promise<readonly UpdateRow[]> {
  const found = await sql<UpdateRow>`
    with ${promises}
    select u.id, c.ref as commitment, coalesce(t.title, a.title, c.ref) as title, coalesce(t.language, c.language) as title_language, ${standingSql(todayOf(view))} as standing,
      y.year, to_char(u.accepted_at at time zone 'UTC', 'YYYY-MM-DD') as accepted_on, u.verification
    from promises c join progress_updates u on u.commitment_id = c.id and u.status in ('accepted', 'published') join cycles y on y.id = u.cycle_id
    left join commitment_texts t on t.commitment_id = c.id and t.language = ${view.language}
    left join commitment_texts a on a.commitment_id = c.id and a.language = c.language
    where u.accepted_at <= ${view.now}
    order by u.accepted_at desc, u.id limit 5`.execute(database());
  return found.rows;
}

/** Figures of published reports that count promises of the party, the latest report first. */
export async function figuresWith(promises: RawBuilder<unknown>, { language, now }: View): Promise<readonly FigureRow[]> {
  const found = await sql<FigureRow>`
    with ${promises}
    select r.ref as report, coalesce(t.title, a.title, r.ref) as report_title, f.key, f.number, count(distinct c.id)::int as commitments
    from promises c join report_figure_records k on k.kind = 'commitment' and k.record_id = c.id::text
    join report_figures f on f.id = k.figure_id join reports r on r.snapshot_of = f.report_id
    left join report_texts t on t.report_id = r.id and t.language = ${language}
    left join report_texts a on a.report_id = r.id and a.language = r.language
    where ${isWhole(sql`f`)} and ${standingTo(now)}
    group by r.ref, r.edition, t.title, a.title, f.key, f.number
    order by r.ref desc, string_to_array(f.number, '.')`.execute(database());
  return found.rows;
}
