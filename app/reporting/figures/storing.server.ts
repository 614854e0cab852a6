import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '#app/platform/clock';
import type { Reader, Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { fingerprintOf, recordsOf, tellFigure } from './computing.server';
import { differenceOf, earlierSnapshot, type EarlierSnapshot } from './difference.server';
import { definitions, figureKeys, isFigureKey, type FigureKey, type FigureResult } from './model';
import { namesFor } from './names.server';

export interface Frozen {
  readonly report_id: string;
  readonly coalition_id: string;
  readonly year: number;
  readonly snapshot_id: string;
  readonly as_of: Day;
}

/** Computes every figure of a snapshot and keeps it with what it says about itself, and with the records behind it. */
export async function storeFigures(tx: Tx, frozen: Frozen): Promise<void> {
  const earlier = await earlierSnapshot(tx, frozen);
  for (const key of figureKeys) await storeFigure(tx, frozen, key, earlier);
}

async function storeFigure(tx: Tx, { report_id, snapshot_id, as_of }: Frozen, key: FigureKey, earlier: EarlierSnapshot | undefined): Promise<void> {
  const { result, verification, difference } = await compute(tx, snapshot_id, key, earlier);
  const { reporting, expected, missing } = result;
  const definition = { ...definitions[key], names: await namesFor(tx, key, result.rows) };
  const id = newId();
  await tx.insertInto('report_figures').values({
    id, report_id, key, number: definition.number, definition: json(definition), result: json(result), as_of, reporting, expected, missing, sha256: fingerprintOf(result),
    verification: json(verification), difference: json(difference),
  }).execute();
  await sql`insert into report_figure_records (figure_id, kind, record_id, part) select ${id}::uuid, kind, record_id, part from (${recordsOf(key, snapshot_id)}) as behind`.execute(tx);
}

/** All that is computed of a figure, from snapshots and from nothing else. */
async function compute(db: Reader, snapshotId: string, key: FigureKey, earlier: EarlierSnapshot | undefined) {
  const { result, verification } = await tellFigure(db, snapshotId, key);
  const difference = earlier === undefined ? null : ((await differenceOf(db, key, earlier, { id: snapshotId, result })) ?? null);
  return { result, verification, difference };
}

export const json = (value: unknown) => sql<string>`${value === null ? null : JSON.stringify(value)}::text::jsonb`;

/** A snapshot with the report that it was frozen for. */
export interface Sealed {
  readonly id: string;
  readonly report_id: string;
  readonly rule_versions: unknown;
}

/** RP-2: figures that the snapshot was frozen with and that are missing, or of which something stored is not what snapshots give when it is computed again. */
export async function differingFigures(db: Reader, { id, report_id, rule_versions }: Sealed): Promise<string[]> {
  const stored = await db.selectFrom('report_figures').select(['key', 'result', 'reporting', 'expected', 'missing', 'sha256', 'verification', 'difference']).where('report_id', '=', report_id).execute();
  const differing: string[] = [];
  for (const key of Object.keys(rule_versions as object).filter(isFigureKey)) {
    const figure = stored.find((one) => one.key === key);
    if (figure === undefined || !(await isAsComputed(db, id, key, { ...figure, result: figure.result as unknown as FigureResult }))) differing.push(key);
  }
  return differing;
}

/** What is kept of a figure, and compared with what is computed again. */
export interface Kept {
  readonly result: FigureResult;
  readonly reporting: number;
  readonly expected: number;
  readonly missing: number;
  readonly sha256: string;
  readonly verification: unknown;
  readonly difference: unknown;
}

async function isAsComputed(db: Reader, snapshotId: string, key: FigureKey, figure: Kept): Promise<boolean> {
  const against = (figure.difference as { against?: { sha256?: string } } | null)?.against?.sha256;
  const again = await compute(db, snapshotId, key, against === undefined ? undefined : await snapshotUnder(db, against));
  return isSame(figure, again);
}

/** Whether what is kept is what was computed again; what was not kept in its time is not asked for. */
export function isSame(figure: Kept, again: Pick<Kept, 'result' | 'verification' | 'difference'>): boolean {
  const computed = fingerprintOf(again.result);
  const { reporting, expected, missing } = figure;
  return figure.sha256 === computed && fingerprintOf({ ...figure.result, reporting, expected, missing }) === computed
    && (figure.verification === null || digestOf(figure.verification) === digestOf(again.verification))
    && (figure.difference === null || digestOf(figure.difference) === digestOf(again.difference));
}

export async function snapshotUnder(db: Reader, sha256: string): Promise<EarlierSnapshot | undefined> {
  const found = await sql<EarlierSnapshot>`
    select s.id, r.ref, y.year, s.as_of, s.sha256, s.rule_versions from snapshots s join reports r on r.id = s.report_id join cycles y on y.id = r.cycle_id where s.sha256 = ${sha256} order by s.id limit 1`.execute(db);
  return found.rows[0];
}

/** The same facts, whatever order the database keeps their names in. */
const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value, (_key, one: unknown) =>
  (typeof one === 'object' && one !== null && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1))) : one))).digest('hex');
