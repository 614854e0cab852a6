import { sql } from 'kysely';
import type { Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { log } from '#app/platform/log.server';
import type { QuestionCode } from '#app/records/sources/model';
import { changesSince, together, trailMark } from './changes.server';
import { takeIn } from './intake.server';
import type { Destination, TakenRow } from './taken';
import { partsOf } from './parts';
import { unitOf, type Departure, type MissingReason, type RowError, type TypedRow } from './model';
import { mostListed, type Counts, type MissingCount, type Outcome } from './outcome';
import type { Reading } from './reading';
import { inRowOrder } from './shapes/shape';

/** What an import has done, or would do. */
export interface Carried {
  readonly counts: Counts;
  readonly errors: readonly RowError[];
  readonly departures: readonly Departure[];
  readonly outcome: Outcome;
}

/** Imports follow each other: the outcome of one is what the next is compared with. */
export const afterOtherImports = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtext('concord.imports'))`.execute(tx);

/**
 * Does the whole import inside the transaction, and takes everything back to where it was unless the counts are such that it is kept: so
 * that a dry run is the real thing. Null where the database cannot keep a value of the file: then nothing is written.
 */
export async function carryOut(tx: Tx, occasion: Occasion, to: Destination, reading: Reading, isKept: (counts: Counts) => boolean): Promise<Carried | null> {
  await sql`savepoint before_import`.execute(tx);
  try {
    const carried = await work(tx, occasion, to, reading);
    await sql`set constraints all immediate`.execute(tx);
    await (isKept(carried.counts) ? sql`release savepoint before_import` : sql`rollback to savepoint before_import`).execute(tx);
    return carried;
  } catch (error) {
    if (!isUnstorable(error)) throw error;
    log.warn('a file holds what the database cannot keep', { import: to.importId, why: error.message });
    await sql`rollback to savepoint before_import`.execute(tx);
    return null;
  }
}

/** Classes 22 (a value of the wrong kind) and 54 (beyond a limit of the database): the file's fault, not a bug. */
const isUnstorable = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(?:22|54)/.test(error.code);

async function work(tx: Tx, occasion: Occasion, to: Destination, reading: Reading): Promise<Carried> {
  const mark = await trailMark(tx);
  const intake = await takeIn(tx, occasion, to, reading);
  const errors = inRowOrder([...reading.errors, ...intake.errors]);
  const repeats = reading.rows.flatMap(({ row, repeats: first }) => (first === null ? [] : [{ row, first: first.row, because: first.because }]));
  const { changes, values } = together(await changesSince(tx, mark, intake.taken), intake.differences);
  return {
    departures: reading.departures ?? [],
    counts: countsOf(reading, intake.taken, errors, repeats.length),
    errors,
    outcome: {
      format: reading.format, encoding: reading.encoding, notes: reading.notes, missing: missingOf(reading.rows), repeats: repeats.slice(0, mostListed), repeated: repeats.length,
      parts: partsOf(reading, intake.taken, errors), departures: reading.departures?.length ?? 0, vanished: intake.vanished.slice(0, mostListed), vanishedInAll: intake.vanished.length,
      changes, values, questions: await questionsOf(tx, to.importId), duplicates: await duplicatesOf(tx, to.importId), before: null,
    },
  };
}

function countsOf(reading: Reading, taken: readonly TakenRow[], errors: readonly RowError[], repeated: number): Counts {
  const being = (outcome: TakenRow['outcome']) => taken.filter((one) => one.outcome === outcome).length;
  const counts = { read: reading.read, new: being('new'), changed: being('changed'), unchanged: being('unchanged') + repeated, inError: new Set(errors.map(unitOf)).size };
  if (counts.read !== counts.new + counts.changed + counts.unchanged + counts.inError) throw new Error(`A row was lost: ${JSON.stringify(counts)}`);
  return counts;
}

function missingOf(rows: readonly TypedRow[]): MissingCount[] {
  const counted = new Map<string, MissingCount>();
  for (const row of rows) {
    for (const [field, { reason }] of Object.entries(row.missing)) {
      const key = `${field} ${reason}`;
      counted.set(key, { field, reason: reason satisfies MissingReason, rows: (counted.get(key)?.rows ?? 0) + 1 });
    }
  }
  return [...counted.values()].toSorted((a, b) => b.rows - a.rows);
}

async function questionsOf(tx: Tx, importId: string): Promise<Outcome['questions']> {
  const found = await sql<{ code: QuestionCode; count: number }>`
    select code, count(*)::int as count from import_questions where import_id = ${importId}::uuid and status = 'open' group by code order by code`.execute(tx);
  return found.rows;
}

async function duplicatesOf(tx: Tx, importId: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from organisation_duplicates d
    where d.status = 'open' and d.organisation_id in (select record_id from import_sources where import_id = ${importId}::uuid and table_name = 'organisations')`.execute(tx);
  return found.rows[0]?.count ?? 0;
}
