import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import { pledgesVisibleTo } from '#app/financing/pledges/visible.server';
import { declarationCode } from '#app/frameworks/model';
import { promisedStatuses } from '#app/frameworks/promised.server';
import { database } from '#app/platform/database.server';
import { isWhole } from '#app/reporting/figures/queries.server';
import { standingTo } from '#app/reporting/publication/published.server';
import { decisionsVisibleTo, recommendationsVisibleTo } from '#app/working-groups/visible.server';
import type { Walk } from './model';

/** How many of the latest promises are looked at: those that a group's work led to, and others. */
const led = 200;
const others = 50;

/**
 * The promise that is linked best among the latest ones: to a signature under its clause, to money (best where some is paid), to the work
 * that led to it, to an accepted update, to a figure of a published report. One query; undefined where nothing has been promised.
 */
export async function findWalk(viewer: Actor, view: View): Promise<Walk | undefined> {
  const open = sql`c.status = any(${[...promisedStatuses]}::text[]) and ${readable(viewer, view)}`;
  const latest = sql`order by coalesce(c.published_at, c.created_at) desc, c.id desc`;
  const inLanguage = sql`order by x.language = ${view.language} desc, x.language = 'en' desc, x.language limit 1`;
  const groupName = sql`coalesce((select x.name from working_group_texts x where x.working_group_id = g.id ${inLanguage}), g.ref)`;
  const found = await sql<Walk>`
    with candidates as (
      (select c.id from commitments c where num_nonnulls(c.origin_decision_id, c.origin_recommendation_id) = 1 and ${open} ${latest} limit ${led})
      union (select c.id from commitments c where ${open} ${latest} limit ${others})
    ),
    stations as (
      select c.id, c.ref, c.language, c.starts_on, c.ends_on, c.lead_organisation_id, c.lead_country_iso2, c.last_update_on,
        (select json_build_object('code', n.code, 'title', coalesce((select x.title from framework_node_texts x where x.node_id = n.id ${inLanguage}), n.code),
            'version', v.number, 'working', v.standing = 'working_paraphrase', 'superseded', case when v.status <> 'published' then v.number end)
          from commitment_nodes k join framework_nodes n on n.id = k.node_id join framework_versions v on v.id = n.version_id join frameworks f on f.id = v.framework_id
          where k.commitment_id = c.id and f.code = ${declarationCode} order by v.number desc, n.position, n.code limit 1) as clause,
        (select json_build_object('ref', e.ref, 'on', e.endorsed_on)
          from commitment_nodes k join framework_nodes n on n.id = k.node_id join endorsements e on e.version_id = n.version_id and e.status = 'published'
          where k.commitment_id = c.id and (e.organisation_id = c.lead_organisation_id or e.country_iso2 = c.lead_country_iso2) order by e.endorsed_on limit 1) as endorsement,
        coalesce(
          (select json_build_object('kind', 'decision', 'ref', d.ref, 'text', d.text, 'group', ${groupName})
            from decisions d left join sessions s on s.id = d.session_id join working_groups g on g.id = d.working_group_id where d.id = c.origin_decision_id and ${decisionsVisibleTo(viewer, view)}),
          (select json_build_object('kind', 'recommendation', 'ref', r.ref, 'text', r.title, 'group', ${groupName})
            from recommendations r join working_groups g on g.id = r.working_group_id where r.id = c.origin_recommendation_id and ${recommendationsVisibleTo(viewer, view)})) as origin,
        (select json_build_object('on', u.as_of, 'verification', u.verification) from progress_updates u
          where u.commitment_id = c.id and u.status in ('accepted', 'published') order by u.accepted_at desc limit 1) as update,
        (select json_build_object('unit', g.unit, 'baseline_value', g.baseline_value::text, 'last_value', g.last_value::text, 'target_value', g.target_value::text)
          from goals g where g.commitment_id = c.id and g.position = 1) as goal,
        (select json_build_object('report', r.ref, 'title', coalesce((select x.title from report_texts x where x.report_id = r.id ${inLanguage}), r.ref), 'key', f.key, 'number', f.number)
          from report_figure_records k join report_figures f on f.id = k.figure_id join reports r on r.snapshot_of = f.report_id
          where k.kind = 'commitment' and k.record_id = c.id::text and ${isWhole(sql`f`)} and ${standingTo(view.now)}
          order by r.ref desc, f.number limit 1) as figure,
        exists (select from pledges p where p.commitment_id = c.id and ${pledgesVisibleTo(viewer, view)}) as funded,
        exists (select from pledges p join transactions x on x.pledge_id = p.id and x.type_code = '3' where p.commitment_id = c.id and ${pledgesVisibleTo(viewer, view)}) as paid
      from candidates join commitments c on c.id = candidates.id
    )
    select s.id, s.ref, s.starts_on, s.ends_on, s.clause, s.endorsement, s.origin, s.update, s.goal, s.figure, coalesce(o.name, n.name, s.lead_country_iso2) as lead,
      coalesce(text.title, s.ref) as title, coalesce(text.language, s.language) as title_language
    from stations s left join lateral (
      select x.title, x.language from commitment_texts x where x.commitment_id = s.id order by x.language = ${view.language} desc, x.language = s.language desc limit 1) text on true left join organisations o on o.id = s.lead_organisation_id left join country_texts n on n.iso2 = s.lead_country_iso2 and n.language = ${view.language}
    order by num_nonnulls(s.clause, s.endorsement, s.origin, s.update, s.figure) + s.funded::int desc, s.paid desc, s.last_update_on desc nulls last, s.id desc limit 1`.execute(database());
  return found.rows[0];
}
