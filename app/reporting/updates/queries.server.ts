import { sql, type RawBuilder } from 'kysely';
import { spokenFor, type Actor } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { standingOf, type Standing } from '#app/commitments/health/model';
import type { Status } from '#app/commitments/model';
import { readable } from '#app/commitments/readable.server';
import type { Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { expectedIn, type Expecting } from '#app/reporting/cycles/expected.server';
import type { cyclePolicy } from '#app/reporting/cycles/policy';
import type { Remark } from '#app/records/remarks/model';
import { checksOn } from './checks';
import type { UpdateCheck } from './model';

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
  readonly evidence: readonly { readonly id: string; readonly title: string; readonly url: string | null }[];
  /** How many documents stand behind it, those of its commitment included. */
  readonly documents: number;
  readonly also_reported_to: readonly string[];
  /** What is asked at single fields, where it came back. */
  readonly remarks: readonly Remark[];
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
  readonly title_language: string;
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
  'evidence', (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'title', e.title, 'url', e.url) order by e.added_at, e.id), '[]') from evidence e where e.progress_update_id = u.id), 'documents', documents_behind(u.id), 'also_reported_to', to_jsonb(u.also_reported_to),
  'remarks', (select coalesce(jsonb_agg(jsonb_build_object('field', r.field, 'goal_id', r.goal_id, 'note', r.note, 'said', r.said) order by r.asked_at, r.id), '[]') from remarks r where r.progress_update_id = u.id and r.settled_at is null))
  from progress_updates u join cycles y on y.id = u.cycle_id left join people p on p.id = u.written_by where u.commitment_id = c.id and ${u})`;

/** Those that end first in front. */
const inOrder = sql`coalesce(c.ends_on, '9999-12-31'), c.ref`;
/** So many stand on a page; the next ones follow, or it is said how many wait. */
export const entriesOnAPage = 100;
const mostReviews = 100;

/** Entries of a cycle that meet a condition, in one query; goals and updates come as JSON beside them. */
async function entries(cycle: Expecting, condition: RawBuilder<unknown>, { language, now }: View, order = inOrder, most = mostReviews): Promise<Entry[]> {
  const found = await sql<StoredEntry>`
    select c.id as commitment_id, c.coalition_id, c.lead_organisation_id, c.lead_country_iso2, coalesce(o.name, n.name, c.lead_country_iso2) as lead, c.ref, coalesce(t.title, a.title, c.ref) as title, coalesce(t.language, c.language) as title_language,
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
export function isSpokenFor(viewer: Actor): RawBuilder<boolean> {
  const { organisations, countries } = spokenFor(viewer);
  return sql<boolean>`(c.lead_organisation_id = any(${organisations}::uuid[]) or c.lead_country_iso2 = any(${countries}::text[]))`;
}

export interface EntryPage {
  readonly entries: readonly Entry[];
  /** The reference after which the next page begins; null on the last one. */
  readonly next: string | null;
  /** Of all that the viewer answers for, on whichever page. */
  readonly total: number;
  readonly sent: number;
}

/** What the viewer answers for in a cycle, with the last accepted values, those that end first in front, a page of them after a reference. */
export async function listEntries(viewer: Actor, cycle: Expecting, view: View, after = ''): Promise<EntryPage> {
  const beyond = after === '' ? sql`true` : sql`(coalesce(c.ends_on, '9999-12-31'), c.ref) > (select coalesce(x.ends_on, '9999-12-31'), x.ref from commitments x where x.ref = ${after})`;
  const [found, counted] = await Promise.all([
    entries(cycle, sql`${isSpokenFor(viewer)} and ${beyond}`, view, inOrder, entriesOnAPage + 1),
    sql<{ total: number; sent: number }>`select count(*)::int as total, count(*) filter (where u.status not in ('draft', 'returned'))::int as sent
      from commitments c left join progress_updates u on u.commitment_id = c.id and u.cycle_id = ${cycle.id}::uuid where ${expectedIn(cycle)} and ${isSpokenFor(viewer)}`.execute(database()),
  ]);
  const page = found.slice(0, entriesOnAPage);
  return { entries: page, next: found.length > entriesOnAPage ? (page.at(-1)?.ref ?? null) : null, ...(counted.rows[0] ?? { total: 0, sent: 0 }) };
}

/** Those of them that somebody typed answers for. */
export const entriesFor = (viewer: Actor, cycle: Expecting, refs: readonly string[], view: View): Promise<Entry[]> =>
  entries(cycle, sql`${isSpokenFor(viewer)} and c.ref = any(${[...refs]}::text[])`, view, inOrder, refs.length);

export interface Review extends Entry {
  readonly now: Said;
  readonly checks: readonly UpdateCheck[];
}

/** What is decided on: the update, with its commitment's lead. */
export const subjectOf = (review: Review) => ({ ...review, id: review.now.id, status: review.now.status, written_by: review.now.written_by });

type Board = PermitFor<typeof cyclePolicy.board> & { readonly subject: Expecting };

/** Updates that wait for an answer, the oldest first, with what the automatic checks say; and how many wait in all. */
export async function listReviews(granted: Board, view: View): Promise<{ readonly reviews: readonly Review[]; readonly waiting: number }> {
  const waiting = sql`exists (select from progress_updates w where w.commitment_id = c.id and w.cycle_id = ${granted.subject.id}::uuid and w.status = 'submitted')`;
  const oldest = sql`(select w.submitted_at from progress_updates w where w.commitment_id = c.id and w.cycle_id = ${granted.subject.id}::uuid), c.ref`;
  const condition = sql`${waiting} and ${readable(granted.actor, view)}`;
  const [found, counted] = await Promise.all([
    entries(granted.subject, condition, view, oldest), sql<{ waiting: number }>`select count(*)::int as waiting from commitments c where ${expectedIn(granted.subject)} and ${condition}`.execute(database()),
  ]);
  return { reviews: found.flatMap(reviewOf), waiting: counted.rows[0]?.waiting ?? 0 };
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
  return entry.now === null ? [] : [{ ...entry, now: entry.now, checks: checksOn(entry) }];
}
