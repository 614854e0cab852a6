import { sql } from 'kysely';
import type { PersonActor } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import { database, type Tx } from '#app/platform/database.server';
import { readStoredFile, storeSource } from '#app/platform/files.server';
import { newId } from '#app/platform/identity';
import { fileProblem } from '#app/open-data/imports/operations.server';
import { readBookApart } from '#app/open-data/imports/reading-apart.server';
import type { ReturnedSheet } from '#app/open-data/imports/source/returned-book';
import { totalOf, type BookReport } from './model';
import type { workbookPolicy } from './policy';
import { takeBookIn } from './taking.server';

interface Given {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly language: Language;
}
interface Brought {
  readonly id: string;
  /** The records have changed since the dry run, so nothing was written. */
  readonly again: boolean;
}
type Person = { readonly actor: PersonActor; readonly rule: string };

/** Reads a workbook that came back and does all of it but for keeping it: every row with what would become of it, every error at once. */
export async function checkWorkbook(granted: PermitFor<typeof workbookPolicy.check>, occasion: Occasion, { name, bytes, language }: Given): Promise<Result<Brought>> {
  const read = await readBookApart(bytes, dayOf(occasion.now));
  if (!read.ok) return refused(fileProblem(read.problem));
  return inTransaction(granted, occasion, async (tx) => {
    const person = personIn(granted);
    const file = await storeSource(tx, { bytes, name, uploadedBy: person.actor.id });
    const id = newId();
    await tx.insertInto('imports').values({ id, kind: 'workbook', shape: 'workbook', file_id: file.id, file_name: name.slice(-200) || 'file', status: 'checked', started_by: person.actor.id, created_at: occasion.now }).execute();
    await keep(tx, id, await carried(tx, person, occasion, read.value, language, () => false));
    return done({ id, again: false });
  });
}

/** Takes a workbook as its dry run has shown; where the outcome differs by now, nothing is written and a person looks again. */
export async function applyWorkbook(granted: PermitFor<typeof workbookPolicy.apply>, occasion: Occasion, language: Language): Promise<Result<Brought>> {
  const { file_id } = await database().selectFrom('imports').select('file_id').where('id', '=', granted.subject.id).executeTakeFirstOrThrow();
  const file = await readStoredFile(database(), file_id);
  if (file === undefined) throw new Error(`the file of workbook ${granted.subject.id} is gone`);
  const read = await readBookApart(file.bytes, dayOf(occasion.now));
  if (!read.ok) return refused(fileProblem(read.problem));
  return inTransaction(granted, occasion, async (tx) => {
    const row = await tx.selectFrom('imports').selectAll().where('id', '=', granted.subject.id).forUpdate().executeTakeFirstOrThrow();
    if (row.status !== 'checked') return refused(problem('form:problems.changed_meanwhile'));
    granted.again(row);
    const shown = JSON.stringify([row.rows_new, row.rows_changed, row.rows_unchanged, row.rows_in_error]);
    const same = (report: BookReport) => { const total = totalOf(report); return JSON.stringify([total.new, total.changed, total.unchanged, total.inError]) === shown; };
    const report = await carried(tx, personIn(granted), occasion, read.value, language, same);
    await keep(tx, row.id, report);
    if (same(report)) await tx.updateTable('imports').set({ status: 'applied', settled_at: occasion.now }).where('id', '=', row.id).execute();
    return done({ id: row.id, again: !same(report) });
  });
}

/** Does the whole of it inside the transaction, and takes everything back to where it was unless it is kept: a dry run is the real thing. */
async function carried(tx: Tx, person: Person, occasion: Occasion, sheets: readonly ReturnedSheet[], language: Language, isKept: (report: BookReport) => boolean): Promise<BookReport> {
  await sql`savepoint before_workbook`.execute(tx);
  const report = await takeBookIn({ tx, occasion, ...person }, sheets, language);
  await (isKept(report) ? sql`release savepoint before_workbook` : sql`rollback to savepoint before_workbook`).execute(tx);
  return report;
}

async function keep(tx: Tx, id: string, report: BookReport): Promise<void> {
  const total = totalOf(report);
  await tx.updateTable('imports').set({
    rows_read: total.read, rows_new: total.new, rows_changed: total.changed, rows_unchanged: total.unchanged, rows_in_error: total.inError,
    outcome: sql`${JSON.stringify(report)}::text::jsonb`, version: sql<number>`version + 1`,
  }).where('id', '=', id).execute();
}

function personIn({ actor, rule }: { readonly actor: unknown; readonly rule: string }): Person {
  const person = actor as PersonActor;
  if (person.kind !== 'person') throw new Error('a workbook is brought by a person');
  return { actor: person, rule };
}
