import { sql } from 'kysely';
import type { PersonActor } from '#app/access/actor';
import { commitmentsNamed, type KnownRow } from '#app/commitments/list/export.server';
import { commitmentTypes, units, visibilities } from '#app/commitments/model';
import { readable, type View } from '#app/commitments/readable.server';
import { goalFileColumns, textFileColumns, valuesOf } from '#app/commitments/sheets/columns';
import { goalsNamed, textsNamed, type KnownText } from '#app/commitments/sheets/rows.server';
import { textFor } from '#app/languages/catalogues.server';
import { languages } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { translationOrigins } from '#app/records/translations/model';
import { answers, completions } from '#app/reporting/updates/model';
import { isSpokenFor } from '#app/reporting/updates/queries.server';
import { fileTable, type FileColumn, type FileTable, type FileValue } from '#app/table/files/column';
import type { BookSheet } from '#app/table/files/workbook';
import { bookCommitment } from './model';
import { openUpdates, updateCells, updateColumns } from './updates.server';

/** What cells are chosen from, a column of the sheet of lists each. */
const lists = {
  type: commitmentTypes, learner_data: ['yes', 'no'], visibility: visibilities, unit: units, title_language: languages, language: languages, origin: translationOrigins, answer: answers, completion: completions,
} as const satisfies Readonly<Record<string, readonly string[]>>;

const heads = Object.keys(lists) as (keyof typeof lists)[];
const rangeOf = (name: keyof typeof lists): string => {
  const letter = String.fromCharCode(65 + heads.indexOf(name));
  return `Lists!$${letter}$2:$${letter}$${lists[name].length + 1}`;
};
const choices = (...names: readonly (keyof typeof lists)[]) => Object.fromEntries(names.map((name) => [name, rangeOf(name)]));

const table = <Row,>(header: readonly string[], value: (row: Row, name: string) => FileValue, rows: AsyncIterable<Row> | Iterable<Row>): FileTable =>
  fileTable(header.map((name): FileColumn<Row> => ({ header: name, value: (row) => value(row, name) })), rows);
async function* translations(texts: AsyncIterable<KnownText>): AsyncGenerator<KnownText> {
  for await (const text of texts) if (text.language !== text.authoritative) yield text;
}
const named = (row: object, name: string): FileValue => (row as Readonly<Record<string, FileValue | undefined>>)[name] ?? null;

/** Everything that a person promises, to be filled in without a line: what stands here, what cells are chosen from, and how it comes back. */
export async function ownBook(viewer: PersonActor, view: View): Promise<readonly BookSheet[]> {
  const found = await sql<{ ref: string }>`select c.ref from commitments c where ${isSpokenFor(viewer)} and ${readable(viewer, view)} order by c.ref`.execute(database());
  const refs = found.rows.map(({ ref }) => ref);
  const t = textFor(view.language, 'open-data');
  const hidden = ['version'];
  const own = (columns: readonly { readonly header: string }[]) => ['version', ...columns.map(({ header }) => header)];
  const lines = Array.from({ length: Math.max(...heads.map((name) => lists[name].length)) }, (_, at) => at);
  return [
    { name: 'Commitments', hidden, choices: choices('type', 'learner_data', 'visibility'), table: table(['version', 'ref', 'status', ...bookCommitment], (row: KnownRow, name) => (name === 'version' ? row.version : (valuesOf(row)[name] ?? null)), commitmentsNamed(viewer, refs, view, database())) },
    { name: 'Goals', hidden, choices: choices('unit'), table: table(own(goalFileColumns), named, goalsNamed(viewer, refs, view, database())) },
    { name: 'Texts', hidden, choices: choices('origin'), table: table(own(textFileColumns), named, translations(textsNamed(viewer, refs, view, database()))) },
    { name: 'Updates', hidden, choices: choices('answer', 'completion'), table: table(updateColumns, named, (await openUpdates(viewer, view)).map(updateCells)) },
    { name: 'Lists', unseen: true, table: table(heads, (line: number, name) => lists[name as keyof typeof lists][line] ?? null, lines) },
    { name: 'Read me', table: table([t('workbook.read_me')], (line: string) => line, ['what', 'rows', 'choices', 'begin', 'public', 'updates', 'back'].map((key) => t(`workbook.how.${key}`))) },
  ];
}
