import { direction } from '#app/languages/language';
import { fileTable } from '#app/table/files/column';
import { bookOf, type BookSheet } from '#app/table/files/workbook';
import { aboutEdition, type Telling } from './about';
import type { EditionModel } from './edition';
import { kindsOf } from './records.server';
import { fileTableOf } from './tables';
import { tablesOf } from './tables.server';

/** An edition as a workbook: what it is, all of its figures, and a sheet for each kind of record of its snapshot. */
export async function* editionBook(edition: EditionModel, telling: Telling): AsyncGenerator<Uint8Array> {
  const { t } = telling;
  const rtl = direction(edition.language) === 'rtl';
  const [[label, title] = ['', ''], ...facts] = aboutEdition(edition, telling);
  const about: BookSheet = {
    name: t('files.about'), rtl, widths: [28, 100],
    table: fileTable<readonly [string, string]>([{ header: label, value: (fact) => fact[0] }, { header: title, value: (fact) => fact[1] }], facts),
  };
  const tables = tablesOf(edition, await kindsOf(edition), t);
  yield* bookOf([about, ...tables.map((table): BookSheet => ({ name: table.title, rtl, table: fileTableOf(table) }))]);
}
