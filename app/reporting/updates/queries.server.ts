import { sql, type RawBuilder } from 'kysely';
import { speakers, type Actor } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { standingOf, type Standing } from '#app/commitments/health/model';
import type { Status } from '#app/commitments/model';
import { readable } from '#app/commitments/readable.server';
import type { Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { expectedIn, type Expecting } from '#app/reporting/cycles/expected.server';
import type { cyclePolicy } from '#app/reporting/cycles/policy';
import { checksOf, type UpdateCheck } from './model';

export interface View {
  readonly language: Language;
  readonly now: Date;
}

/** A goal with what is known of it and what this update says. Values are decimal strings. */
export interface EntryGoal {
  readonly id: string;
  readonly statement: string | null;
  readonly unit: string | null;
  readonly ascending: boolean;
  readonly baseline_value: string | null;
  readonly target_value: string | null;
  readonly target_on: string | null;
  readonly last_value: string | null;
  readonly last_value_on: string | null;
  readonly value: string | null;
  readonly missing: string | null;
}

/** What was said of a commitment in a cycle. */
export interface Said {
  readonly id: string;
  readonly year: number;
  readonly version: number;
  readonly status: string;
  readonly answer: string | null;
  readonly completion: string | null;
  readonly narrative: string | null;
  readonly barriers: string | null;
  readonly enablers: string | null;
  readonly equity: string | null;
  readonly language: string;
  readonly as_of: string | null;
  readonly written_by: string | null;
  readonly writer: string | null;
  readonly submitted_on: string | null;
  readonly returned_reason: string | null;
  readonly evidence: readonly { readonly title: string; readonly url: string | null }[];
}

/** A commitment to answer for: where it stands, what was said last, and what is said now. */
export interface Entry {
  readonly commitment_id: string;
  readonly coalition_id: string;
  readonly lead_organisation_id: string | null;
  readonly lead_country_iso2: string | null;
  readonly lead: string;
  readonly ref: string;
  readonly title: string;
  readonly commitment_status: Status;
  readonly standing: Standing;
  readonly goals: readonly EntryGoal[];
  readonly now: Said | null;
  /** The last one that was accepted in an earlier cycle. */
  readonly before: Said | null;
}

interface StoredEntry extends Omit<Entry, 'standing'> {
  readonly stale_on: string | null;
  readonly at_risk_on: string | null;
  readonly off_track_on: string | null;
}

const said = (u: RawBuilder<unknown>) => sql`(select jsonb_build_object('id', u.id, 'year', y.year, 'version', u.version, 'status', u.status, 'answer', u.answer, 'completion', u.completion, 'narrative', u.narrative, 'barriers', u.barriers, 'enablers', u.enablers, 'equity', u.equity,
  'language', u.language, 'as_of', u.as_of, 'written_by', u.written_by, 'writer', p.name, 'submitted_on', to_char(u.submitted_at at time zone 'UTC', 'YYYY-MM-DD'), 'returned_reason', u.returned_reason,
  'evidence', (select coalesce(jsonb_agg(jsonb_build_object('title', e.title, 'url', e.url) order by e.added_at, e.id), '[]') from evidence e where e.progress_update_id = u.id))
  from progress_updates u join cycles y on y.id = u.cycle_id left join people p on p.id = u.written_by where u.commitment_id = c.id and ${u})`;

/** Entries of a cycle that meet a condition, in one query; goals and updates come as JSON beside them. */
async function entries(cycle: Expecting, condition: RawBuilder<unknown>, { language, now }: View, order = sql`c.ends_on nulls last, c.ref`, most = 500): Promise<Entry[]> {
  const found = await sql<StoredEntry>`
    select c.id as commitment_id, c.coalition_id, c.lead_organisation_id, c.lead_country_iso2, coalesce(o.name, n.name, c.lead_country_iso2) as lead, c.ref, coalesce(t.title, a.title, c.ref) as title,
      c.status as commitment_status, c.stale_on, c.at_risk_on, c.off_track_on,
      ${said(sql`u.cycle_id = ${cycle.id}::uuid`)} as now,
      ${said(sql`u.id = (select x.id from progress_updates x join cycles z on z.id = x.cycle_id where x.commitment_id = c.id and x.cycle_id <> ${cycle.id}::uuid and x.status in ('accepted', 'published')
        order by z.year desc, x.accepted_at desc limit 1)`)} as before,
      (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'statement', g.statement, 'unit', g.unit, 'ascending', g.ascending, 'baseline_value', trim_scale(g.baseline_value)::text,
          'target_value', trim_scale(g.target_value)::text, 'target_on', g.target_on, 'last_value', trim_scale(g.last_value)::text, 'last_value_on', g.last_value_on,
          'value', trim_scale(v.value)::text, 'missing', v.missing) order by g.position), '[]')
        from goals g left join progress_updates u on u.commitment_id = c.id and u.cycle_id = ${cycle.id}::uuid left join goal_values v on v.goal_id = g.id and v.progress_update_id = u.id
        where g.commitment_id = c.id and g.target_words is null) as goals
    from commitments c left join organisations o on o.id = c.lead_organisation_id left join country_texts n on n.iso2 = c.lead_country_iso2 and n.language = ${language}
    left join commitment_texts t on t.commitment_id = c.id and t.language = ${language} left join commitment_texts a on a.commitment_id = c.id and a.language = c.language
    where ${expectedIn(cycle)} and ${condition} order by ${order} limit ${most}`.execute(database());
  return found.rows.map(({ stale_on, at_risk_on, off_track_on, ...entry }) => ({
    ...entry, standing: standingOf({ status: entry.commitment_status, stale_on, at_risk_on, off_track_on }, dayOf(now)),
  }));
}

/** The commitments that the viewer speaks for, as a condition on `commitments as c`. */
export function spokenFor(viewer: Actor): RawBuilder<boolean> {
  const held = viewer.kind === 'person' ? viewer.roles.filter((role) => speakers.some((name) => name === role.role)) : [];
  const organisations = held.flatMap((role) => role.organisation_id ?? []);
  const countries = held.flatMap((role) => role.country_iso2 ?? []);
  return sql<boolean>`(c.lead_organisation_id = any(${organisations}::uuid[]) or c.lead_country_iso2 = any(${countries}::text[]))`;
}

/** All that the viewer answers for in a cycle, with the last accepted values, those that end first in front. */
export async function listEntries(viewer: Actor, cycle: Expecting, view: View): Promise<Entry[]> {
  return entries(cycle, spokenFor(viewer), view);
}

export interface Review extends Entry {
  readonly now: Said;
  readonly checks: readonly UpdateCheck[];
}

type Board = PermitFor<typeof cyclePolicy.board> & { readonly subject: Expecting };

/** Updates that wait for an answer, the oldest first, with what the automatic checks say. */
export async function listReviews(granted: Board, view: View): Promise<Review[]> {
  const waiting = sql`exists (select from progress_updates w where w.commitment_id = c.id and w.cycle_id = ${granted.subject.id}::uuid and w.status = 'submitted')`;
  const oldest = sql`(select w.submitted_at from progress_updates w where w.commitment_id = c.id and w.cycle_id = ${granted.subject.id}::uuid), c.ref`;
  return (await entries(granted.subject, sql`${waiting} and ${readable(granted.actor, view)}`, view, oldest)).flatMap(reviewOf);
}

/** What was accepted and says that its commitment has finished or stopped, while the commitment is still open: somebody has to decide. */
export async function listUndecided(granted: Board, view: View): Promise<Review[]> {
  const open = sql`c.status = 'published' and exists (select from progress_updates w where w.commitment_id = c.id and w.cycle_id = ${granted.subject.id}::uuid and w.status in ('accepted', 'published') and w.answer in ('finished', 'stopped'))`;
  return (await entries(granted.subject, sql`${open} and ${readable(granted.actor, view)}`, view)).flatMap(reviewOf);
}

/** One update of a cycle, by the reference of its commitment. */
export async function findReview(granted: Board, ref: string, view: View): Promise<Review | undefined> {
  return (await entries(granted.subject, sql`c.ref = ${ref} and ${readable(granted.actor, view)}`, view)).flatMap(reviewOf)[0];
}

function reviewOf(entry: Entry): Review[] {
  if (entry.now === null) return [];
  const number = (value: string | null) => (value === null ? null : Number(value));
  const values = entry.goals.map((goal) => ({ goal_id: goal.id, value: number(goal.value), before: number(goal.last_value), target: number(goal.target_value), ascending: goal.ascending }));
  return [{ ...entry, now: entry.now, checks: checksOf(values, entry.now.narrative) }];
}
