import type { FileColumn } from '#app/table/files/column';
import { partKey, type StoredFigure } from './model';
import type { FigureRecord } from './queries.server';
import { completed } from './view';

/** One row of a figure, as a line of the report's data. */
export interface FigureLine {
  readonly figure: string;
  readonly part: string;
  readonly label: string;
  readonly value: string;
  readonly currency: string | null;
  readonly count: number;
  readonly reporting: number;
  readonly expected: number;
  readonly missing: number;
  readonly as_of: string;
  readonly ref: string;
}

/** Every row of every figure, in the order of the report. */
export function linesOf(ref: string, figures: readonly StoredFigure[], label: (figure: StoredFigure, part: string) => string): FigureLine[] {
  return figures.flatMap((figure) => completed(figure).map((row) => ({
    figure: figure.key, part: row.part, label: label(figure, partKey(figure.key, row)), value: row.value, currency: row.currency ?? figure.currency, count: row.count,
    reporting: figure.reporting, expected: figure.expected, missing: figure.missing, as_of: figure.as_of, ref,
  })));
}

export const lineColumns: readonly FileColumn<FigureLine>[] = [
  { header: 'figure', value: (line) => line.figure },
  { header: 'part', value: (line) => line.part },
  { header: 'label', value: (line) => line.label },
  { header: 'value', value: (line) => line.value },
  { header: 'currency', value: (line) => line.currency },
  { header: 'count', value: (line) => line.count },
  { header: 'reporting', value: (line) => line.reporting },
  { header: 'expected', value: (line) => line.expected },
  { header: 'missing', value: (line) => line.missing },
  { header: 'as_of', value: (line) => line.as_of },
  { header: 'ref', value: (line) => line.ref },
];

export const recordColumns: readonly FileColumn<FigureRecord>[] = [
  { header: 'part', value: (record) => record.part },
  { header: 'kind', value: (record) => record.kind },
  { header: 'ref', value: (record) => record.ref },
  { header: 'id', value: (record) => record.record_id },
  { header: 'title', value: (record) => record.title },
  { header: 'date', value: (record) => record.on },
  { header: 'value', value: (record) => record.amount },
  { header: 'currency', value: (record) => record.currency },
  { header: 'value_usd', value: (record) => record.amount_usd },
];
