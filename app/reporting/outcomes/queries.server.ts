import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { todayOf, type View } from '#app/commitments/readable.server';
import type { Language } from '#app/languages/language';
import { database, type Reader } from '#app/platform/database.server';
import { groupText } from '#app/working-groups/fragments.server';
import { holdsOn } from '#app/working-groups/seats/days.server';
import { insideOf } from '#app/working-groups/visible.server';
import type { Audience, OutcomeKind, OutcomeRows, OutcomeStatus, OutcomeText } from './model';
import type { AuthoredRef, ConsultedRef } from './policy';
import { rowsOf } from './rows.server';
import { outcomesVisibleTo } from './visible.server';

export interface OutcomeRow {
  readonly id: string;
  readonly number: number;
  readonly kind: OutcomeKind;
  readonly status: OutcomeStatus;
  readonly title: string;
  readonly title_language: Language;
  readonly summary: string | null;
  readonly group_ref: string;
  readonly group_name: string;
  readonly group_language: string;
  /** The day it came out, else that on which it was launched. */
  readonly out_on: string | null;
}

export interface OutcomeRecord extends OutcomeRow, AuthoredRef, ConsultedRef {
  readonly status: OutcomeStatus;
  readonly audience: Audience | null;
  /** The language whose text decides. */
  readonly language: Language;
  readonly coalition: string;
  readonly version: number;
  readonly composed_on: string;
  readonly consulted_until: string | null;
  readonly approved_on: string | null;
  readonly sha256: string | null;
  readonly launched_on: string | null;
  /** The session or meeting that launched it. */
  readonly launched_in: string | null;
  readonly launch_title: string | null;
  readonly inside: boolean;
  readonly texts: readonly OutcomeText[];
  readonly rows: OutcomeRows;
}

/** A text of a report `o`: in the reader's language, else in the one that decides. */
const said = (part: 'title' | 'summary', column: 'text' | 'language', { language }: View): RawBuilder<string | null> => sql`(select t.${sql.ref(column)} from outcome_texts t
  where t.outcome_id = o.id and t.part = ${part} order by t.language = ${language} desc, t.language = o.language desc, t.language limit 1)`;
const dayOf = (column: RawBuilder<unknown>) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD')`;
const columns = (view: View) => sql`o.id, o.number, o.kind, o.status, ${said('title', 'text', view)} as title, ${said('title', 'language', view)} as title_language, ${said('summary', 'text', view)} as summary,
  g.ref as group_ref, text.name as group_name, text.language as group_language, ${dayOf(sql`coalesce(o.published_at, o.launched_at)`)} as out_on`;
const from = (view: View) => sql`from outcome_reports o join working_groups g on g.id = o.working_group_id cross join ${groupText(view.language)}`;

/** A report of a group by its number, where the viewer may read it. */
export async function findOutcome(viewer: Actor, group: string, number: number, view: View): Promise<OutcomeRecord | undefined> {
  const found = await sql<Omit<OutcomeRecord, 'texts' | 'rows'>>`
    select ${columns(view)}, o.working_group_id, g.coalition_id, o.language, o.version, o.audience, o.consulted_until, o.sha256, ${dayOf(sql`o.composed_at`)} as composed_on, ${dayOf(sql`o.approved_at`)} as approved_on,
      ${dayOf(sql`o.launched_at`)} as launched_on, s.ref as launched_in, s.title as launch_title, ${insideOf(viewer, view)} as inside, coalesce(o.consulted_until >= ${todayOf(view)}::date, false) as taking,
      (select c.name from coalition_texts c where c.coalition_id = g.coalition_id order by c.language = ${view.language} desc, c.language = 'en' desc, c.language limit 1) as coalition,
      array(select a.person_id from outcome_authors a where a.outcome_id = o.id order by 1) as authors,
      array(select distinct person from seats x cross join lateral unnest(array[x.holder_id, x.alternate_id]) person where x.working_group_id = g.id and person is not null and ${holdsOn('x', todayOf(view))}) as seated
    ${from(view)} left join sessions s on s.id = o.launched_in where g.ref = ${group} and o.number = ${number} and ${outcomesVisibleTo(viewer, view)}`.execute(database());
  const row = found.rows[0];
  return row === undefined ? undefined : { ...row, texts: await textsOf(database(), row.id), rows: await rowsOf(database(), row.id) };
}

export const textsOf = (db: Reader, id: string): Promise<OutcomeText[]> =>
  db.selectFrom('outcome_texts').select(['part', 'language', 'text']).where('outcome_id', '=', id).orderBy('part').orderBy('language').execute() as Promise<OutcomeText[]>;

/** The reports of a group, the latest first. */
export async function outcomesOfGroup(viewer: Actor, groupId: string, view: View): Promise<readonly OutcomeRow[]> {
  return (await sql<OutcomeRow>`select ${columns(view)} ${from(view)} where g.id = ${groupId} and ${outcomesVisibleTo(viewer, view)} order by o.number desc`.execute(database())).rows;
}

/** Those that report on a record of their group: a session, a decision, a recommendation. */
export async function outcomesOn(viewer: Actor, recordId: string, view: View): Promise<readonly OutcomeRow[]> {
  return (await sql<OutcomeRow>`select ${columns(view)} ${from(view)} where exists (select from outcome_rows w where w.outcome_id = o.id and w.record_id = ${recordId}) and ${outcomesVisibleTo(viewer, view)} order by o.number`.execute(database())).rows;
}

/** What is out of every group, the latest first. */
export async function publishedOutcomes(viewer: Actor, view: View): Promise<readonly OutcomeRow[]> {
  return (await sql<OutcomeRow>`select ${columns(view)} ${from(view)} where o.status = 'published' and ${outcomesVisibleTo(viewer, view)} order by o.published_at desc, o.id limit 100`.execute(database())).rows;
}

export interface LaunchPlace {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly on: string;
  /** An item of its agenda launches this report. */
  readonly named: boolean;
}

/** OR-7: where it can be launched: sessions of its group and of the coalition's plenary that have begun; those whose agenda names it first. */
export async function launchPlaces(_viewer: Actor, report: { readonly id: string; readonly working_group_id: string; readonly coalition_id: string }, db: Reader = database()): Promise<readonly LaunchPlace[]> {
  return (await sql<LaunchPlace>`
    select s.id, s.ref, s.title, to_char(s.starts_at at time zone s.time_zone, 'YYYY-MM-DD') as "on", exists (select from agenda_items i where i.session_id = s.id and i.outcome_id = ${report.id}) as named
    from sessions s join working_groups g on g.id = s.working_group_id where s.started_at is not null and s.status <> 'cancelled'
      and (g.id = ${report.working_group_id} or (g.coalition_id = ${report.coalition_id} and g.kind = 'plenary')) order by named desc, s.starts_at desc, s.id limit 50`.execute(db)).rows;
}

/** A part in one language with its version, for who writes it; its caller has found the report. */
export async function findText(_viewer: Actor, outcomeId: string, part: string, language: Language): Promise<{ readonly text: string; readonly version: number } | undefined> {
  return database().selectFrom('outcome_texts').select(['text', 'version']).where('outcome_id', '=', outcomeId).where('part', '=', part).where('language', '=', language).executeTakeFirst();
}
