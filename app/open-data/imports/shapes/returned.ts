import { sheets, type SheetName } from '#app/commitments/sheets/columns';
import { identityOf, withRepeats } from '#app/open-data/imports/identity';
import type { Note } from '#app/open-data/imports/model';
import { listed } from '#app/open-data/imports/recognise';
import { collect } from '#app/open-data/imports/row-reading';
import type { ReturnedRow } from '#app/open-data/imports/rows';
import type { SourceTable } from '#app/open-data/imports/source/table';
import { type Shape, inRowOrder } from './shape';

/**
 * Our own lists, taken as a file, edited elsewhere and brought back: known by the heads that we gave them. Which cells say something, and
 * whether they may, is decided where the records are; columns that follow from others are not read, and named.
 */
function returned<K extends 'commitment-list' | 'commitment-goals' | 'commitment-texts'>(kind: K, sheet: SheetName, keys: readonly string[]): Shape {
  const { known, said, all } = sheets[sheet];
  const read: ReadonlySet<string> = new Set([...keys, ...said]);
  return {
    id: `concord-${kind}`, kind, required: known, optional: all,
    read: (source: SourceTable) => {
      const { rows, errors } = withRepeats(collect(source, (reading): ReturnedRow => {
        const cells = Object.fromEntries(source.header.filter((column) => read.has(column)).map((column) => [column, reading.cell(column)]));
        const key = keys.map((column) => reading.cell(column));
        // A row without its reference is about nothing yet: it is what it says.
        return { ...reading.identified(identityOf(...(key.includes(null) ? Object.values(cells) : key))), cells };
      }), keys[0] ?? '');
      const derived = source.header.filter((column) => all.includes(column) && !read.has(column));
      const notes: Note[] = derived.length === 0 ? [] : [{ code: 'columns-derived', values: { number: derived.length, columns: listed(derived) } }];
      return { kind, rows, errors: inRowOrder(errors), notes };
    },
  };
}

export const returnedList = returned('commitment-list', 'commitments', ['ref']);
export const returnedGoals = returned('commitment-goals', 'goals', ['ref', 'number']);
export const returnedTexts = returned('commitment-texts', 'texts', ['ref', 'language']);
