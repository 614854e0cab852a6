import type { Text } from '#app/languages/catalogue';
import type { EditionModel } from './edition';
import { editionColumns, lineFields, linesOfEdition } from './lines';
import { recordsTable, type KindCount } from './records.server';
import type { EditionTable } from './tables';

/** A table with how many rows it has. */
export interface CountedTable extends EditionTable {
  readonly count: number;
}

/** What an edition says in rows: all of its figures, and every record of its snapshot by kind. */
export function tablesOf(edition: EditionModel, kinds: readonly KindCount[], t: Text): CountedTable[] {
  const lines = linesOfEdition(edition, t);
  return [
    { name: 'figures', title: t('files.figures'), fields: lineFields, count: lines.length, rows: () => lines.map((line) => editionColumns.map(({ value }) => value(line))) },
    ...kinds.map(({ kind, count }) => ({ ...recordsTable(edition, kind, t(`files.kinds.${kind}`)), count })),
  ];
}
