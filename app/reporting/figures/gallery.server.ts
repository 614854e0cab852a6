import type { Text } from '#app/languages/catalogue';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { boundFigures } from '#app/reporting/sections/model';
import type { ReportRecord } from '#app/reporting/reports/queries.server';
import { earlierSnapshot } from './difference.server';
import { bindingOf, definitions, figureKeys, type FigureKey } from './model';
import { figuresOf } from './queries.server';
import { viewOf, type FigureView } from './view';

/** A figure that a text of a report can be written around. */
export interface GalleryFigure {
  readonly key: FigureKey;
  readonly number: string;
  readonly name: string;
  /** What is counted. */
  readonly about: string;
  /** What is put into the text: `{{figure:standing}}`. */
  readonly binding: string;
  /** What it looks like: as it was frozen, else as the report of `year` showed it; null where neither has it. */
  readonly preview: { readonly figure: FigureView; readonly year: number; readonly frozen: boolean } | null;
  /** The chapters that are written around it. */
  readonly chapters: readonly number[];
}

/** Every figure that a report has, or will have once it is frozen, in the order of their numbers; a frozen one has the figures of its time. */
export async function figureGallery(report: ReportRecord, { t, language }: { readonly t: Text; readonly language: Language }): Promise<GalleryFigure[]> {
  const shown = await shownOf(report);
  const keys = report.snapshot === null ? figureKeys : report.figures.filter(({ subject }) => subject === null).map(({ key }) => key);
  return keys.map((key): GalleryFigure => {
    const figure = shown?.figures.find((one) => one.name === key);
    return {
      key, number: figure?.number ?? definitions[key].number, name: t(`figures.${key}.name`), about: t(`figures.${key}.about`), binding: bindingOf(key),
      preview: figure === undefined || shown === undefined ? null : { figure: viewOf(figure, { t, language, sha256: shown.sha256 }), year: shown.year, frozen: report.snapshot !== null },
      chapters: report.sections.filter(({ body }) => boundFigures(body).includes(key)).map(({ position }) => position),
    };
  }).toSorted((one, other) => (one.number < other.number ? -1 : 1));
}

/** The figures that are shown: the report's own, else those of the last report of an earlier year. */
async function shownOf({ snapshot, figures, year, coalition_id }: ReportRecord) {
  if (snapshot !== null) return { figures, year, sha256: snapshot.sha256 };
  const earlier = await earlierSnapshot(database(), { coalition_id, year });
  if (earlier === undefined) return undefined;
  const { report_id } = await database().selectFrom('snapshots').select('report_id').where('id', '=', earlier.id).executeTakeFirstOrThrow();
  return { figures: await figuresOf(report_id), year: earlier.year, sha256: earlier.sha256 };
}
