import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#app/platform/database.server';
import { endThere } from './day.server';

/** Of a cycle, what says which commitments are due in it. */
export interface Expecting {
  readonly id: string;
  readonly coalition_id: string;
  readonly year: number;
  readonly due_on: string;
}

/** The same by its values, or by what reads them. */
type Asking = { readonly [fact in 'id' | 'coalition_id' | 'year' | 'due_on']: string | number | RawBuilder<unknown> };

/** A coalition with all under it, as a list of ids; `into` says whether to go on into a coalition `k`. */
export const treeOf = (coalition_id: unknown, into: RawBuilder<boolean> = sql<boolean>`true`): RawBuilder<unknown> => sql`
  (with recursive tree as (select id from coalitions where id = ${coalition_id}::uuid union select k.id from coalitions k join tree on k.parent_id = tree.id where ${into}) select id from tree)`;

/** A coalition and those under it that have no cycle of their own in that year. */
const ownTree = ({ coalition_id, year }: Asking) => treeOf(coalition_id, sql<boolean>`not exists (select from cycles own where own.coalition_id = k.id and own.year = ${year})`);

/** What a coalition under it keeps to itself is reported in that coalition's own cycles alone. */
const isShared = ({ coalition_id }: Asking) => sql`(c.coalition_id = ${coalition_id}::uuid or c.visibility in ('members', 'public'))`;

/** Commitments of which it was decided, in a cycle of the year, that they are asked for, or are not. */
const excepted = ({ year }: Asking, expected: boolean) => sql`(select e.commitment_id from cycle_exceptions e join cycles x on x.id = e.cycle_id where x.year = ${year} and e.expected = ${expected})`;

/** CY-1: by the rule of the cycle (published by the day, of a kind that it asks for), or by exception. */
const isDue = (cycle: Asking) => sql`(c.status = 'published' and c.id not in ${excepted(cycle, false)} and (c.id in ${excepted(cycle, true)}
  or (c.published_at < ${endThere(cycle.due_on, cycle.coalition_id)} and coalesce(c.type = any((select types from cycles where id = ${cycle.id}::uuid)::text[]), true))))`;
const saidIn = (which: RawBuilder<unknown>) => sql`exists (select from progress_updates said join cycles x on x.id = said.cycle_id where said.commitment_id = c.id and said.status <> 'draft' and ${which})`;

/**
 * Which commitments a cycle asks for, as a condition on `commitments as c`: those under way of the coalition and all under it, published by
 * the day on which updates are due. Each is asked for once a year: a coalition with a cycle of its own in that year asks for what is under
 * it, and what was said in one cycle of the year is not asked for by another. What was reported in the cycle stays in it, whatever became of
 * the commitment.
 */
export const expectedIn = (cycle: Expecting): RawBuilder<boolean> => sql<boolean>`(
  ${saidIn(sql`x.id = ${cycle.id}::uuid`)}
  or (c.coalition_id in ${ownTree(cycle)}
    and ${isShared(cycle)} and ${isDue(cycle)} and not ${saidIn(sql`x.year = ${cycle.year} and x.id <> ${cycle.id}::uuid`)}))`;

/** What a cycle asks for and nothing was accepted of in its year, which the commitment itself says (`reported_years`): conditions that stand side by side, so that a list walks its order by them. */
export const missedIn = (cycle: Asking): RawBuilder<boolean> => sql<boolean>`(
  c.coalition_id in ${ownTree(cycle)} and ${isShared(cycle)} and ${isDue(cycle)} and not c.reported_years @> array[${cycle.year}]::integer[])`;

/** Which commitments a cycle tells of: what it asks for, and what the cycles of the same year under it ask for (CA-3). */
export const toldIn = (cycle: Asking): RawBuilder<boolean> => sql<boolean>`(${saidIn(sql`x.id = ${cycle.id}::uuid`)} or (c.coalition_id in ${treeOf(cycle.coalition_id)} and ${isShared(cycle)}
  and (${isDue(cycle)} or ${saidIn(sql`x.year = ${cycle.year}`)})))`;

/** What was said of a commitment `c` in the year of a cycle, in whichever cycle it was asked for: one row at most, as `u`. */
export const saidInYear = (cycle: Pick<Expecting, 'year'>): RawBuilder<unknown> => sql`lateral (
  select said.* from progress_updates said join cycles x on x.id = said.cycle_id where said.commitment_id = c.id and x.year = ${cycle.year}
  order by said.status = 'draft', said.accepted_at nulls last, said.id limit 1) u`;

export async function isExpectedIn(db: Reader, cycle: Expecting, commitment_id: string): Promise<boolean> {
  const found = await sql`select from commitments c where c.id = ${commitment_id} and ${expectedIn(cycle)}`.execute(db);
  return found.rows.length > 0;
}
