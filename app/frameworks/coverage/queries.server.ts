import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { cellsFor } from './cells.server';
import { everything } from './model';

/** How many promises for each country name a clause, or one under it. */
export async function countriesServing(viewer: Actor, clauseId: string, view: View): Promise<Map<string, number>> {
  const cells = await cellsFor(viewer, { scopes: [clauseId], kinds: ['country'] }, view);
  return new Map(cells.map(({ key, commitments }) => [key, commitments]));
}

export interface LinesByCountry {
  /** How many lines the version has: the N of every tile. */
  readonly lines: number;
  /** How many of them the promises for a country name. */
  readonly covered: ReadonlyMap<string, number>;
}

/** How many lines of the framework that is in force are covered in each country, and how many lines there are. */
export async function linesByCountry(viewer: Actor, framework: string, view: View): Promise<LinesByCountry> {
  const lines = await sql<{ id: string }>`
    select n.id from framework_nodes n join framework_versions v on v.id = n.version_id join frameworks f on f.id = v.framework_id
    where f.code = ${framework} and v.status = 'published' and not exists (select from framework_nodes under where under.parent_id = n.id)`.execute(database());
  const cells = await cellsFor(viewer, { scopes: lines.rows.map(({ id }) => id), kinds: ['country'] }, view);
  const covered = new Map<string, number>();
  for (const { key, commitments } of cells) if (commitments > 0) covered.set(key, (covered.get(key) ?? 0) + 1);
  return { lines: lines.rows.length, covered };
}

/** How many promises count at all: the N of every n of N here. */
export async function countPromises(viewer: Actor, view: View): Promise<number> {
  return (await cellsFor(viewer, { scopes: [everything], kinds: ['all'] }, view))[0]?.commitments ?? 0;
}
