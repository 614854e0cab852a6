import type { PersonActor } from '#app/access/actor';
import { problem } from '#app/access/result';
import { goalFields, textFields, type SheetError, type SheetRow, type SheetTaken } from '#app/commitments/sheets/model';
import type { SheetName } from '#app/commitments/sheets/columns';
import { takeSheetIn } from '#app/commitments/sheets/operations.server';
import type { Bringing } from '#app/commitments/sheets/writing.server';
import type { Language } from '#app/languages/language';
import type { ReturnedSheet } from '#app/open-data/imports/source/returned-book';
import { bookCommitment, bookSheets, type BookReport, type BookSheetName, type SheetReport } from './model';
import { openUpdates, settleUpdate, updatesSaid } from './updates.server';

type By = Bringing & { readonly actor: PersonActor };

/** By what a row is known, and what it says, sheet by sheet. */
const facts: Readonly<Record<BookSheetName, { readonly keys: readonly string[]; readonly said: readonly string[]; readonly sheet: SheetName | null }>> = {
  Commitments: { keys: ['ref'], said: bookCommitment, sheet: 'commitments' },
  Goals: { keys: ['ref', 'number'], said: Object.keys(goalFields), sheet: 'goals' },
  Texts: { keys: ['ref', 'language'], said: Object.keys(textFields), sheet: 'texts' },
  Updates: { keys: ['ref', 'cycle'], said: updatesSaid, sheet: null },
};
const own: ReadonlySet<string> = new Set(['Lists', 'Read me']);

/** Takes the sheets of a workbook in their order, each row in the name of who brings it. Sheets that are not ours are named and left. */
export async function takeBookIn(by: By, given: readonly ReturnedSheet[], language: Language): Promise<BookReport> {
  const started = new Map((await by.tx.selectFrom('commitments').select(['ref', 'version']).where('ref', 'in', ['', ...refsIn(given)]).execute()).map(({ ref, version }) => [ref, version]));
  const reports: SheetReport[] = [];
  for (const name of bookSheets) {
    const sheet = given.find((one) => one.name === name);
    if (sheet !== undefined) reports.push(await takeOne({ ...by, started }, name, sheet, language));
  }
  return { sheets: reports, others: given.map(({ name }) => name).filter((name) => !own.has(name) && !bookSheets.some((one) => one === name)) };
}

const refsIn = (given: readonly ReturnedSheet[]): string[] => [...new Set(given.flatMap(({ table }) => (table.ok ? table.value.records.flatMap(({ cells }) => cells['ref'] ?? []) : [])))];

async function takeOne(by: By, name: BookSheetName, { table }: ReturnedSheet, language: Language): Promise<SheetReport> {
  const empty = { read: 0, new: 0, changed: 0, unchanged: 0, inError: 0 };
  if (!table.ok) {
    if (table.problem.code === 'no-rows') return { name, counts: empty, errors: [], unread: [] };
    return { name, counts: { ...empty, read: 1, inError: 1 }, errors: [{ row: 1, column: null, problem: problem(`open-data:imports.problems.${table.problem.code}`, undefined, table.problem.values) }], unread: [] };
  }
  const { keys, said, sheet } = facts[name];
  const { header, records, errors } = table.value;
  const lacking = keys.filter((key) => !header.includes(key));
  if (lacking.length > 0) return { name, counts: { ...empty, read: records.length, inError: records.length }, errors: [{ row: 1, column: lacking[0] ?? null, problem: problem('open-data:workbook.no_key') }], unread: [] };
  const read = new Set([...keys, ...said, 'version']);
  const rows = records.map(({ row, cells }): SheetRow => ({ row, cells: Object.fromEntries(header.filter((column) => read.has(column)).map((column) => [column, cells[column] ?? null])) }));
  const { once, repeated } = onlyOnce(rows, keys);
  const taken = sheet === null ? await takeUpdates(by, once, language) : await takeSheetIn(by, sheet, once);
  const all = [
    ...errors.map(({ row, column, code, values }): SheetError => ({ row, column, problem: problem(`open-data:imports.errors.${code}`, undefined, values) })), ...repeated, ...taken.errors,
  ].toSorted((a, b) => a.row - b.row);
  const being = (outcome: string) => taken.outcomes.filter((one) => one.outcome === outcome).length;
  const counts = { read: records.length + new Set(errors.map(({ row }) => row)).size, new: being('new'), changed: being('changed'), unchanged: being('unchanged'), inError: new Set(all.map(({ row }) => row)).size };
  return { name, counts, errors: all, unread: header.filter((column) => !read.has(column)) };
}

/** A record has one row: a second one is an error rather than the last word. */
function onlyOnce(rows: readonly SheetRow[], keys: readonly string[]): { readonly once: readonly SheetRow[]; readonly repeated: readonly SheetError[] } {
  const seen = new Map<string, number>();
  const [once, repeated]: [SheetRow[], SheetError[]] = [[], []];
  for (const row of rows) {
    const key = row.cells['ref'] == null ? `row ${row.row}` : keys.map((name) => row.cells[name] ?? '').join(' ');
    const first = seen.get(key);
    if (first === undefined) once.push(row);
    else repeated.push({ row: row.row, column: keys[0] ?? null, problem: problem('open-data:workbook.repeated', undefined, { row: first }) });
    seen.set(key, first ?? row.row);
  }
  return { once, repeated };
}

async function takeUpdates(by: By, rows: readonly SheetRow[], language: Language): Promise<SheetTaken> {
  const open = await openUpdates(by.actor, { language, now: by.occasion.now });
  const outcomes: SheetTaken['outcomes'][number][] = [];
  const errors: SheetError[] = [];
  for (const { row, cells } of rows) {
    const settled = await settleUpdate(by, open, cells, language);
    if ('outcome' in settled) outcomes.push({ row, ...settled });
    else errors.push(...settled.map((error) => ({ row, ...error })));
  }
  return { outcomes, errors };
}
