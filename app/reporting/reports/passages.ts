import { boundFigures } from '#app/reporting/sections/model';
import type { ReportRecord } from './queries.server';

/** A place of a report that can be named: a chapter, a figure in it, or the whole. */
export interface Passage {
  /** `2`, or `2:standing`. */
  readonly value: string;
  readonly position: number;
  /** Of a figure, its number. */
  readonly figure: string | null;
}

/** The chapters of a report, each with the figures that its text binds. */
export function passagesOf({ sections, figures }: Pick<ReportRecord, 'sections' | 'figures'>): Passage[] {
  return sections.flatMap(({ position, body }) => [
    { value: String(position), position, figure: null },
    ...boundFigures(body).flatMap((key): Passage[] => figures.filter((one) => one.name === key).map((one) => ({ value: `${position}:${key}`, position, figure: one.number }))),
  ]);
}
