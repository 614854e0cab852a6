import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { freshnessOf, standingOf, type Standing } from '#app/commitments/health/model';
import type { Status } from '#app/commitments/model';
import { readable, standingSql, todayOf, type View } from '#app/commitments/readable.server';
import { noMoney, type Money } from '#app/financing/ladder/model';
import { byKey, counted, kindClass, type KeyedSum } from '#app/financing/ladder/queries.server';
import { laddersOf, summed } from '#app/financing/ladder/tables.server';
import { pledgesVisibleTo } from '#app/financing/pledges/visible.server';
import { promisedTo } from '#app/frameworks/promised.server';
import { database } from '#app/platform/database.server';
import type { GroupCount, LatestUpdate, StandingCounts } from './model';

/** Whether the last accepted update of `standing` was looked at by somebody other than who wrote it down. */
const lastCheckedByAnother = sql`(select u.verification in ('secretariat_checked', 'independently_verified') from progress_updates u
  where u.commitment_id = standing.id and u.status in ('accepted', 'published') order by u.accepted_at desc limit 1)`;

/** How the promises stand, how many have been reported on, and by how many leads: one query. */
export async function countStandings(viewer: Actor, view: View): Promise<StandingCounts> {
  const found = await sql<{ standing: Standing | null; count: number; updated: number; checked: number; leads: number; reporting: number }>`
    with ${promisedTo(viewer, view)},
    standing as (
      select c.id, ${standingSql(todayOf(view))} as standing, c.last_update_on is not null as updated, coalesce(c.lead_country_iso2, c.lead_organisation_id::text) as lead
      from promised p join commitments c on c.id = p.id
    )
    select standing, count(*)::int as count, (count(*) filter (where updated))::int as updated,
      (count(*) filter (where standing = 'on_track' and updated and ${lastCheckedByAnother}))::int as checked,
      count(distinct lead)::int as leads, (count(distinct lead) filter (where updated))::int as reporting
    from standing group by grouping sets ((standing), ())`.execute(database());
  const all = found.rows.find((row) => row.standing === null);
  const by = Object.fromEntries(found.rows.flatMap(({ standing, count }) => (standing === null ? [] : [[standing, count]])));
  return {
    total: all?.count ?? 0, by, updated: all?.updated ?? 0, leads: all?.leads ?? 0, reporting: all?.reporting ?? 0,
    checked: found.rows.find((row) => row.standing === 'on_track')?.checked ?? 0,
  };
}

/** How many promises name each group of learners. */
export async function countGroups(viewer: Actor, view: View): Promise<GroupCount[]> {
  const found = await sql<GroupCount>`
    with ${promisedTo(viewer, view)}
    select b.group_code as code, (count(*) filter (where b.designed_in))::int as first, (count(*) filter (where not b.designed_in))::int as later
    from commitment_beneficiaries b join promised p on p.id = b.commitment_id group by b.group_code`.execute(database());
  return found.rows;
}

/** All pledges together: total A, with its steps. */
export async function sumMoney(viewer: Actor, view: View): Promise<Money> {
  const found = await sql<KeyedSum>`
    with ${laddersOf(pledgesVisibleTo(viewer, view))}
    select '' as key, ${kindClass} as class, ${counted}, ${summed('ladders')} from ladders group by 2`.execute(database());
  return byKey(found.rows).get('') ?? noMoney;
}

type StoredUpdate = Omit<LatestUpdate, 'standing' | 'freshness' | 'goal'> & NonNullable<LatestUpdate['goal']> & {
  readonly status: Status; readonly stale_on: string | null; readonly at_risk_on: string | null; readonly off_track_on: string | null; readonly last_update_on: string | null; readonly has_goal: boolean;
};
const mostShown = 5;
/** Enough that the few which are not open to everybody leave some. */
const looked = 200;

/** The updates that were accepted last. */
export async function latestUpdates(viewer: Actor, view: View): Promise<LatestUpdate[]> {
  const found = await sql<StoredUpdate>`
    select c.ref, coalesce(t.title, a.title, c.ref) as title, case when t.title is null then c.language else t.language end as title_language, coalesce(o.name, n.name, c.lead_country_iso2) as lead,
      c.status, c.stale_on, c.at_risk_on, c.off_track_on, c.last_update_on, to_char(u.accepted_at at time zone 'UTC', 'YYYY-MM-DD') as on, u.verification,
      g.id is not null as has_goal, g.unit, g.baseline_value, g.last_value, g.target_value
    from (select * from progress_updates where status in ('accepted', 'published') order by accepted_at desc limit ${looked}) u
    join commitments c on c.id = u.commitment_id
    left join commitment_texts t on t.commitment_id = c.id and t.language = ${view.language} left join commitment_texts a on a.commitment_id = c.id and a.language = c.language
    left join organisations o on o.id = c.lead_organisation_id left join country_texts n on n.iso2 = c.lead_country_iso2 and n.language = ${view.language}
    left join goals g on g.commitment_id = c.id and g.position = 1
    where ${readable(viewer, view)} order by u.accepted_at desc, u.id limit ${mostShown}`.execute(database());
  return found.rows.map((row) => updateOf(row, view));
}

function updateOf(row: StoredUpdate, view: View): LatestUpdate {
  const today = todayOf(view);
  const { ref, title, title_language, lead, on, verification, has_goal, unit, baseline_value, last_value, target_value } = row;
  return {
    ref, title, title_language, lead, on, verification, standing: standingOf(row, today), freshness: freshnessOf(row, today),
    goal: has_goal ? { unit, baseline_value, last_value, target_value } : undefined,
  };
}
