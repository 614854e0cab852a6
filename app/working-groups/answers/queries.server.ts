import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { decisionsVisibleTo, recommendationsVisibleTo } from '../visible.server';

/** A commitment that answers a decision or recommendation: that names it as its origin. */
export interface AnsweringCommitment {
  readonly ref: string;
  readonly title: string;
  readonly language: string;
  readonly lead: string;
  /** The decision or recommendation. */
  readonly origin_ref: string;
}

/** Whose answers are asked for. */
export type Asked = { readonly decision: string } | { readonly recommendation: string } | { readonly group: string } | { readonly session: string };

function asked(of: Asked): RawBuilder<unknown> {
  if ('decision' in of) return sql`(c.origin_decision_id = ${of.decision} or c.origin_recommendation_id in (select recommendation_id from recommendation_decisions where decision_id = ${of.decision}))`;
  if ('recommendation' in of) return sql`c.origin_recommendation_id = ${of.recommendation}`;
  if ('session' in of) return sql`d.session_id = ${of.session}`;
  return sql`g.id = ${of.group}`;
}

/** The commitments whose origin it is, as far as the viewer may read both: the way back of the chain. */
export async function commitmentsAnswering(viewer: Actor, of: Asked, view: View): Promise<readonly AnsweringCommitment[]> {
  const found = await sql<AnsweringCommitment>`
    select c.ref, text.title, text.language, coalesce(d.ref, r.ref) as origin_ref,
      coalesce((select o.name from organisations o where o.id = c.lead_organisation_id),
        (select t.name from country_texts t where t.iso2 = c.lead_country_iso2 and t.language = ${view.language}), c.lead_country_iso2, '') as lead
    from commitments c
    left join decisions d on d.id = c.origin_decision_id left join sessions s on s.id = d.session_id left join recommendations r on r.id = c.origin_recommendation_id
    join working_groups g on g.id = coalesce(d.working_group_id, r.working_group_id)
    cross join lateral (
      select t.title, t.language from commitment_texts t where t.commitment_id = c.id
      order by t.language = ${view.language} desc, t.language = c.language desc, t.language limit 1) as text
    where ${asked(of)} and ${readable(viewer, view)}
      and case when r.id is null then ${decisionsVisibleTo(viewer, view)} else ${recommendationsVisibleTo(viewer, view)} end order by c.ref`.execute(database());
  return found.rows;
}
