import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { type Reader, rowsOf } from '#app/platform/database.server';
import { attendedLeads, isAttended, type Led } from '../attention/leads.server';
import { standingOf } from '../health/model';
import type { Status } from '../model';
import { originRef } from '../origin.server';
import { readable, todayOf, type View } from '../readable.server';
import { changesBetween, sharesOf, type Promised } from '../amendments/model';
import { relativeRef } from '../succession/queries.server';
import { besides } from './besides.server';
import { matching, type Filters } from './conditions.server';

/** One commitment as files have it: codes, ISO dates, decimals with a point; null is missing. */
export interface CommitmentFileRow {
  readonly ref: string;
  readonly title: string;
  readonly title_language: string;
  readonly type: string | null;
  readonly lead: string;
  readonly lead_country: string | null;
  /** `KE:60|UG:40` */
  readonly countries: string | null;
  readonly nodes: string | null;
  readonly status: string;
  /** Only of what is under way. */
  readonly health: string | null;
  /** The rung of the last accepted update. */
  readonly verification: string | null;
  readonly start_on: string | null;
  readonly end_on: string | null;
  readonly last_update_on: string | null;
  readonly lead_ref: string;
  readonly action: string | null;
  readonly beneficiaries: string | null;
  readonly goal: string | null;
  readonly unit: string | null;
  readonly baseline: string | null;
  readonly baseline_year: number | null;
  readonly value: string | null;
  readonly value_on: string | null;
  readonly target: string | null;
  readonly target_on: string | null;
  readonly origin: string | null;
  readonly learner_data: boolean | null;
  readonly visibility: string;
  readonly published_on: string | null;
  readonly source: string | null;
  readonly source_key: string | null;
  /** CO-5: the first promise; null before publication. */
  readonly first_lead: string | null;
  readonly first_start_on: string | null;
  readonly first_end_on: string | null;
  readonly first_countries: string | null;
  readonly first_baseline: string | null;
  readonly first_target: string | null;
  readonly first_target_on: string | null;
  readonly first_title: string | null;
  readonly first_action: string | null;
  readonly first_goal: string | null;
  /** The approved amendments in their order, each its day and its reason: `2027-01-04 The tender gave fewer schools. | …` */
  readonly amendments: string | null;
  /** What each of them changed, from what to what: `2027-01-04 target_value 1: 140 > 120; ends_on: 2029-12-31 > 2030-12-31 | …`, with the number of the goal. */
  readonly amended: string | null;
  /** CO-4: who confirmed: `ORG-0007:technical|…` */
  readonly partners: string | null;
  readonly open_to_join: boolean;
  /** By their day, each with its state: `2027-06-30 in_progress The first hundred | …` */
  readonly milestones: string | null;
  /** Whether somebody looks after it; null where nobody has to any more. */
  readonly attended: boolean | null;
  /** The commitment that it takes the place of, and the one that is out in its place. */
  readonly replaces: string | null;
  readonly replaced_by: string | null;
  /** In their order, number or words: `140 schools 2030-12-31 | Used in class 2030-12-31` */
  readonly goals: string | null;
  /** Of the first goal, like its numbers. */
  readonly indicator: string | null;
  readonly baseline_source: string | null;
  readonly disaggregations: string | null;
  /** Stage by stage; 0 is nobody, a stage that is missing is not said: `design:12|testing:0` */
  readonly teachers: string | null;
  /** What is missing, each with its state: `open baseline 1 | planned 2027-06-30 How many girls` */
  readonly gaps: string | null;
  /** Those of `beneficiaries` that were not there from the start. */
  readonly beneficiaries_added: string | null;
}

/** An approved amendment, as it was asked about. */
type Amended = { readonly on: string; readonly before: Promised; readonly after: Promised };
type FirstColumn = Extract<keyof CommitmentFileRow, `first_${string}`>;
type Stored = Omit<CommitmentFileRow, 'health' | 'attended' | 'amended' | FirstColumn> & Led & { readonly id: string; readonly version: number; readonly first: Promised | null; readonly changed: readonly Amended[] | null; readonly status: Status; readonly stale_on: string | null; readonly at_risk_on: string | null; readonly off_track_on: string | null };

/** Every commitment that matches, by reference, as all of them stand at one moment: memory stays the same however many there are. */
export async function* allCommitments(viewer: Actor, filters: Filters, view: View): AsyncGenerator<KnownRow> {
  const said = await saying(viewer, view);
  for await (const rows of rowsOf(rowsWhere(viewer, matching(viewer, filters, view), view))) for (const row of rows) yield said(row);
}

/** Those of some references that the viewer may read, as the file has them. */
export async function* commitmentsNamed(viewer: Actor, refs: readonly string[], view: View, db: Reader): AsyncGenerator<KnownRow> {
  const said = await saying(viewer, view);
  const { rows } = await rowsWhere(viewer, sql`c.ref = any(${[...refs]}::text[]) and ${readable(viewer, view)}`, view).execute(db);
  for (const row of rows) yield said(row);
}

/** A row of the file with what its record is known by. */
export type KnownRow = CommitmentFileRow & { readonly id: string; readonly version: number };

/** What a file says besides what is stored. The row is nobody else's: a copy of it would cost as much as reading it. */
async function saying(viewer: Actor, view: View): Promise<(row: Stored) => KnownRow> {
  const today = todayOf(view);
  const leads = await attendedLeads(viewer, view);
  return (row) => Object.assign(row, firstOf(row), { health: row.status === 'published' ? standingOf(row, today) : null, attended: isAttended(leads, row), amended: row.changed === null ? null : row.changed.map(amendedOf).join(' | ') });
}

const rowsWhere = (viewer: Actor, where: RawBuilder<unknown>, view: View): RawBuilder<Stored> => sql<Stored>`
    with those as materialized (select c.id from commitments c where ${where})
    select c.id, c.version, c.ref, c.lead_organisation_id, c.lead_country_iso2, coalesce(t.title, c.ref) as title, coalesce(t.language, c.language) as title_language, c.type, coalesce(o.name, n.name, c.lead_country_iso2) as lead,
      coalesce(c.lead_country_iso2, o.country_iso2) as lead_country, countries, nodes, c.status, c.last_verification as verification,
      c.starts_on as start_on, c.ends_on as end_on, c.last_update_on, coalesce(o.ref, c.lead_country_iso2) as lead_ref, t.action, beneficiaries,
      g.statement as goal, g.unit, trim_scale(g.baseline_value)::text as baseline, g.baseline_year, trim_scale(g.last_value)::text as value, g.last_value_on as value_on,
      trim_scale(g.target_value)::text as target, g.target_on,
      ${originRef(viewer, view)} as origin,
      c.learner_data, c.visibility, to_char(c.published_at at time zone 'UTC', 'YYYY-MM-DD') as published_on, c.source_name as source, c.source_key,
      c.stale_on, c.at_risk_on, c.off_track_on, first, changed, amendments, partners, c.open_to_join, milestones,
      ${relativeRef(viewer, sql`p.id = c.replaces_id`, view)} as replaces, ${relativeRef(viewer, sql`p.replaces_id = c.id and p.status <> 'withdrawn' and p.published_at is not null`, view)} as replaced_by,
      goals, g.indicator, g.baseline_source, nullif(array_to_string(g.disaggregations, '|'), '') as disaggregations, teachers, gaps, beneficiaries_added
    from commitments c
    left join commitment_texts t on t.commitment_id = c.id and t.language = c.language
    left join organisations o on o.id = c.lead_organisation_id
    left join country_texts n on n.iso2 = c.lead_country_iso2 and n.language = ${view.language}
    left join goals g on g.commitment_id = c.id and g.position = 1
    ${besides}
    where c.id in (select id from those)
    order by c.ref`;

const amendedOf = ({ on, before, after }: Amended): string =>
  `${on} ${changesBetween(before, after).map((change) => `${change.field}${change.goal === null ? '' : ` ${change.goal}`}: ${change.before ?? ''} > ${change.after ?? ''}`).join('; ')}`;

const firstUnknown: Pick<CommitmentFileRow, FirstColumn> = {
  first_lead: null, first_start_on: null, first_end_on: null, first_countries: null, first_baseline: null, first_target: null, first_target_on: null, first_title: null, first_action: null, first_goal: null,
};

/** What the first amendment found; what stands, where there is none. */
function firstOf(now: Stored): Pick<CommitmentFileRow, FirstColumn> {
  const { first } = now;
  if (now.published_on === null) return firstUnknown;
  if (first === null) {
    return {
      first_lead: now.lead_ref, first_start_on: now.start_on, first_end_on: now.end_on, first_countries: now.countries, first_baseline: now.baseline, first_target: now.target, first_target_on: now.target_on,
      first_title: now.title, first_action: now.action, first_goal: now.goal,
    };
  }
  const goal = first.goals[0];
  return {
    first_lead: first.lead.ref, first_start_on: first.starts_on, first_end_on: first.ends_on, first_countries: sharesOf(first.countries),
    first_baseline: goal?.baseline_value ?? null, first_target: goal?.target_value ?? null, first_target_on: goal?.target_on ?? null,
    first_title: first.title, first_action: first.action, first_goal: goal?.statement ?? null,
  };
}
