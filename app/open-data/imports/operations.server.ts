import { sql } from 'kysely';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Problem, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import { database, type Tx } from '#app/platform/database.server';
import { readStoredFile, storeSource } from '#app/platform/files.server';
import { newId } from '#app/platform/identity';
import { chunks, recordset } from '#app/platform/recordset.server';
import { afterOtherImports, carryOut, type Carried } from './carrying-out.server';
import { coalitionFor } from './coalition.server';
import type { Destination } from './taken';
import type { Departure, FileProblem, ImportKind, RowError } from './model';
import { sameCounts, type Counts } from './outcome';
import { isOwnKind, type importPolicy } from './policy';
import { programmeOf, type AskedProgramme } from './programme.server';
import type { Reading } from './reading';
import { readApart } from './reading-apart.server';

export interface GivenSource {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The kind that was asked for; null leaves it to the file. */
  readonly kind: ImportKind | null;
  /** What a programme does not say of itself. */
  readonly programme?: AskedProgramme;
}

/** What became of a file: its import, and how many rows are what. `again`: the records have changed since the dry run, so nothing was written. */
export interface Imported {
  readonly id: string;
  readonly kind: ImportKind;
  readonly counts: Counts;
  readonly again: boolean;
}

type Run = PermitFor<typeof importPolicy.run>;

/** Reads a file and does the whole import but for keeping it: the dry run, with everything that a person decides by. */
export const checkFile = (granted: Run, occasion: Occasion, given: GivenSource): Promise<Result<Imported>> => takeFile(granted, occasion, given, false);

/** Reads a file and takes it in at once, in one transaction: for the command line. */
export const importFile = (granted: Run, occasion: Occasion, given: GivenSource): Promise<Result<Imported>> => takeFile(granted, occasion, given, true);

async function takeFile(granted: Run, occasion: Occasion, given: GivenSource, keep: boolean): Promise<Result<Imported>> {
  const read = await readApart(given.bytes, dayOf(occasion.now), given.kind);
  if (!read.ok) return refused(fileProblem(read.problem));
  const reading = read.value;
  if (granted.subject.organisation_id !== null && !isOwnKind(reading.kind)) return refused(problem('open-data:imports.not_own', 'file'));
  const asked = reading.kind === 'sessions' ? await programmeOf(granted.actor, given.programme ?? { group: null, zone: null }, occasion.now) : { programme: null };
  if ('problems' in asked) return refused(...asked.problems);
  return inTransaction(granted, occasion, async (tx) => {
    await afterOtherImports(tx);
    const coalition = await coalitionFor(tx, granted.actor);
    const { organisation_id } = granted.subject;
    if ((reading.kind === 'commitments' || reading.kind === 'pledges') && coalition === null) return refused(problem('open-data:imports.no_coalition'));
    const started_by = granted.actor.kind === 'person' ? granted.actor.id : null;
    const file = await storeSource(tx, { bytes: given.bytes, name: given.name, uploadedBy: started_by });
    const id = newId();
    await tx.insertInto('imports').values({
      id, kind: reading.kind, shape: reading.shape, file_id: file.id, file_name: given.name.slice(-200) || 'file', status: 'checked', started_by, organisation_id, created_at: occasion.now, ...asked.programme,
    }).execute();
    const carried = await carryOut(tx, occasion, { source: reading.shape, importId: id, coalition, by: granted, reporter: organisation_id, programme: asked.programme }, reading, () => keep);
    if (carried === null) return refused(fileProblem({ code: 'file-not-storable', values: {} }));
    await keepOutcome(tx, id, carried, keep ? { status: 'applied', settled_at: occasion.now } : {});
    return done({ id, kind: reading.kind, counts: carried.counts, again: false });
  });
}

/**
 * Takes in a file as its dry run has shown: the stored bytes, whose hash is checked, are read again and compared again, in one transaction.
 * Where the outcome differs by now nothing is written: the dry run is brought up to date and says so, and a person looks again.
 */
export async function applyImport(granted: PermitFor<typeof importPolicy.apply>, occasion: Occasion): Promise<Result<Imported>> {
  const found = await database().selectFrom('imports').select(['file_id', 'kind']).where('id', '=', granted.subject.id).executeTakeFirstOrThrow();
  const file = await readStoredFile(database(), found.file_id);
  if (file === undefined) throw new Error(`the file of import ${granted.subject.id} is gone`);
  const read = await readApart(file.bytes, dayOf(occasion.now), found.kind as ImportKind);
  if (!read.ok) return refused(fileProblem(read.problem));
  return inTransaction(granted, occasion, async (tx) => {
    await afterOtherImports(tx);
    const row = await lockImport(tx, granted.subject.id);
    if (row.status !== 'checked') return refused(problem('form:problems.changed_meanwhile'));
    granted.again(row);
    return applyIn(tx, occasion, row, read.value, { coalition: await coalitionFor(tx, granted.actor), by: granted, reporter: row.organisation_id, programme: programmeIn(row) });
  });
}

async function applyIn(tx: Tx, occasion: Occasion, row: Awaited<ReturnType<typeof lockImport>>, reading: Reading, to: Pick<Destination, 'coalition' | 'by' | 'reporter' | 'programme'>): Promise<Result<Imported>> {
  const shown: Counts = { read: row.rows_read, new: row.rows_new, changed: row.rows_changed, unchanged: row.rows_unchanged, inError: row.rows_in_error };
  const carried = await carryOut(tx, occasion, { source: reading.shape, importId: row.id, ...to }, reading, (counts) => sameCounts(counts, shown));
  if (carried === null) return refused(fileProblem({ code: 'file-not-storable', values: {} }));
  const again = !sameCounts(carried.counts, shown);
  if (again) await keepOutcome(tx, row.id, { ...carried, outcome: { ...carried.outcome, before: shown } }, {});
  else await keepOutcome(tx, row.id, carried, { status: 'applied', settled_at: occasion.now });
  return done({ id: row.id, kind: reading.kind, counts: carried.counts, again });
}

const programmeIn = ({ working_group_id, time_zone }: { readonly working_group_id: string | null; readonly time_zone: string | null }) => (working_group_id === null || time_zone === null ? null : { working_group_id, time_zone });

/** Throws an upload away: nothing of it was written. */
export function abandonImport(granted: PermitFor<typeof importPolicy.abandon>, occasion: Occasion): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockImport(tx, granted.subject.id);
    if (row.status !== 'checked') return refused(problem('form:problems.changed_meanwhile'));
    granted.again(row);
    await tx.updateTable('imports').set({ status: 'abandoned', settled_at: occasion.now, version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ id: row.id });
  });
}

const lockImport = (tx: Tx, id: string) => tx.selectFrom('imports').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();

async function keepOutcome(tx: Tx, id: string, { counts, errors, departures, outcome }: Carried, settled: { status?: 'applied'; settled_at?: Date }): Promise<void> {
  await tx.updateTable('imports').set({
    rows_read: counts.read, rows_new: counts.new, rows_changed: counts.changed, rows_unchanged: counts.unchanged, rows_in_error: counts.inError,
    outcome: sql`${JSON.stringify(outcome)}::text::jsonb`, version: sql<number>`version + 1`, ...settled,
  }).where('id', '=', id).execute();
  await tx.deleteFrom('import_errors').where('import_id', '=', id).execute();
  await keepErrors(tx, id, [...errors.map((error) => ({ ...error, severity: 'error' as const })), ...departures.map((departure) => ({ ...departure, severity: 'departure' as const }))]);
}

async function keepErrors(tx: Tx, id: string, errors: readonly ((RowError | Departure) & { readonly severity: 'error' | 'departure' })[]): Promise<void> {
  for (const part of chunks(errors.map((error, position) => ({ position, ...error })))) {
    await sql`
      insert into import_errors (import_id, position, row_number, column_name, code, details, severity)
      select ${id}::uuid, x.position, x.row, x.column, x.code, x.values, x.severity
      from jsonb_to_recordset(${recordset(part)}) as x (position integer, "row" integer, "column" text, code text, "values" jsonb, severity text)`.execute(tx);
  }
}

/** What is wrong with a file, as a problem of the field it was given in. */
export const fileProblem = ({ code, values }: FileProblem): Problem => problem(`open-data:imports.problems.${code}`, 'file', values);
