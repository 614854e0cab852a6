import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { keptAnswers } from '#app/access/kept-answers.server';
import { readable, standingSql, todayOf, type View } from '#app/commitments/readable.server';
import type { Day } from '#app/platform/clock';
import { pledgesVisibleTo } from '#app/financing/pledges/visible.server';
import { database } from '#app/platform/database.server';
import { turnsOf } from '#app/platform/turns.server';
import { promised, promisedOn } from '../promised.server';
import { contributions, stands } from './contributions.server';
import { anyStanding, everything, type Cell } from './model';
import { bringUpToDate, counts, factCells } from './upkeep.server';

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
 * CV-2: the cells that a viewer may see. What everybody may read is kept ready; what only some may read is counted beside it, so that it
 * costs what there is of it. A day that is past is summed up from the stored shares of the promises.
 */
export async function cellsFor(viewer: Actor, asked: Asked, view: View): Promise<Cell[]> {
  await bringUpToDate(view);
  if (asked.asOf !== undefined) return pastCells.get(viewer, JSON.stringify(asked), () => pastTurns.take(() => cellsBeside(viewer, asked, view)));
  return viewer.kind === 'public' ? readyCells(asked) : cellsBeside(viewer, asked, view);
}

/** Seconds of work at 100,000 promises, and anybody may ask: what visitors asked is kept until the data change, and few are answered at once. */
const pastCells = keptAnswers<Cell[]>();
const pastTurns = turnsOf(2, 20);

const ready = ({ scopes, kinds, coalition, standing }: Asked): RawBuilder<unknown> => sql`coverage_cells
  where coalition_id = ${coalition ?? everything} and standing = ${standing ?? anyStanding} and kind = any(${[...kinds]}::text[]) and scope_id = any(${[...scopes]}::uuid[])`;

async function readyCells(asked: Asked): Promise<Cell[]> {
  const found = await sql<Cell>`
    select scope_id as scope, kind, key, commitments::int, before::int, pledges::int, ${money('')}, 0 as requests, 0 as offers from ${ready(asked)}
      and (commitments, before, pledges) <> (0, 0, 0)`.execute(database());
  return found.rows;
}

/** The promises of which the viewer may read more than everybody, as table `apart` of a `with`: those that are not open, and those with money that is not. */
const apartFor = (viewer: Actor, view: View): RawBuilder<unknown> => (viewer.kind === 'public' ? sql`apart as (select null::uuid as id where false)` : sql`
  apart as materialized (
    select c.id from commitments c where (c.visibility <> 'public' or c.embargo_until > ${view.now}) and c.published_at is not null and ${readable(viewer, view)}
    union select p.commitment_id from pledges p where p.visibility <> 'public' and p.commitment_id is not null and ${pledgesVisibleTo(viewer, view)}
  )`);

/** What everybody may read, but for the stored share of `apart`, in the order of a cell's numbers. */
function openCells(asked: Asked): RawBuilder<unknown> {
  const { asOf } = asked;
  if (asOf === undefined) return sql`
    select scope_id, kind, key, ${sql.join(counts.map((name) => sql.ref(name)))} from ${ready(asked)}
    union all select s.scope_id, x.kind, x.key, -f.counted * x.named, -f.before * x.named, -x.pledges, -x.pledged, -x.committed, -x.disbursed
    from coverage_facts f cross join ${factCells} where f.commitment_id in (select id from apart) and ${among(asked, sql`f.coalition_id`, sql`f.standing`)}`;
  // What ended since then is no longer in the stored shares, and is counted live.
  const published = sql`(c.published_at at time zone 'UTC')::date`;
  return sql`
    select s.scope_id, x.kind, x.key, x.named, (${published} <= (${asOf}::date - interval '1 year')::date)::int * x.named, x.pledges, x.pledged, x.committed, x.disbursed
    from coverage_facts f join commitments c on c.id = f.commitment_id cross join ${factCells}
    where f.counted = 1 and ${published} <= ${asOf}::date and f.commitment_id not in (select id from apart) and ${wanted(asked)} and ${among(asked, sql`f.coalition_id`, sql`f.standing`)}`;
}

/** What everybody may read, and what the viewer may read beside it. */
async function cellsBeside(viewer: Actor, asked: Asked, view: View): Promise<Cell[]> {
  const live = asked.asOf === undefined ? sql`c.id in (select id from apart)` : sql`(c.id in (select id from apart) or c.status in ('withdrawn', 'superseded'))`;
  const found = await sql<Cell>`
    with ${apartFor(viewer, view)},
    ${chosen(viewer, asked, view, live)},
    ${contributions(viewer, view)},
    added (scope_id, kind, key, ${sql.join(counts.map((name) => sql.ref(name)))}) as (
      ${openCells(asked)}
      union all select s.scope_id, x.kind, x.key, h.counted * x.named, h.before * x.named, x.pledges, x.pledged, x.committed, x.disbursed
        from chosen h join scopes s on s.commitment_id = h.id join contributions x on x.commitment_id = h.id and ${stands}
    )
    select scope_id as scope, kind, key, sum(commitments)::int as commitments, sum(before)::int as before, sum(pledges)::int as pledges, ${money('x.')}, 0 as requests, 0 as offers
    from added x where scope_id = any(${[...asked.scopes]}::uuid[]) and kind = any(${[...asked.kinds]}::text[])
    group by scope_id, kind, key having (sum(commitments), sum(before), sum(pledges)) <> (0, 0, 0)`.execute(database());
  return found.rows;
}

/** The scopes `s` and the columns `x` that are asked for. */
const wanted = ({ scopes, kinds }: Asked): RawBuilder<unknown> => sql`s.scope_id = any(${[...scopes]}::uuid[]) and x.kind = any(${[...kinds]}::text[])`;

/** What is asked for of promises, by columns of them. */
function among({ coalition, standing }: Asked, coalitionIs: RawBuilder<unknown>, standingIs: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${coalition === undefined ? sql`true` : sql`${coalitionIs} = ${coalition}::uuid`} and ${standing === undefined ? sql`true` : sql`${standingIs} = ${standing}`}`;
}

/** The promises that are asked for, as table `chosen` of a `with`: whether each counts, and whether it did a year before. */
function chosen(viewer: Actor, asked: Asked, view: View, which: RawBuilder<unknown>): RawBuilder<unknown> {
  const dayBefore = sql`(${asked.asOf ?? todayOf(view)}::date - interval '1 year')::date`;
  return sql`
    chosen as materialized (
      select c.id, (${asked.asOf === undefined ? promised : promisedOn(asked.asOf)})::int as counted, (${promisedOn(dayBefore)})::int as before
      from commitments c where ${which} and c.published_at is not null and ${readable(viewer, view)} and ${among(asked, sql`c.coalition_id`, standingSql(todayOf(view)))}
    )`;
}

/** The same cells, counted from the commitments that the viewer may read and from nothing that is stored: what the others are held against. */
export async function liveCells(viewer: Actor, asked: Asked, view: View): Promise<Cell[]> {
  const found = await sql<Cell>`
    with ${chosen(viewer, asked, view, sql`true`)},
    ${contributions(viewer, view)}
    select s.scope_id as scope, x.kind, x.key, sum(h.counted * x.named)::int as commitments, sum(h.before * x.named)::int as before, sum(x.pledges)::int as pledges, ${money('x.')}, 0 as requests, 0 as offers
    from chosen h join scopes s on s.commitment_id = h.id join contributions x on x.commitment_id = h.id and ${stands}
    where ${wanted(asked)}
    group by s.scope_id, x.kind, x.key having (sum(h.counted * x.named), sum(h.before * x.named), sum(x.pledges)) <> (0, 0, 0)`.execute(database());
  return found.rows;
}

const money = (from: '' | 'x.'): RawBuilder<unknown> =>
  sql.raw(['pledged', 'committed', 'disbursed'].map((name) => `trim_scale(${from === '' ? name : `sum(${from}${name})`})::text as ${name}`).join(', '));
