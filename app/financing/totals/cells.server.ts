import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import { amounts, moneyOf, type AmountName, type KindClass, type LadderSum, type Money } from '#app/financing/ladder/model';
import { each, told } from '#app/financing/ladder/net.server';
import { laddersOf } from '#app/financing/ladder/tables.server';
import { pledgesVisibleTo } from '#app/financing/pledges/visible.server';
import { database } from '#app/platform/database.server';
import { entriesOf, type Dimension } from './entries.server';
import { bringUpToDate, cellNumbers, factsOf } from './upkeep.server';

/** A sum of one class of kinds in one cell; `unconverted` is what lacks a rate, in its own currency. */
export interface Cell extends LadderSum {
  readonly dimension: Dimension;
  readonly key: string;
  readonly class: KindClass;
  readonly unconverted: string;
}

/** Which cells: of these dimensions, in this currency. */
export interface Asked {
  readonly dimensions: readonly Dimension[];
  readonly currency: string;
}

/** The cells that a viewer may see: what everybody may read is kept ready; what only some may read is counted beside it, so that it costs what there is of it. */
export async function cellsFor(viewer: Actor, asked: Asked, view: View): Promise<Cell[]> {
  await bringUpToDate(view, asked.currency);
  const ready = sql`select dimension, key, class, ${cellNumbers((name) => name)} from financing_cells where ${among(asked)} and currency = ${asked.currency}`;
  if (viewer.kind === 'public') return read(sql``, sql`(${ready})`);
  return read(sql`with ${apartFor(viewer, view)}, ${entriesOf(sql`p.id in (select id from apart)`, viewer, view, asked.currency)}`, sql`(
    ${ready}
    union all select dimension, key, class, ${cellNumbers((name) => (name === 'pledges' ? '-1' : `-${name}`))} from financing_entries where pledge_id in (select id from apart) and ${among(asked)} and currency = ${asked.currency}
    union all select dimension, key, class, ${cellNumbers((name) => (name === 'pledges' ? '1' : name))} from entries where ${among(asked)})`);
}

/** The same cells, counted from the pledges that the viewer may read and from nothing that is stored: what the others are held against. */
export function liveCells(viewer: Actor, asked: Asked, view: View): Promise<Cell[]> {
  return read(sql`with ${entriesOf(pledgesVisibleTo(viewer, view), viewer, view, asked.currency)}`,
    sql`(select dimension, key, class, ${cellNumbers((name) => (name === 'pledges' ? '1 as pledges' : name))} from entries where ${among(asked)})`);
}

const among = ({ dimensions }: Asked): RawBuilder<unknown> => sql`dimension = any(${[...dimensions]}::text[])`;

/** Sums what stands in `from` by cell. */
async function read(start: RawBuilder<unknown>, from: RawBuilder<unknown>): Promise<Cell[]> {
  const found = await sql<Cell>`${start}
    select dimension, key, class, pledges::int, converted::int, trim_scale(unconverted)::text as unconverted, ${each(amounts, (name) => `trim_scale(${name})::text as ${name}`)}
    from (
      select *, ${told('')} from (
        select dimension, key, class, ${cellNumbers((name) => `sum(${name}) as ${name}`)} from ${from} x group by 1, 2, 3 having sum(pledges) <> 0
      ) s
    ) t`.execute(database());
  return found.rows;
}

/** The pledges of which the viewer may read more than everybody: those that are not open, and those of commitments that are not. */
const apartFor = (viewer: Actor, view: View): RawBuilder<unknown> => sql`
  apart as materialized (
    select p.id from pledges p where p.visibility <> 'public' and ${pledgesVisibleTo(viewer, view)}
    union select p.id from commitments c join pledges p on p.commitment_id = c.id
      where (c.visibility <> 'public' or c.embargo_until > ${view.now} or c.published_at is null) and ${readable(viewer, view)} and ${pledgesVisibleTo(viewer, view)}
  )`;

/**
 * Whether a pledge (alias `p`) is in the totals, and adds to an amount where one is named. What everybody may read is kept, and has to be brought
 * up to date before; what only the viewer may read is counted.
 */
export function addingTo(name: AmountName | undefined, viewer: Actor, view: View): RawBuilder<unknown> {
  const currency = view.currency ?? 'USD';
  const adds = name === undefined ? sql`true` : sql`${sql.ref(name)} <> 0`;
  const kept = sql`p.id in (select pledge_id from (select *, ${told('')} from financing_entries where currency = ${currency} and dimension = 'all' and class <> 'guarantee' and converted = 1) e where ${adds})`;
  if (viewer.kind === 'public') return kept;
  const beside = laddersOf(sql`p.visibility <> 'public' and p.kind <> 'guarantee' and ${pledgesVisibleTo(viewer, view)}`, currency);
  return sql`case when p.visibility = 'public' then ${kept} else p.id in (with ${beside} select id from ladders where converted and ${name === undefined ? sql`true` : sql`${sql.ref(`usd_${name}`)} <> 0`}) end`;
}

/** Cells of one dimension as money by key. */
export function moneyBy(cells: readonly Cell[], dimension: Dimension): Map<string, Money> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) if (cell.dimension === dimension) groups.set(cell.key, [...(groups.get(cell.key) ?? []), cell]);
  return new Map([...groups].map(([key, classes]) => [key, moneyOf(classes)]));
}

/** Of all who give money that can still come, how many told of a payment or an update since a day. */
export async function givers(viewer: Actor, since: string, view: View): Promise<{ readonly reporting: number; readonly of: number }> {
  await bringUpToDate(view);
  const told = viewer.kind === 'public' ? sql`select open_pledges, reported_on from financing_givers` : sql`
    select count(*) filter (where is_open) as open_pledges, max(reported_on) as reported_on from (
      select provider, is_open, reported_on from financing_facts
      union all select provider, is_open, reported_on from (${factsOf(sql`l.visibility <> 'public' and l.id in (select p.id from pledges p where ${pledgesVisibleTo(viewer, view)})`, view)}) beside
    ) x group by provider`;
  const found = await sql<{ reporting: number; of: number }>`select (count(*) filter (where reported_on >= ${since}::date))::int as reporting, count(*)::int as of from (${told}) g where open_pledges > 0`.execute(database());
  return found.rows[0] ?? { reporting: 0, of: 0 };
}

/** The instant of the last change that is in the cells; undefined before there is one. */
export async function lastChange(currency: string): Promise<Date | undefined> {
  const row = await database().selectFrom('financing_currencies').select('changed_at').where('currency', '=', currency).executeTakeFirst();
  return row?.changed_at ?? undefined;
}

