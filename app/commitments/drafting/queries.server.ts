import { sql } from 'kysely';
import { type Actor, holdsAnywhere, secretariat } from '#app/access/actor';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import type { CommitmentType, NewCommitment, Visibility } from '../model';
import { originRef } from '../origin.server';
import { leadRoles } from '../policy';
import { readable, type View } from '../readable.server';
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
  const speaking = viewer.roles.filter(({ role }) => leadRoles.some((one) => one === role));
  const organisations = speaking.flatMap((held) => held.organisation_id ?? []);
  const countries = speaking.flatMap((held) => held.country_iso2 ?? []);
  const found = await sql<LeadChoice>`
    select 'organisation:' || o.id as key, o.name from organisations o
    where o.id = any(${organisations}::uuid[]) or (${all} and o.status = 'active' and exists (select from memberships m where m.organisation_id = o.id and m.status = 'active'))
    union
    select 'country:' || t.iso2, t.name from country_texts t where t.language = ${language} and (${all} or t.iso2 = any(${countries}::text[]))
    order by 2`.execute(database());
  return found.rows;
}

/** What a key of `leadsFor` stands for, in the coalition that it belongs to: of a member the one it joined first, else the one at the top. */
export async function placeOfLead(key: string): Promise<NewCommitment | undefined> {
  const [kind, value = ''] = key.split(':');
  const organisation = kind === 'organisation' && /^[0-9a-f-]{36}$/.test(value) ? value : null;
  const country = kind === 'country' && /^[A-Z]{2}$/.test(value) ? value : null;
  if (organisation === null && country === null) return undefined;
  const found = await sql<{ coalition_id: string }>`
    select c.id as coalition_id from coalitions c left join memberships m on m.coalition_id = c.id and m.organisation_id = ${organisation}::uuid and m.status = 'active'
    where m.id is not null or c.parent_id is null
    order by m.id is null, c.parent_id is not null, m.joined_on, c.created_at, c.id limit 1`.execute(database());
  const row = found.rows[0];
  return row === undefined ? undefined : { coalition_id: row.coalition_id, lead_organisation_id: organisation, lead_country_iso2: country };
}

/** A draft as the forms show it. */
export interface Draft extends CommitmentRef {
  readonly ref: string;
  readonly version: number;
  readonly lead: string;
  readonly lead_country: string | null;
  readonly language: Language;
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
}
export interface DraftGoal {
  readonly statement: string | null;
  readonly target_value: string | null;
  readonly unit: string | null;
  readonly target_on: string | null;
  readonly baseline_value: string | null;
  readonly baseline_year: number | null;
  readonly method: string | null;
}

/** The draft of a reference with all its answers, where the viewer may read it. */
export async function findDraft(viewer: Actor, ref: string, view: View): Promise<Draft | undefined> {
  const found = await sql<Omit<Draft, 'facts' | 'goals'>>`
    select c.id, c.ref, c.version, c.coalition_id, c.lead_organisation_id, c.lead_country_iso2, c.status, c.submitted_by, c.language, c.type, c.visibility,
      to_char(c.embargo_until at time zone 'UTC', 'YYYY-MM-DD') as embargo_until, c.learner_data, c.starts_on, c.ends_on, c.returned_reason,
      coalesce(o.name, n.name, c.lead_country_iso2) as lead, c.lead_country_iso2 as lead_country, t.title, t.action, t.problem,
      ${originRef(viewer, view)} as origin,
      array(select k.node_id::text from commitment_nodes k where k.commitment_id = c.id order by k.node_id) as nodes,
      array(select b.group_code from commitment_beneficiaries b where b.commitment_id = c.id order by b.group_code) as beneficiaries,
      coalesce((select jsonb_agg(jsonb_build_object('country_iso2', k.country_iso2, 'share', trim_scale(k.share)::text) order by k.share desc, k.country_iso2)
        from commitment_countries k where k.commitment_id = c.id), '[]') as countries
    from commitments c join commitment_texts t on t.commitment_id = c.id and t.language = c.language
    left join organisations o on o.id = c.lead_organisation_id
    left join country_texts n on n.iso2 = c.lead_country_iso2 and n.language = ${view.language}
    where c.ref = ${ref} and ${readable(viewer, view)}`.execute(database());
  const row = found.rows[0];
  if (row === undefined) return undefined;
  const goals = await sql<DraftGoal>`
    select statement, trim_scale(target_value)::text as target_value, unit, target_on, trim_scale(baseline_value)::text as baseline_value, baseline_year, method
    from goals where commitment_id = ${row.id} order by position`.execute(database());
  return { ...row, goals: goals.rows, facts: await submissionFacts(database(), row) };
}
