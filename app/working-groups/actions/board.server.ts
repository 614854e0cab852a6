import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { isDay } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { beyond, markOf, way, within, type SortKey } from '#app/table/keyset.server';
import { countLimit, totalOf, type Page } from '#app/table/keyset';
import { valueOf, withFilter } from '#app/table/state';
import { pageSize } from '#app/working-groups/fragments.server';
import { insideOf } from '#app/working-groups/visible.server';
import { boardStates, type ActionListState, type BoardState } from './list';
import { actionsVisibleTo, boardRows, overdue, ownAction, type BoardRow } from './queries.server';

const due: SortKey = { key: sql`a.due_on`, text: sql`a.due_on::text`, cast: sql`::date`, valid: isDay };
const todo = sql`a.status in ('open', 'in_progress', 'blocked')`;
const inState = (state: string, view: View): RawBuilder<unknown> => (state === 'todo' ? todo : state === 'overdue' ? overdue(view) : sql`a.status = ${state}`);

function matching(viewer: Actor, state: ActionListState, view: View): RawBuilder<unknown> {
  const { group, status, year, whose } = state.filters;
  const words = valueOf(state, 'q');
  const conditions = [
    actionsVisibleTo(viewer, view),
    ...(group === undefined ? [] : [within(sql`g.ref`, group)]),
    ...(status === undefined ? [] : [sql`(${sql.join(status.map((one) => inState(one, view)), sql` or `)})`]),
    ...(year === undefined ? [] : [within(sql`extract(year from a.due_on)::text`, year)]),
    ...(whose?.includes('mine') === true ? [ownAction(viewer)] : []),
    ...(whose?.includes('groups') === true ? [insideOf(viewer, view)] : []),
    ...(words === '' ? [] : [sql`(a.ref = upper(${words}) or a.tokens @> search_tokens(${words}))`]),
  ];
  return sql.join(conditions, sql` and `);
}

const counted = sql`from action_items a join sessions s on s.id = a.session_id join working_groups g on g.id = s.working_group_id`;

/** One page of the board: the actions that a viewer may see. */
export async function listActions(viewer: Actor, state: ActionListState, view: View): Promise<Page<BoardRow>> {
  const which = matching(viewer, state, view);
  const [found, count] = await Promise.all([
    sql<BoardRow & { sort_key: string }>`${boardRows(view, sql`, ${due.text} as sort_key`)} where ${which} and ${beyond(state, due, sql`a.id`)} order by a.due_on ${way(state)}, a.id ${way(state)} limit ${pageSize + 1}`.execute(database()),
    sql<{ counted: number }>`select count(*)::int as counted from (select ${counted} where ${which} limit ${countLimit + 1}) counted_rows`.execute(database()),
  ]);
  return { ...markOf<BoardRow>(found.rows, pageSize), total: totalOf(count.rows[0]?.counted ?? 0) };
}

/** Every action that matches, for files; ordered as the board. */
export async function allActions(viewer: Actor, state: ActionListState, view: View): Promise<readonly BoardRow[]> {
  return (await sql<BoardRow>`${boardRows(view)} where ${matching(viewer, state, view)} order by a.due_on ${way(state)}, a.id ${way(state)}`.execute(database())).rows;
}

/** How many there are in each state, whichever the board shows. */
export async function countActions(viewer: Actor, state: ActionListState, view: View): Promise<Readonly<Record<BoardState, number>>> {
  const each = boardStates.map((one) => sql`count(*) filter (where ${inState(one, view)})::int as ${sql.ref(one)}`);
  const found = await sql<Record<BoardState, number>>`select ${sql.join(each)} ${counted} where ${matching(viewer, withFilter(state, 'status', []), view)}`.execute(database());
  return found.rows[0] ?? (Object.fromEntries(boardStates.map((one) => [one, 0])) as Record<BoardState, number>);
}

/** The years in which actions that the viewer may see are due, latest first, and their groups by name. */
export async function choicesOfActions(viewer: Actor, view: View): Promise<{ readonly years: readonly string[]; readonly groups: readonly { readonly value: string; readonly label: string }[] }> {
  const found = await sql<{ years: string[] | null; groups: { value: string; label: string }[] | null }>`
    with seen as (select extract(year from one.due_on)::text as year, one.group_ref as ref, one.group_name as name from (${boardRows(view)} where ${actionsVisibleTo(viewer, view)}) one)
    select (select array_agg(distinct year order by year desc) from seen) as years,
      (select json_agg(json_build_object('value', ref, 'label', name) order by name collate "und-x-icu", ref) from (select distinct ref, name from seen) one) as groups`.execute(database());
  return { years: found.rows[0]?.years ?? [], groups: found.rows[0]?.groups ?? [] };
}
