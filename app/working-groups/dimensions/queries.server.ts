import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { Permit } from '#app/access/permit';
import { todayOf, type View } from '#app/commitments/readable.server';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { groupText } from '#app/working-groups/fragments.server';
import type { GroupRef } from '#app/working-groups/policy';
import { decisionsVisibleTo, groupsVisibleTo, recommendationsVisibleTo, sessionsVisibleTo, toldTo } from '#app/working-groups/visible.server';
import { noDimension, spelled, type Coverage, type Dimension } from './model';

/** The name of a dimension `d`, as the lateral table `named`: in the reader’s language, else in English, else as there is. */
export const dimensionText = (language: Language): RawBuilder<unknown> => sql`lateral (
  select x.name, x.language from working_group_dimension_texts x where x.dimension_id = d.id order by x.language = ${language} desc, x.language = 'en' desc, x.language limit 1) as named`;

/** The dimensions of a group in their order, also those that have ended. */
export async function dimensionsOf(viewer: Actor, groupId: string, view: View): Promise<readonly Dimension[]> {
  return (await sql<Dimension>`select d.id, d.key, named.name, named.language, d.ended_on from working_group_dimensions d join working_groups g on g.id = d.working_group_id cross join ${dimensionText(view.language)}
    where g.id = ${groupId} and ${groupsVisibleTo(viewer, view)} order by d.position, d.key`.execute(database())).rows;
}

/** What registers can be narrowed to: the dimensions of all groups that a viewer may see, with their groups, and of each group what was given to none. */
export async function dimensionChoices(viewer: Actor, view: View, none: string): Promise<readonly { readonly value: string; readonly label: string }[]> {
  const found = await sql<{ group: string; key: string | null; name: string | null; group_name: string }>`
    select g.ref as group, text.name as group_name, d.key, named.name from working_groups g cross join ${groupText(view.language)}
    join (select id, working_group_id, key, position from working_group_dimensions union all select distinct null::uuid, working_group_id, null, null::int from working_group_dimensions) d on d.working_group_id = g.id
    left join ${dimensionText(view.language)} on true where ${groupsVisibleTo(viewer, view)} order by text.name collate "und-x-icu", g.ref, d.position nulls last, d.key`.execute(database());
  return found.rows.map(({ group, key, name, group_name }) => ({ value: spelled(group, key ?? undefined), label: `${group_name}: ${name ?? none}` }));
}

/** What something can be given to: dimensions that have not ended, and the one that it has. */
export async function dimensionsToChoose(viewer: Actor, groupId: string, view: View, now: string | null = null): Promise<readonly Dimension[]> {
  const today = todayOf(view);
  return (await dimensionsOf(viewer, groupId, view)).filter((one) => one.ended_on === null || one.ended_on >= today || one.id === now);
}

/** A dimension for whoever keeps it: with its names in every language. */
export interface KeptDimension extends Pick<Dimension, 'id' | 'key' | 'ended_on'> {
  readonly position: number;
  readonly version: number;
  readonly names: readonly { readonly language: Language; readonly name: string }[];
}

export async function keptDimension(granted: Permit<string, GroupRef>, key: string): Promise<KeptDimension | undefined> {
  return (await sql<KeptDimension>`select d.id, d.key, d.ended_on, d.position, d.version,
      (select json_agg(json_build_object('language', x.language, 'name', x.name) order by x.language) from working_group_dimension_texts x where x.dimension_id = d.id) as names
    from working_group_dimensions d where d.working_group_id = ${granted.subject.id} and d.key = ${key}`.execute(database())).rows[0];
}

type Counted = Omit<Coverage, 'dimension'> & { readonly dimension_id: string | null };

/**
 * DI-4: what came of the work of a group, dimension by dimension, and last of all what was given to none: each item, decision and recommendation
 * that a viewer may see counts in one row. A decision is of the dimension of its item. How an item ended counts once it may be told.
 */
export async function coverageOf(viewer: Actor, groupId: string, view: View): Promise<readonly Coverage[]> {
  const [dimensions, counted] = await Promise.all([dimensionsOf(viewer, groupId, view), sql<Counted>`
    with items as (
      select i.dimension_id, i.session_id, i.minutes, case when ${toldTo(viewer, view)} then i.outcome end as outcome
      from agenda_items i join sessions s on s.id = i.session_id join working_groups g on g.id = s.working_group_id where g.id = ${groupId} and ${onAgenda(viewer, view)}),
    counts as (
      select dimension_id, count(*) as items, count(*) filter (where minutes is null) as untimed, sum(coalesce(minutes, 0)) as planned, sum(case when outcome = 'treated' then coalesce(minutes, 0) else 0 end) as treated,
        count(distinct session_id) as sessions, 0 as decisions, 0 as recommendations from items group by dimension_id
      union all
      select i.dimension_id, 0, 0, 0, 0, 0, count(*), 0 from decisions d left join sessions s on s.id = d.session_id left join agenda_items i on i.id = d.agenda_item_id join working_groups g on g.id = d.working_group_id
      where g.id = ${groupId} and ${decisionsVisibleTo(viewer, view)} group by i.dimension_id
      union all
      select r.dimension_id, 0, 0, 0, 0, 0, 0, count(*) from recommendations r join working_groups g on g.id = r.working_group_id where g.id = ${groupId} and ${recommendationsVisibleTo(viewer, view)} group by r.dimension_id)
    select dimension_id, sum(items)::int as items, sum(untimed)::int as untimed, sum(planned)::int as planned, sum(treated)::int as treated, sum(sessions)::int as sessions, (select count(distinct session_id)::int from items) as of, sum(decisions)::int as decisions,
      sum(recommendations)::int as recommendations from counts group by dimension_id`.execute(database())]);
  const of = (dimension: Dimension | null): Coverage => {
    const { dimension_id: _, ...counts } = counted.rows.find((row) => row.dimension_id === (dimension?.id ?? null)) ?? { dimension_id: null, items: 0, untimed: 0, planned: 0, treated: 0, sessions: 0, of: counted.rows[0]?.of ?? 0, decisions: 0, recommendations: 0 };
    return { dimension, ...counts };
  };
  return [...dimensions.map(of), ...(counted.rows.some((row) => row.dimension_id === null) ? [of(null)] : [])];
}

/** Items, `i` of a session `s` of a group `g`, that count: what was called off or withdrawn does not; that it was withdrawn counts once it may be told. */
export const onAgenda = (viewer: Actor, view: View): RawBuilder<boolean> =>
  sql<boolean>`(s.status <> 'cancelled' and ${sessionsVisibleTo(viewer, view)} and (i.outcome is distinct from 'withdrawn' or not ${toldTo(viewer, view)}))`;

/** Whether the dimension of a row, an id, is one of those that addresses spell (`WG-01.connectivity`, `WG-01.none`), of a group `g`. */
export const ofDimension = (column: RawBuilder<unknown>, asked: readonly string[] | undefined): RawBuilder<unknown> => (asked === undefined ? sql`true`
  : sql`concat(g.ref, '.', coalesce((select named.key from working_group_dimensions named where named.id = ${column}), ${noDimension}::text)) = any(${[...asked]}::text[])`);
