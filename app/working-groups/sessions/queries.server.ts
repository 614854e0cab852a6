import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { isInstant } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { countLimit, readMark, totalOf, writeMark, type Page } from '#app/table/keyset';
import { valueOf } from '#app/table/state';
import { groupText, pageSize } from '#app/working-groups/fragments.server';
import type { DecisionRule } from '#app/working-groups/model';
import type { SessionRef } from '#app/working-groups/policy';
import type { Announced } from '#app/working-groups/meetings/announced';
import { termsOfSessions } from '#app/working-groups/terms/in-force.server';
import { insideOf, sessionHolds, sessionsVisibleTo, toldTo } from '#app/working-groups/visible.server';
import type { SessionListState } from './list';
import type { Mode, Purpose, SessionStatus, SessionVisibility } from './model';

export interface SessionRow extends SessionRef {
  readonly ref: string;
  readonly number: number;
  readonly title: string;
  readonly purpose: Purpose;
  readonly status: SessionStatus;
  readonly visibility: SessionVisibility | 'private';
  readonly starts_at: Date;
  /** Null where nobody said when it ends. */
  readonly ends_at: Date | null;
  readonly time_zone: string;
  /** Null where a programme does not say. */
  readonly mode: Mode | null;
  /** In which it is held, BCP 47; none where nobody said. */
  readonly languages: readonly string[];
  /** Of the meeting that it belongs to, where that has several. */
  readonly track: string | null;
  readonly group_ref: string;
  readonly group_name: string;
  readonly group_language: string;
}

export interface SessionRecord extends SessionRow, Announced {
  readonly version: number;
  readonly place: string | null;
  /** Only for the group's own room. */
  readonly join_link: string | null;
  readonly short_notice: boolean;
  readonly convened_at: Date | null;
  readonly started_at: Date | null;
  readonly adjourned_at: Date | null;
  readonly cancelled_reason: string | null;
  readonly summary: string | null;
  /** The number of its sealed minutes, where what happened may be told. */
  readonly minutes: string | null;
  readonly quorum_share: string;
  readonly decision_rule: DecisionRule;
  readonly notice_days: number;
  readonly correction_days: number;
  readonly cadence: string;
  readonly inside: boolean;
  /** Whether what happened may be told to the viewer. */
  readonly told: boolean;
}

const columns = sql`s.id, s.working_group_id, g.coalition_id, s.ref, s.number, s.title, s.purpose, s.status, s.visibility, s.starts_at, s.ends_at, s.time_zone, s.mode, s.languages, s.track,
  g.ref as group_ref, text.name as group_name, text.language as group_language`;
const from = (view: View) => sql`from sessions s join working_groups g on g.id = s.working_group_id cross join ${groupText(view.language)}`;

/** The sessions that a list's filters leave, latest first. */
function matching(viewer: Actor, state: SessionListState, view: View): RawBuilder<unknown> {
  const words = valueOf(state, 'q');
  const when = valueOf(state, 'when');
  const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined) => (values === undefined ? sql`true` : sql`${column} = any(${values}::text[])`);
  return sql`${sessionsVisibleTo(viewer, view)}
    and ${among(sql`g.ref`, state.filters.group)} and ${among(sql`s.status`, state.filters.status)}
    and ${among(sql`extract(year from s.starts_at at time zone 'UTC')::text`, state.filters.year)}
    and ${when === 'past' ? sql`s.starts_at <= ${view.now}` : when === 'to_come' ? sql`s.starts_at > ${view.now}` : sql`true`}
    and ${words === '' ? sql`true` : sql`(s.ref = upper(${words}) or ${sessionHolds(viewer, view, sql`search_tokens(${words})`)})`}`;
}

/** One page of the sessions a viewer may see. */
export async function listSessions(viewer: Actor, state: SessionListState, view: View): Promise<Page<SessionRow>> {
  const after = readMark(state.after, (text) => isInstant(text, 3), isId);
  const descending = state.sort.descending;
  const beyond = after === undefined ? sql`true` : descending ? sql`(s.starts_at, s.id) < (${after.value}::timestamptz, ${after.id}::uuid)` : sql`(s.starts_at, s.id) > (${after.value}::timestamptz, ${after.id}::uuid)`;
  const order = descending ? sql`s.starts_at desc, s.id desc` : sql`s.starts_at, s.id`;
  const which = matching(viewer, state, view);
  const [found, counted] = await Promise.all([
    sql<SessionRow>`select ${columns} ${from(view)} where ${which} and ${beyond} order by ${order} limit ${pageSize + 1}`.execute(database()),
    sql<{ counted: number }>`select count(*)::int as counted from (select from sessions s join working_groups g on g.id = s.working_group_id where ${which} limit ${countLimit + 1}) counted_rows`.execute(database()),
  ]);
  const page = found.rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    rows: page,
    next: found.rows.length > pageSize && last !== undefined ? writeMark({ value: last.starts_at.toISOString(), id: last.id }) : null,
    total: totalOf(counted.rows[0]?.counted ?? 0),
  };
}

/** Every session that matches, for files; ordered as the list. */
export async function allSessions(viewer: Actor, state: SessionListState, view: View): Promise<readonly SessionRow[]> {
  const order = state.sort.descending ? sql`s.starts_at desc, s.id desc` : sql`s.starts_at, s.id`;
  return (await sql<SessionRow>`select ${columns} ${from(view)} where ${matching(viewer, state, view)} order by ${order}`.execute(database())).rows;
}

/** The sessions that a condition on `s` and `g` leaves of those a viewer may see, in the order of time. */
export async function sessionsIn(viewer: Actor, which: RawBuilder<unknown>, view: View): Promise<readonly SessionRow[]> {
  return (await sql<SessionRow>`select ${columns} ${from(view)} where ${which} and ${sessionsVisibleTo(viewer, view)} order by s.starts_at, s.track nulls first, s.number limit 1000`.execute(database())).rows;
}

/** The sessions of one group, latest first. */
export async function sessionsOfGroup(viewer: Actor, groupId: string, view: View): Promise<readonly SessionRow[]> {
  return (await sql<SessionRow>`select ${columns} ${from(view)} where s.working_group_id = ${groupId} and ${sessionsVisibleTo(viewer, view)}
    order by s.starts_at desc, s.id desc limit 60`.execute(database())).rows;
}

/** The latest sessions of a coalition's groups, and the next one that is convened. */
export async function sessionsOfCoalition(viewer: Actor, coalitionId: string, view: View, most: number): Promise<readonly SessionRow[]> {
  return (await sql<SessionRow>`select ${columns} ${from(view)} where g.coalition_id = ${coalitionId} and s.status <> 'cancelled' and ${sessionsVisibleTo(viewer, view)}
    order by s.starts_at desc, s.id desc limit ${most}`.execute(database())).rows;
}

export async function findSession(viewer: Actor, ref: string, view: View): Promise<SessionRecord | undefined> {
  const found = await sql<SessionRecord>`
    select ${columns}, s.description, (select coalesce(json_agg(json_build_object('href', l.href, 'text', l.text) order by l.position), '[]') from session_links l where l.session_id = s.id) as links, s.version, s.place, s.short_notice, s.convened_at, s.started_at, s.adjourned_at, s.cancelled_reason, coalesce(s.quorum_share, terms.quorum_share) as quorum_share, coalesce(s.decision_rule, terms.decision_rule) as decision_rule, terms.notice_days, terms.correction_days, terms.cadence,
      ${insideOf(viewer, view)} as inside, ${toldTo(viewer, view)} as told,
      case when ${insideOf(viewer, view)} then s.join_link end as join_link, case when ${toldTo(viewer, view)} then s.summary end as summary,
      case when ${toldTo(viewer, view)} then (select x.ref from minutes_seals x where x.session_id = s.id) end as minutes
    ${from(view)} join ${termsOfSessions} where s.ref = ${ref} and ${sessionsVisibleTo(viewer, view)}`.execute(database());
  return found.rows[0];
}

export interface SessionChoices {
  readonly years: readonly string[];
  readonly groups: readonly { readonly value: string; readonly label: string }[];
}

/** What a list can be narrowed to: the years of the sessions that the viewer may see, latest first, and their groups by name. */
export async function choicesOfSessions(viewer: Actor, view: View): Promise<SessionChoices> {
  const found = await sql<{ years: string[] | null; groups: SessionChoices['groups'] | null }>`
    with seen as (
      select distinct extract(year from s.starts_at at time zone 'UTC')::text as year, g.ref, text.name ${from(view)} where ${sessionsVisibleTo(viewer, view)})
    select (select array_agg(distinct year order by year desc) from seen) as years,
      (select json_agg(json_build_object('value', ref, 'label', name) order by name collate "und-x-icu", ref) from (select distinct ref, name from seen) one) as groups`.execute(database());
  return { years: found.rows[0]?.years ?? [], groups: found.rows[0]?.groups ?? [] };
}
