import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { freshnessOf, standingOf } from '#app/commitments/health/model';
import type { Status } from '#app/commitments/model';
import { readable, todayOf, type View } from '#app/commitments/readable.server';
import { noMoney, type Money } from '#app/financing/ladder/model';
import { cellsFor as moneyCells, moneyBy } from '#app/financing/totals/cells.server';
import { cellsFor } from '#app/frameworks/coverage/cells.server';
import { cellFinder, everything, type Cell } from '#app/frameworks/coverage/model';
import { database } from '#app/platform/database.server';
import type { GroupCount, LatestUpdate, StandingCounts } from './model';

/** How the promises stand, how many have been reported on, and by how many leads, as the cells of everything tell it. */
export async function countStandings(viewer: Actor, view: View): Promise<StandingCounts> {
  const cells = await cellsFor(viewer, { scopes: [everything], kinds: ['all', 'standing', 'lead', 'reporting', 'updated', 'checked', 'rung'] }, view);
  const find = cellFinder(cells);
  const counted = (kind: Cell['kind']) => cells.filter((cell) => cell.kind === kind && cell.commitments > 0);
  return {
    total: find(everything, 'all', '').commitments, by: Object.fromEntries(counted('standing').map(({ key, commitments }) => [key, commitments])),
    updated: find(everything, 'updated', '').commitments, leads: counted('lead').length, reporting: counted('reporting').length, checked: find(everything, 'checked', '').commitments,
    rungs: Object.fromEntries(counted('rung').map(({ key, commitments }) => [key, commitments])),
  };
}

/** How many promises name each group of learners. */
export async function countGroups(viewer: Actor, view: View): Promise<GroupCount[]> {
  const cells = await cellsFor(viewer, { scopes: [everything], kinds: ['beneficiary', 'designed_in'] }, view);
  const find = cellFinder(cells);
  return cells.filter(({ kind, commitments }) => kind === 'beneficiary' && commitments > 0).map(({ key, commitments }) => {
    const first = find(everything, 'designed_in', key).commitments;
    return { code: key, first, later: commitments - first };
  });
}

/** All pledges together: total A, with its steps. */
export const sumMoney = async (viewer: Actor, view: View): Promise<Money> => moneyBy(await moneyCells(viewer, { dimensions: ['all'], currency: 'USD' }, view), 'all').get('') ?? noMoney;

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
