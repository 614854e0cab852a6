import { sql } from 'kysely';
import type { Day } from '#app/platform/clock';
import type { Reader } from '#app/platform/database.server';
import { healthDates, type HealthDates, type MeasuredGoal } from '../health/model';

export type StoredGoal = MeasuredGoal & { readonly id: string; readonly position: number; readonly ascending: boolean };

/** The goals of a commitment that have a target, as health looks at them: where no baseline is known, the first accepted value is the start. */
export async function measuredGoals(db: Reader, commitment: { readonly id: string; readonly starts_on: string | null }): Promise<StoredGoal[]> {
  const goals = db.selectFrom('goals as g')
    .leftJoinLateral(
      (eb) => eb.selectFrom('goal_values as v').innerJoin('progress_updates as u', 'u.id', 'v.progress_update_id')
        .select(['v.value', 'u.as_of']).whereRef('v.goal_id', '=', 'g.id').where('v.value', 'is not', null).where('u.as_of', 'is not', null)
        .where('u.status', 'in', ['accepted', 'published']).orderBy('u.as_of').limit(1).as('first'),
      (join) => join.onTrue(),
    )
    .select(['g.id', 'g.position', 'g.ascending', 'g.baseline_value', 'g.target_value', 'g.target_on', 'g.last_value', 'g.last_value_on', 'first.value as first_value', 'first.as_of as first_on'])
    .where('g.commitment_id', '=', commitment.id).where('g.target_value', 'is not', null).orderBy('g.position').execute();
  const milestones = db.selectFrom('milestones').select(['goal_id', 'value', 'due_on']).where('commitment_id', '=', commitment.id).where('value', 'is not', null).orderBy('due_on').orderBy('value').execute();
  const [rows, steps] = await Promise.all([goals, milestones]);
  const point = (value: string | null, on: string | null) => (value === null || on === null ? null : { value, on });
  return rows.map((row) => ({
    id: row.id, position: row.position, ascending: row.ascending,
    start: point(row.baseline_value, commitment.starts_on) ?? point(row.first_value, row.first_on) ?? point(row.last_value, row.last_value_on),
    target: point(row.target_value, row.target_on),
    last: point(row.last_value, row.last_value_on),
    via: steps.flatMap(({ goal_id, value, due_on }) => (goal_id === row.id && value !== null ? [{ value, on: due_on }] : [])),
  }));
}

/** The days on which the health of a commitment changes, from what stands in the database: whoever changes one of its facts keeps them anew. */
export async function healthDatesIn(db: Reader, commitment: { readonly id: string; readonly starts_on: string | null }): Promise<HealthDates> {
  const open = await db.selectFrom('milestones').select('due_on').where('commitment_id', '=', commitment.id).where('status', 'not in', ['achieved', 'dropped']).execute();
  return healthDates(await measuredGoals(db, commitment), open.map(({ due_on }) => due_on));
}

/** Whether a goal was late: reached after its own day, without an accepted value that had reached it by then. A goal may end before the others. */
export async function anyLateIn(db: Reader, commitment_id: string, reached_on: Day): Promise<boolean> {
  const { rows } = await sql<{ late: boolean }>`
    select exists (select from goals g where g.commitment_id = ${commitment_id} and g.target_value is not null and g.target_on < ${reached_on}::date and not exists (
      select from goal_values v join progress_updates u on u.id = v.progress_update_id
      where v.goal_id = g.id and u.status in ('accepted', 'published') and u.as_of <= g.target_on and case when g.ascending then v.value >= g.target_value else v.value <= g.target_value end)) as late`.execute(db);
  return rows[0]?.late ?? false;
}
