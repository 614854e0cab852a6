import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, standingSql, todayOf, type View } from '#app/commitments/readable.server';
import type { Day } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { promised, promisedOn } from '../promised.server';
import { contributions } from './contributions.server';
import { anyStanding, everything, type Cell } from './model';
import { bringUpToDate } from './upkeep.server';

/** Which cells: of these scopes, in columns of these kinds. */
export interface Asked {
  readonly scopes: readonly string[];
  readonly kinds: readonly Cell['kind'][];
  /** A coalition by its id; otherwise all. */
  readonly coalition?: string | undefined;
  /** A standing of today; otherwise every one that counts. */
  readonly standing?: string | undefined;
  /** As things stood at the end of a day that is past; otherwise now. */
  readonly asOf?: Day | undefined;
}

/**
 * CV-2: the cells that a viewer may see. What everybody may read is kept ready; what only some may read, and days that are past, are
 * counted live by the same rule.
 */
export async function cellsFor(viewer: Actor, asked: Asked, view: View): Promise<Cell[]> {
  if (viewer.kind !== 'public' || asked.asOf !== undefined) return liveCells(viewer, asked, view);
  await bringUpToDate(view);
  const found = await sql<Cell>`
    select scope_id as scope, kind, key, commitments::int, before::int, pledges::int, ${money('')}, 0 as requests, 0 as offers from coverage_cells
    where coalition_id = ${asked.coalition ?? everything} and standing = ${asked.standing ?? anyStanding} and kind = any(${[...asked.kinds]}::text[]) and scope_id = any(${[...asked.scopes]}::uuid[])
      and (commitments, before, pledges) <> (0, 0, 0)`.execute(database());
  return found.rows;
}

/** The same cells, counted from the commitments that the viewer may read. */
export async function liveCells(viewer: Actor, asked: Asked, view: View): Promise<Cell[]> {
  const { coalition, standing, asOf } = asked;
  const dayBefore = sql`(${asOf ?? todayOf(view)}::date - interval '1 year')::date`;
  const wanted: RawBuilder<unknown>[] = [readable(viewer, view), sql`c.published_at is not null`];
  if (coalition !== undefined) wanted.push(sql`c.coalition_id = ${coalition}`);
  if (standing !== undefined) wanted.push(sql`${standingSql(todayOf(view))} = ${standing}`);
  const found = await sql<Cell>`
    with chosen as materialized (
      select c.id, (${asOf === undefined ? promised : promisedOn(asOf)})::int as counted, (${promisedOn(dayBefore)})::int as before
      from commitments c where ${sql.join(wanted, sql` and `)}
    ),
    ${contributions(viewer, view)}
    select s.scope_id as scope, x.kind, x.key, sum(h.counted * x.named)::int as commitments, sum(h.before * x.named)::int as before, sum(x.pledges)::int as pledges, ${money('x.')}, 0 as requests, 0 as offers
    from chosen h join scopes s on s.commitment_id = h.id join contributions x on x.commitment_id = h.id
    where s.scope_id = any(${[...asked.scopes]}::uuid[]) and x.kind = any(${[...asked.kinds]}::text[])
    group by s.scope_id, x.kind, x.key having (sum(h.counted * x.named), sum(h.before * x.named), sum(x.pledges)) <> (0, 0, 0)`.execute(database());
  return found.rows;
}

const money = (from: '' | 'x.'): RawBuilder<unknown> =>
  sql.raw(['pledged', 'committed', 'disbursed'].map((name) => `trim_scale(${from === '' ? name : `sum(${from}${name})`})::text as ${name}`).join(', '));
