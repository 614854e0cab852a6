import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.server';
import { codeNames, type CodeName } from './codes';
import type { Classification } from './model';
import { classificationOf } from './queries.server';

/** The codes that a pledge carries once, as columns. */
export const codesOf = (form: Classification): Record<CodeName, string | null> =>
  Object.fromEntries(codeNames.map((name) => [name, form[name] ?? null])) as Record<CodeName, string | null>;

export async function writeClassification(tx: Tx, pledge_id: string, { sectors = [], markers = [] }: Classification): Promise<void> {
  if (sectors.length > 0) await tx.insertInto('pledge_sectors').values(sectors.map((sector, at) => ({ pledge_id, position: at + 1, ...sector }))).execute();
  if (markers.length > 0) await tx.insertInto('pledge_markers').values(markers.map((marker) => ({ pledge_id, ...marker }))).execute();
}

/** Rows that are said again as they were stay untouched, so that the trail tells only what changed. */
export async function rewriteClassification(tx: Tx, pledge_id: string, { sectors = [], markers = [] }: Classification): Promise<void> {
  const [before] = (await sql<Required<Pick<Classification, 'sectors' | 'markers'>>>`select ${classificationOf} from pledges p where p.id = ${pledge_id}`.execute(tx)).rows;
  if (!isDeepStrictEqual(before?.sectors, sectors)) {
    await tx.deleteFrom('pledge_sectors').where('pledge_id', '=', pledge_id).execute();
    await writeClassification(tx, pledge_id, { sectors });
  }
  if (!isDeepStrictEqual(before?.markers, markers)) {
    await tx.deleteFrom('pledge_markers').where('pledge_id', '=', pledge_id).execute();
    await writeClassification(tx, pledge_id, { markers });
  }
}
