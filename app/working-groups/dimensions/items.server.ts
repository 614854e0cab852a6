import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { beyond, markOf, recently, way } from '#app/table/keyset.server';
import type { Page } from '#app/table/keyset';
import { pageSize } from '#app/working-groups/fragments.server';
import { toldTo } from '#app/working-groups/visible.server';
import type { ItemListState } from './list';
import { noDimension } from './model';
import { dimensionText, onAgenda } from './queries.server';

/** An item of an agenda as the coverage counts it. */
export interface CoveredItem {
  readonly id: string;
  readonly title: string;
  readonly minutes: number | null;
  /** Once it may be told. */
  readonly outcome: string | null;
  readonly dimension_key: string | null;
  readonly dimension: string | null;
  readonly dimension_language: string | null;
  readonly session_ref: string;
  readonly starts_at: Date;
  readonly time_zone: string;
}

const starts = recently(sql`s.starts_at`);

/** DI-4: the items behind the numbers of the coverage, those of the latest session first. */
export async function listItems(viewer: Actor, groupId: string, state: ItemListState, view: View): Promise<Page<CoveredItem>> {
  const asked = state.filters.dimension;
  const which = sql`g.id = ${groupId} and ${onAgenda(viewer, view)} and ${asked === undefined ? sql`true` : sql`coalesce(d.key, ${noDimension}::text) = any(${[...asked]}::text[])`}`;
  const from = sql`from agenda_items i join sessions s on s.id = i.session_id join working_groups g on g.id = s.working_group_id left join working_group_dimensions d on d.id = i.dimension_id`;
  const [found, counted] = await Promise.all([
    sql<CoveredItem & { sort_key: string }>`
      select i.id, i.title, i.minutes, case when ${toldTo(viewer, view)} then i.outcome end as outcome, d.key as dimension_key, named.name as dimension, named.language as dimension_language, s.ref as session_ref, s.starts_at, s.time_zone, ${starts.text} as sort_key
      ${from} left join ${dimensionText(view.language)} on true
      where ${which} and ${beyond(state, starts, sql`i.id`)} order by s.starts_at ${way(state)}, i.id ${way(state)} limit ${pageSize + 1}`.execute(database()),
    sql<{ count: number }>`select count(*)::int as count ${from} where ${which}`.execute(database()),
  ]);
  return { ...markOf<CoveredItem>(found.rows, pageSize), total: { count: counted.rows[0]?.count ?? 0, exact: true } };
}

/** All of them, for files. */
export async function* allItems(viewer: Actor, groupId: string, state: ItemListState, view: View): AsyncGenerator<CoveredItem> {
  for (let after: string | null = null; ;) {
    const page: Page<CoveredItem> = await listItems(viewer, groupId, { ...state, after }, view);
    yield* page.rows;
    if (page.next === null) return;
    after = page.next;
  }
}
