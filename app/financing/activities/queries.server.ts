import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { inFile, reportingName } from '#app/financing/money/reporting';
import { database, type Reader } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { countLimit, everyRow, type Page, readMark, totalOf, writeMark } from '#app/table/keyset';
import type { ListState } from '#app/table/state';
import type { ActivityFilter, ActivitySort } from './list';
import { moneyOfActivities, type ActivityMoney } from './totals.server';

export type ActivityState = ListState<ActivityFilter, ActivitySort>;

/** A published activity. Texts are in the reader's language where the source has them, else in its own (`title_language`). */
export interface ActivityRow {
  readonly id: string;
  readonly iati_identifier: string;
  readonly title: string | null;
  readonly title_language: string;
  readonly description: string | null;
  readonly reporting: string | null;
  readonly status_code: string | null;
  readonly starts_on: string | null;
  readonly starts_planned_on: string | null;
  readonly ends_on: string | null;
  readonly ends_planned_on: string | null;
  readonly countries: readonly { readonly iso2: string; readonly name: string; readonly share: string | null }[];
  readonly source_name: string | null;
  /** Why a value is missing, by field; `found` is what the source said. */
  readonly missing: Readonly<Record<string, { readonly reason: string; readonly found?: string }>>;
  /** In US dollars. */
  readonly money: ActivityMoney;
  /** In the currency of the view. */
  readonly shown: ActivityMoney;
}

export interface Participant {
  readonly name: string | null;
  readonly organisation_ref: string | null;
  readonly identifier: string | null;
  readonly role_code: string | null;
  readonly type_code: string | null;
}

export interface Budget {
  readonly type_code: string | null;
  readonly status_code: string | null;
  readonly period_start_on: string | null;
  readonly period_end_on: string | null;
  readonly value: string | null;
  readonly currency: string | null;
}

export interface ActivityRecord extends ActivityRow {
  readonly participants: readonly Participant[];
  readonly budgets: readonly Budget[];
}

const pageSize = 50;

const conditions: Readonly<Record<ActivityFilter, (values: readonly string[]) => RawBuilder<unknown>>> = {
  q: ([words = '']) => sql`(a.id in (select activity_id from activity_texts where tokens @> search_tokens(${words})) or a.iati_identifier = ${words})`,
  status: (values) => sql`a.status_code = any(${values}::text[])`,
  country: (values) => sql`a.id in (select activity_id from activity_countries where country_iso2 = any(${values}::text[]))`,
  [reportingName]: () => sql`true`,
};

function conditionOf(filters: ActivityState['filters']): RawBuilder<unknown> {
  const set = Object.entries(filters) as [ActivityFilter, readonly string[]][];
  return sql.join([sql`true`, ...set.map(([filter, values]) => conditions[filter](values))], sql` and `);
}

/** Published activities by identifier: public as their sources made them, so the viewer changes nothing. */
export async function listActivities(_viewer: Actor, state: ActivityState, view: View, size = pageSize): Promise<Page<ActivityRow>> {
  const db = database();
  const where = conditionOf(state.filters);
  const mark = readMark(state.after, (value) => value !== '', isId);
  const { descending } = state.sort;
  const way = descending ? sql`desc` : sql`asc`;
  const beyond = mark === undefined ? sql`` : sql`and a.iati_identifier ${descending ? sql`<` : sql`>`} ${mark.value}`;
  const [found, counted] = await Promise.all([
    sql<{ id: string }>`select a.id from activities a where ${where} ${beyond} order by a.iati_identifier ${way} limit ${size + 1}`.execute(db),
    sql<{ count: number }>`select count(*)::int as count from (select from activities a where ${where} limit ${countLimit + 1}) counted`.execute(db),
  ]);
  const rows = await activityRows(db, view, found.rows.slice(0, size).map(({ id }) => id));
  const last = found.rows.length > size ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : writeMark({ value: last.iati_identifier, id: last.id }), total: totalOf(counted.rows[0]?.count ?? 0) };
}

/** All activities of a filter, a page at a time: for files. */
export const allActivities = (viewer: Actor, state: ActivityState, view: View): AsyncGenerator<ActivityRow> => everyRow((after) => listActivities(viewer, { ...state, after }, inFile(view, state), 500));

/** The activity with an IATI identifier, with those who take part and its budgets. */
export async function findActivity(_viewer: Actor, identifier: string, view: View): Promise<ActivityRecord | undefined> {
  const db = database();
  const found = await db.selectFrom('activities').select('id').where('iati_identifier', '=', identifier).executeTakeFirst();
  const [row] = found === undefined ? [] : await activityRows(db, view, [found.id]);
  if (row === undefined) return undefined;
  const [participants, budgets] = await Promise.all([participantsOf(db, row.id), budgetsOf(db, row.id)]);
  return { ...row, participants, budgets };
}

const none: ActivityMoney = { transactions: 0, unconverted: 0, ladder: { committed: '0', disbursed: '0', spent: '0' } };

async function activityRows(db: Reader, view: View, ids: readonly string[]): Promise<readonly ActivityRow[]> {
  if (ids.length === 0) return [];
  const [found, money, shown] = await Promise.all([
    sql<Omit<ActivityRow, 'money' | 'shown'>>`
      select a.id, a.iati_identifier, coalesce(own.title, base.title) as title, case when own.title is null then a.language else own.language end as title_language,
        coalesce(own.description, base.description) as description, coalesce(o.name, a.missing #>> '{reporting_organisation,found}') as reporting, a.status_code,
        a.starts_on, a.starts_planned_on, a.ends_on, a.ends_planned_on, a.source_name, a.missing,
        (select coalesce(json_agg(json_build_object('iso2', c.country_iso2, 'name', k.name, 'share', trim_scale(c.share)::text) order by k.name), '[]')
          from activity_countries c join country_texts k on k.iso2 = c.country_iso2 and k.language = ${view.language} where c.activity_id = a.id) as countries
      from activities a
        left join activity_texts own on own.activity_id = a.id and own.language = ${view.language}
        left join activity_texts base on base.activity_id = a.id and base.language = a.language
        left join organisations o on o.id = a.reporting_organisation_id
      where a.id = any(${ids}::uuid[])`.execute(db),
    moneyOfActivities(db, ids), (view.currency ?? 'USD') === 'USD' ? undefined : moneyOfActivities(db, ids, view.currency),
  ]);
  const rows = new Map(found.rows.map((row) => [row.id, { ...row, money: money.get(row.id) ?? none, shown: (shown ?? money).get(row.id) ?? none }]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

async function participantsOf(db: Reader, activityId: string): Promise<readonly Participant[]> {
  return db.selectFrom('activity_participants as p').leftJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select(['p.name', 'o.ref as organisation_ref', 'p.identifier', 'p.role_code', 'p.type_code'])
    .where('p.activity_id', '=', activityId).orderBy('p.role_code').orderBy('p.name').execute();
}

async function budgetsOf(db: Reader, activityId: string): Promise<readonly Budget[]> {
  return db.selectFrom('activity_budgets').select(['type_code', 'status_code', 'period_start_on', 'period_end_on', 'currency'])
    .select(sql<string>`trim_scale(value)::text`.as('value')).where('activity_id', '=', activityId).orderBy('period_start_on').orderBy('id').execute();
}
