import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { database, type Reader } from '#app/platform/database.server';
import { freshnessOf, type TranslationOrigin } from '#app/records/translations/model';
import { firstFound } from '../amendments/promised.server';
import { matching, type Filters } from '../list/conditions.server';
import type { Status } from '../model';
import { readable, type View } from '../readable.server';

/** A goal of a commitment as files have it. */
export interface GoalFileRow {
  readonly ref: string;
  readonly number: number;
  readonly goal: string | null;
  readonly unit: string | null;
  readonly baseline: string | null;
  readonly baseline_year: number | null;
  readonly target: string | null;
  readonly target_on: string | null;
  readonly method: string | null;
  readonly value: string | null;
  readonly value_on: string | null;
  /** CO-5: as it was promised first; null before publication. */
  readonly first_goal: string | null;
  readonly first_baseline: string | null;
  readonly first_target: string | null;
  readonly first_target_on: string | null;
}

/** A text of a commitment in one language as files have it; `standing` is how it stands to the authoritative one. */
export interface TextFileRow {
  readonly ref: string;
  readonly language: string;
  readonly title: string;
  readonly action: string | null;
  readonly problem: string | null;
  readonly origin: TranslationOrigin;
  readonly standing: string;
  readonly checked_on: string | null;
  /** CO-5: of the authoritative text, as it was promised first; null before publication, and of translations. */
  readonly first_title: string | null;
  readonly first_action: string | null;
}

interface Known {
  readonly commitment_id: string;
  readonly status: Status;
  readonly version: number;
}
export type KnownGoal = GoalFileRow & Known;
export type KnownText = TextFileRow & Known & { readonly authoritative: string };

const atOnce = 1000;
const named = (viewer: Actor, refs: readonly string[], view: View) => sql`c.ref = any(${[...refs]}::text[]) and ${readable(viewer, view)}`;

/** A thousand commitments at a time, so that memory stays the same however many there are. */
async function* inParts<Row extends { readonly ref: string }>(db: Reader, where: RawBuilder<unknown>, select: (those: RawBuilder<unknown>) => RawBuilder<Row>): AsyncGenerator<Row> {
  for (let after = ''; ; ) {
    const { rows: refs } = await sql<{ ref: string }>`select c.ref from commitments c where ${where} and c.ref > ${after} order by c.ref limit ${atOnce}`.execute(db);
    const last = refs.at(-1)?.ref;
    if (last === undefined) return;
    const { rows } = await select(sql`c.ref = any(${refs.map(({ ref }) => ref)}::text[])`).execute(db);
    yield* rows;
    if (refs.length < atOnce) return;
    after = last;
  }
}

/** The first promise as column `found` of a table `f`. */
const withFirst = sql`left join lateral ${firstFound} f on true`;
/** What was promised first: what the first amendment found, else what stands; nothing of what is not out. */
const atFirst = (found: RawBuilder<unknown>, stands: RawBuilder<unknown>, more: RawBuilder<unknown> = sql`true`) =>
  sql`case when c.published_at is null or not (${more}) then null when f.found is null then ${stands} else ${found} end`;
const firstGoal = (name: string, stands: RawBuilder<unknown>) => atFirst(sql`f.found -> 'goals' -> (g.position - 1) ->> ${sql.lit(name)}`, stands);

const goalRows = (those: RawBuilder<unknown>) => sql<KnownGoal>`
  select c.ref, g.position as number, g.statement as goal, g.unit, trim_scale(g.baseline_value)::text as baseline, g.baseline_year, trim_scale(g.target_value)::text as target, g.target_on, g.method,
    trim_scale(g.last_value)::text as value, g.last_value_on as value_on,
    ${firstGoal('statement', sql`g.statement`)} as first_goal, ${firstGoal('baseline_value', sql`trim_scale(g.baseline_value)::text`)} as first_baseline,
    ${firstGoal('target_value', sql`trim_scale(g.target_value)::text`)} as first_target, ${firstGoal('target_on', sql`to_char(g.target_on, 'YYYY-MM-DD')`)} as first_target_on, c.id as commitment_id, c.status, c.version
  from goals g join commitments c on c.id = g.commitment_id ${withFirst} where ${those} order by c.ref, g.position`;

const textRows = (those: RawBuilder<unknown>) => sql<KnownText & { readonly source_version: number; readonly state: number; readonly checked_by: string | null }>`
  select c.ref, t.language, t.title, t.action, t.problem, t.origin, to_char(t.checked_at at time zone 'UTC', 'YYYY-MM-DD') as checked_on, t.checked_by, t.source_version, a.source_version as state,
    ${atFirst(sql`f.found ->> 'title'`, sql`t.title`, sql`t.language = c.language`)} as first_title, ${atFirst(sql`f.found ->> 'action'`, sql`t.action`, sql`t.language = c.language`)} as first_action,
    c.language as authoritative, c.id as commitment_id, c.status, case when t.language = c.language then c.version else t.version end as version
  from commitment_texts t join commitments c on c.id = t.commitment_id join commitment_texts a on a.commitment_id = c.id and a.language = c.language ${withFirst}
  where ${those} order by c.ref, t.language <> c.language, t.language`;

async function* standingTexts(rows: AsyncGenerator<KnownText & { readonly source_version: number; readonly state: number; readonly checked_by: string | null }>): AsyncGenerator<KnownText> {
  for await (const row of rows) yield { ...row, standing: freshnessOf(row, row.authoritative, row.state) };
}

/** Every goal, and every text, of the commitments of a list. */
export const allGoals = (viewer: Actor, filters: Filters, view: View): AsyncGenerator<KnownGoal> => inParts(database(), matching(viewer, filters, view), goalRows);
export const allTexts = (viewer: Actor, filters: Filters, view: View): AsyncGenerator<KnownText> => standingTexts(inParts(database(), matching(viewer, filters, view), textRows));
/** Those of some references. */
export const goalsNamed = (viewer: Actor, refs: readonly string[], view: View, db: Reader): AsyncGenerator<KnownGoal> => inParts(db, named(viewer, refs, view), goalRows);
export const textsNamed = (viewer: Actor, refs: readonly string[], view: View, db: Reader): AsyncGenerator<KnownText> => standingTexts(inParts(db, named(viewer, refs, view), textRows));
