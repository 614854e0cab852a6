import type { Text } from '#app/languages/catalogue';
import { lineColumns, linesOf, type FigureLine } from '#app/reporting/figures/columns';
import { partKey, type RungCount } from '#app/reporting/figures/model';
import { partLabel } from '#app/reporting/figures/labels';
import { verifications } from '#app/records/verification/model';
import type { FileColumn } from '#app/table/files/column';
import type { EditionFigure, EditionModel } from './edition';
import type { Field, FieldType } from './tables';

/** A row of a figure with what the figure says about itself. */
export interface EditionLine extends FigureLine {
  readonly number: string;
  readonly name: string;
  /** What the value counts, or its currency. */
  readonly unit: string;
  readonly total: string | null;
  /** How many records of the row stand on each rung; null where nobody looks at what is counted. */
  readonly rungs: readonly RungCount[] | null;
}

/** Every row of every figure of an edition, in its language. */
export const linesOfEdition = (edition: EditionModel, t: Text): EditionLine[] => edition.figures.flatMap((figure) => linesOfFigure(edition, figure, t));

function linesOfFigure({ ref, language }: EditionModel, { stored, view }: EditionFigure, t: Text): EditionLine[] {
  const { key, number, definition: { total, measure }, verification } = stored;
  return linesOf(ref, [stored], (figure, part) => partLabel(figure, part, { t, language })).map((line) => ({
    ...line, number, name: view.about, total, unit: measure === 'money' ? line.currency ?? '' : t(`figures.${key}.count`),
    rungs: verification === null ? null : verification.filter(({ part }) => part === partKey(key, line)),
  }));
}

const rung = (name: RungCount['rung']): FileColumn<EditionLine> => ({ header: name, value: ({ rungs }) => (rungs === null ? null : rungs.filter((one) => one.rung === name).reduce((sum, { count }) => sum + count, 0)) });

export const editionColumns: readonly FileColumn<EditionLine>[] = [
  ...lineColumns,
  { header: 'number', value: (line) => line.number },
  { header: 'name', value: (line) => line.name },
  { header: 'unit', value: (line) => line.unit },
  { header: 'total', value: (line) => line.total },
  ...(['not_reported', ...verifications] as const).map(rung),
];

const numbers = new Set(['value', 'before', 'new', 'changed', 'withdrawn', 'restated', 'rate']);
const words = new Set(['figure', 'part', 'label', 'currency', 'ref', 'number', 'name', 'unit', 'total']);
const typeOf = (name: string): FieldType => (name === 'as_of' ? 'date' : numbers.has(name) ? 'number' : words.has(name) ? 'string' : 'integer');
export const lineFields: readonly Field[] = editionColumns.map(({ header }) => ({ name: header, type: typeOf(header) }));
