import { sql } from 'kysely';
import { holdsAnywhere, secretariat, spokenFor, type Actor } from '#app/access/actor';
import type { Language } from '#app/languages/language';
import { database, type Reader } from '#app/platform/database.server';
import type { CommitmentType, NewCommitment, Visibility } from '../model';
import { openRemarks } from '#app/records/remarks/queries.server';
import { originRef } from '../origin.server';
import { readable, type View } from '../readable.server';
import { askedOf, type AnsweredGoal, type Asked } from '../remarks/model';
import type { GoalDetail } from './model';
import { submissionFacts } from '../smart/facts.server';
import type { SubmissionFacts } from '../smart/model';
import type { CommitmentRef } from '../model';

/** Someone in whose name a viewer may promise: the key that forms post, and the name. */
export interface LeadChoice {
  readonly key: string;
  readonly name: string;
}

/** Whom a viewer speaks for; for the secretariat every member and country. */
export async function leadsFor(viewer: Actor, language: Language): Promise<readonly LeadChoice[]> {
  if (viewer.kind !== 'person') return [];
  const all = holdsAnywhere(viewer, secretariat);
  const { organisations, countries } = spokenFor(viewer);
  const found = await sql<LeadChoice>`
    select 'organisation:' || o.id as key, o.name from organisations o
    where o.id = any(${organisations}::uuid[]) or (${all} and o.status = 'active' and exists (select from memberships m where m.organisation_id = o.id and m.status = 'active'))
    union
    select 'country:' || t.iso2, t.name from country_texts t where t.language = ${language} and (${all} or t.iso2 = any(${countries}::text[]))
    order by 2`.execute(database());
  return found.rows;
}

export interface PlaceChoice {
  readonly value: string;
  readonly label: string;
}

/** The coalitions in which one of the leads can promise, by name: where there is more than one, a form asks which. */
export async function placesFor(leads: readonly LeadChoice[], { language, now }: View): Promise<readonly PlaceChoice[]> {
  const organisations = leads.flatMap(({ key }) => readLead(key).organisation ?? []);
  const countries = leads.flatMap(({ key }) => readLead(key).country ?? []);
  const found = await sql<PlaceChoice>`
    select k.slug as value, coalesce((select t.name from coalition_texts t where t.coalition_id = k.id order by t.language = ${language} desc, t.language = 'en' desc, t.language limit 1), k.slug) as label
    from coalitions k where ${isServed(now)} and (k.parent_id is null or k.country_iso2 = any(${countries}::text[])
      or exists (select from memberships m where m.coalition_id = k.id and m.organisation_id = any(${organisations}::uuid[]) and m.status = 'active'))
    order by k.parent_id is not null, 2`.execute(database());
  return found.rows;
}

/** A coalition `k` where somebody reads what is promised: the one at the top, or one with a secretariat of its own. */
const isServed = (now: Date) => sql`(k.status in ('forming', 'active') and (k.parent_id is null
  or exists (select from roles r where r.coalition_id = k.id and r.role in ('secretariat_lead', 'secretariat_officer') and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now}))))`;

function readLead(key: string): { readonly organisation: string | null; readonly country: string | null } {
  const [kind, value = ''] = key.split(':');
  return { organisation: kind === 'organisation' && /^[0-9a-f-]{36}$/.test(value) ? value : null, country: kind === 'country' && /^[A-Z]{2}$/.test(value) ? value : null };
}

/**
 * What a key of `leadsFor` stands for, in a coalition that it belongs to: the one that is named, else the national one of its country where
 * there is one with a secretariat, else the one that it joined first, else the one at the top. Undefined where it belongs to none of that word.
 */
export async function placeOfLead(key: string, now: Date, slug?: string): Promise<NewCommitment | undefined> {
  const { organisation, country } = readLead(key);
  if (organisation === null && country === null) return undefined;
  const found = await sql<{ coalition_id: string }>`
    select k.id as coalition_id from coalitions k left join memberships m on m.coalition_id = k.id and m.organisation_id = ${organisation}::uuid and m.status = 'active'
    where (m.id is not null or k.parent_id is null or k.country_iso2 = ${country}) and (${isServed(now)} or (m.id is not null and ${slug ?? null}::text is null)) and (${slug ?? null}::text is null or k.slug = ${slug ?? null})
    order by (k.country_iso2 is not distinct from coalesce(${country}, (select o.country_iso2 from organisations o where o.id = ${organisation}::uuid)) and k.country_iso2 is not null and ${isServed(now)}) desc,
      m.id is null, k.parent_id is not null, m.joined_on, k.created_at, k.id limit 1`.execute(database());
  const row = found.rows[0];
  return row === undefined ? undefined : { coalition_id: row.coalition_id, lead_organisation_id: organisation, lead_country_iso2: country };
}

/** A draft as the forms show it. */
export interface Draft extends CommitmentRef {
  readonly ref: string;
  readonly version: number;
  readonly lead: string;
  readonly lead_country: string | null;
  /** The name of the coalition in which it is promised. */
  readonly coalition: string;
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly action: string | null;
  readonly problem: string | null;
  readonly type: CommitmentType | null;
  readonly visibility: Visibility;
  readonly embargo_until: string | null;
  readonly learner_data: boolean | null;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly origin: string | null;
  readonly returned_reason: string | null;
  readonly nodes: readonly string[];
  readonly beneficiaries: readonly string[];
  readonly countries: readonly { readonly country_iso2: string; readonly share: string | null }[];
  readonly goals: readonly DraftGoal[];
  readonly facts: SubmissionFacts;
  /** What is asked of it, where it came back. */
  readonly remarks: readonly Asked[];
}
export interface DraftGoal extends AnsweredGoal, Omit<GoalDetail, 'measure'> {
  /** As it is stored: a number is a unit or a percentage. */
  readonly measure: string;
  readonly ascending: boolean;
}

/** The draft of a reference with all its answers, where the viewer may read it. */
export async function findDraft(viewer: Actor, ref: string, view: View, db: Reader = database()): Promise<Draft | undefined> {
  const found = await sql<Omit<Draft, 'facts' | 'goals' | 'remarks'>>`
    select c.id, c.ref, c.version, c.coalition_id, c.lead_organisation_id, c.lead_country_iso2, c.status, c.submitted_by, c.language, c.type, c.visibility,
      to_char(c.embargo_until at time zone 'UTC', 'YYYY-MM-DD') as embargo_until, c.learner_data, c.starts_on, c.ends_on, c.returned_reason,
      coalesce(o.name, n.name, c.lead_country_iso2) as lead, c.lead_country_iso2 as lead_country,
      (select kt.name from coalition_texts kt where kt.coalition_id = c.coalition_id order by kt.language = ${view.language} desc, kt.language = 'en' desc, kt.language limit 1) as coalition, t.title, t.action, t.problem,
      ${originRef(viewer, view)} as origin,
      array(select k.node_id::text from commitment_nodes k where k.commitment_id = c.id order by k.node_id) as nodes,
      array(select b.group_code from commitment_beneficiaries b where b.commitment_id = c.id order by b.group_code) as beneficiaries,
      coalesce((select jsonb_agg(jsonb_build_object('country_iso2', k.country_iso2, 'share', trim_scale(k.share)::text) order by k.share desc, k.country_iso2)
        from commitment_countries k where k.commitment_id = c.id), '[]') as countries
    from commitments c join commitment_texts t on t.commitment_id = c.id and t.language = c.language
    left join organisations o on o.id = c.lead_organisation_id
    left join country_texts n on n.iso2 = c.lead_country_iso2 and n.language = ${view.language}
    where c.ref = ${ref} and ${readable(viewer, view)}`.execute(db);
  const row = found.rows[0];
  if (row === undefined) return undefined;
  const goals = await sql<DraftGoal>`
    select id, statement, trim_scale(target_value)::text as target_value, unit, target_on, trim_scale(baseline_value)::text as baseline_value, baseline_year, method,
      measure, ascending, indicator, cumulative, baseline_source, disaggregations, scale, target_words
    from goals where commitment_id = ${row.id} order by position`.execute(db);
  const draft = { ...row, goals: goals.rows, facts: await submissionFacts(db, row) };
  return { ...draft, remarks: askedOf(draft, await openRemarks(db, { commitment_id: row.id })) };
}
