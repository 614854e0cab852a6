import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { Day } from '#app/platform/clock';
import { databaseByKey } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { expectedOn, freshnessOf, standingOf } from '../health/model';
import type { CommitmentType, Status, Visibility } from '../model';
import { measuredGoals, type StoredGoal } from '../progress/goals.server';
import { readable, todayOf, type View } from '../readable.server';
import type { SmartScore } from '../smart/model';
import type { CommitmentRecord, Goal, Lead, RecordText } from './model';
import { clausesOf, countriesOf, endorsementsOf, evidenceOf, figuresOf, originOf, updatesOf } from './relations.server';

interface Head {
  id: string; ref: string; version: number; coalition_id: string; lead_organisation_id: string | null; lead_country_iso2: string | null; status: Status; submitted_by: string | null;
  type: CommitmentType | null; visibility: Visibility; embargo_until: Date | null; language: string; starts_on: Day | null; ends_on: Day | null; learner_data: boolean | null; open_to_join: boolean;
  submitted_on: Day | null; verified_on: Day | null; published_on: Day | null; returned_on: Day | null; returned_reason: string | null; withdrawn_reason: string | null; smart_score: SmartScore | null; source_name: string | null;
  last_update_on: Day | null; stale_on: Day | null; at_risk_on: Day | null; off_track_on: Day | null;
  lead_name: string; lead_ref: string; coalition_slug: string; coalition_name: string; text_language: string; title: string; action: string | null; problem: string | null; text_origin: string; languages: readonly string[]; outdated: boolean;
}

/** The commitment with everything that its page shows, or undefined: what may not be seen is as absent as what is not there. `said`: the language of the text, where another than the page's is asked for. */
export async function findCommitment(viewer: Actor, ref: string, view: View, said?: string): Promise<CommitmentRecord | undefined> {
  const head = await headOf(viewer, ref, view, said);
  if (head === undefined) return undefined;
  const { id } = head;
  const [goals, measured, countries, nodes, endorsements, beneficiaries, origin, updates, figures, evidence] = await Promise.all([
    goalsOf(id), measuredGoals(databaseByKey(), head), countriesOf(id, view), clausesOf(id, view), endorsementsOf(id, view), beneficiariesOf(id),
    originOf(viewer, id, view), updatesOf(id), figuresOf(id, view), evidenceOf(id),
  ]);
  const today = todayOf(view);
  return {
    ...refOf(head), ref: head.ref, version: head.version, type: head.type, visibility: head.visibility,
    embargo_until: head.embargo_until !== null && head.embargo_until > view.now ? head.embargo_until.toISOString() : null,
    standing: standingOf(head, today), freshness: freshnessOf(head, today), text: textOf(head), lead: leadOf(head), coalition: { slug: head.coalition_slug, name: head.coalition_name },
    starts_on: head.starts_on, ends_on: head.ends_on, learner_data: head.learner_data, open_to_join: head.open_to_join,
    submitted_on: head.submitted_on, verified_on: head.verified_on, published_on: head.published_on,
    returned_on: head.returned_on, returned_reason: head.returned_reason, withdrawn_reason: head.withdrawn_reason, smart_score: head.smart_score, source_name: head.source_name,
    goals: goals.map((goal) => ({ ...goal, expected: expectedNow(measured, goal, today) })),
    countries, nodes, endorsements, beneficiaries, origin, updates, figures, evidence,
  };
}

async function headOf(viewer: Actor, ref: string, view: View, said = view.language as string): Promise<Head | undefined> {
  const found = await sql<Head>`
    select c.id, c.ref, c.version, c.coalition_id, c.lead_organisation_id, c.lead_country_iso2, c.status, c.submitted_by, c.type, c.visibility, c.embargo_until, c.language,
      c.starts_on, c.ends_on, c.learner_data, c.open_to_join, to_char(c.submitted_at at time zone 'UTC', 'YYYY-MM-DD') as submitted_on,
      to_char(c.verified_at at time zone 'UTC', 'YYYY-MM-DD') as verified_on, to_char(c.published_at at time zone 'UTC', 'YYYY-MM-DD') as published_on,
      to_char(c.returned_at at time zone 'UTC', 'YYYY-MM-DD') as returned_on, c.returned_reason, c.withdrawn_reason, c.smart_score, c.source_name, c.last_update_on, c.stale_on, c.at_risk_on, c.off_track_on,
      coalesce(o.name, n.name, c.lead_country_iso2) as lead_name, coalesce(o.ref, c.lead_country_iso2) as lead_ref, k.slug as coalition_slug,
      coalesce((select x.name from coalition_texts x where x.coalition_id = k.id order by x.language = ${view.language} desc, x.language = 'en' desc, x.language limit 1), k.slug) as coalition_name,
      coalesce(t.language, c.language) as text_language, coalesce(t.title, c.ref) as title, t.action, t.problem, case when t.origin = 'machine' and t.checked_by is null then 'machine' else 'human' end as text_origin,
      array(select x.language from commitment_texts x where x.commitment_id = c.id order by x.language = c.language desc, x.language) as languages,
      coalesce(t.language <> c.language and t.source_version < (select a.source_version from commitment_texts a where a.commitment_id = c.id and a.language = c.language), false) as outdated
    from commitments c join coalitions k on k.id = c.coalition_id
    left join lateral (select * from commitment_texts x where x.commitment_id = c.id
      order by x.language = ${said} desc, x.language = ${view.language} desc, x.language = c.language desc limit 1) t on true
    left join organisations o on o.id = c.lead_organisation_id
    left join country_texts n on n.iso2 = c.lead_country_iso2 and n.language = ${view.language}
    where c.ref = ${ref} and ${readable(viewer, view)}`.execute(databaseByKey());
  return found.rows[0];
}

const refOf = ({ id, coalition_id, lead_organisation_id, lead_country_iso2, status, submitted_by }: Head) =>
  ({ id, coalition_id, lead_organisation_id, lead_country_iso2, status, submitted_by });
const textOf = (head: Head): RecordText => ({
  title: head.title, action: head.action, problem: head.problem, language: head.text_language, authoritative: head.language, machine: head.text_origin === 'machine', outdated: head.outdated, languages: head.languages,
});
const leadOf = (head: Head): Lead => ({ kind: head.lead_country_iso2 === null ? 'organisation' : 'country', name: head.lead_name, ref: head.lead_ref });

async function goalsOf(id: string): Promise<Omit<Goal, 'expected'>[]> {
  const found = await sql<Omit<Goal, 'expected'>>`
    select id, statement, unit, method, ascending, measure, target_words, scale, indicator, cumulative, baseline_source, disaggregations, trim_scale(baseline_value)::text as baseline_value, baseline_year, trim_scale(target_value)::text as target_value, target_on,
      trim_scale(last_value)::text as last_value, last_value_on
    from goals where commitment_id = ${id} order by position`.execute(databaseByKey());
  return found.rows;
}

async function beneficiariesOf(id: string): Promise<{ code: string; designed_in: boolean; added_on: Day | null }[]> {
  return databaseByKey().selectFrom('commitment_beneficiaries').select(['group_code as code', 'designed_in', 'added_on']).where('commitment_id', '=', id).orderBy('group_code').execute();
}

function expectedNow(measured: readonly StoredGoal[], goal: { readonly id: string }, today: Day): string | null {
  const one = measured.find(({ id }) => id === goal.id);
  return one === undefined || one.last === null ? null : expectedOn(one, today);
}

/** A file of evidence whose record the viewer may read, by the evidence's id: the id of the stored file. */
export async function findEvidenceFile(viewer: Actor, id: string, view: View): Promise<string | undefined> {
  if (!isId(id)) return undefined;
  const found = await sql<{ file_id: string }>`
    select e.file_id from evidence e left join progress_updates u on u.id = e.progress_update_id and u.status in ('accepted', 'published')
    join commitments c on c.id = coalesce(e.commitment_id, u.commitment_id)
    where e.id = ${id} and e.file_id is not null and e.taken_back_on is null and ${readable(viewer, view)}`.execute(databaseByKey());
  return found.rows[0]?.file_id;
}
