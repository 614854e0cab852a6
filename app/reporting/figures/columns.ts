import type { FileColumn } from '#app/table/files/column';
import { effects, type Effect } from './difference';
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
  /** Why it is not what it was: decimal strings that add up from `before` to `value`; empty where no report came before. */
  readonly difference: Readonly<Record<Effect | 'before', string>> | undefined;
}

/** Every row of every figure, in the order of the report; what the report before had and this one has no more is a row of nought. */
export function linesOf(ref: string, figures: readonly StoredFigure[], label: (figure: StoredFigure, part: string) => string): FigureLine[] {
  return figures.flatMap((figure) => {
    const of = { figure: figure.name, reporting: figure.reporting, expected: figure.expected, missing: figure.missing, as_of: figure.as_of, ref };
    const differences = new Map(figure.difference?.rows.map((row) => [row.part, row]));
    const lines = completed(figure).map((row): FigureLine => {
      const key = partKey(figure.key, row);
      return { ...of, part: row.part, label: label(figure, key), value: row.value, currency: row.currency ?? figure.currency, count: row.count, difference: differences.get(key) };
    });
    const shown = new Set(completed(figure).map((row) => partKey(figure.key, row)));
    const gone = [...differences.values()].filter(({ part }) => part !== '' && !shown.has(part));
    return [...lines, ...gone.map((row): FigureLine => ({ ...of, part: row.part, label: label(figure, row.part), value: '0', currency: row.currency ?? figure.currency, count: 0, difference: row }))];
  });
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
  ...(['before', ...effects] as const).map((name): FileColumn<FigureLine> => ({ header: name, value: (line) => line.difference?.[name] ?? null })),
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
