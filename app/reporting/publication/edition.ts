import type { Licence } from '#app/coalitions/licences';
import type { Language } from '#app/languages/language';
import type { StoredFigure } from '#app/reporting/figures/model';
import type { FigureView } from '#app/reporting/figures/view';
import type { ReportRecord } from '#app/reporting/reports/queries.server';
import type { Chapter } from './chapters.server';

/** A report as it was published, in one language: what its pages, its PDF, its Word file, its spreadsheet and its data are written from, and nothing else. */
export interface EditionModel {
  readonly id: string;
  readonly ref: string;
  readonly number: number;
  readonly year: number;
  readonly coalition_id: string;
  readonly language: Language;
  /** The language whose text decides. */
  readonly authoritative: Language;
  readonly title: string;
  readonly titleLanguage: Language;
  readonly summary: string | null;
  readonly publisher: string;
  readonly publisherLanguage: Language;
  readonly publishedOn: string;
  readonly asOf: string;
  /** What seals the snapshot that every figure was computed from. */
  readonly snapshot: { readonly id: string; readonly sha256: string };
  readonly chapters: readonly Chapter[];
  readonly figures: readonly EditionFigure[];
  /** Languages in which at least one chapter is written. */
  readonly languages: readonly Language[];
  /** Where this edition stays, whatever comes after it. */
  readonly address: string;
  readonly citation: string;
  /** How it may be used; null where its coalition had not said when it came out. */
  readonly licence: Licence | null;
  /** What it corrects of the edition before it, and which one corrects it. */
  readonly corrections: Pick<ReportRecord, 'corrected_by' | 'errata'>;
  /** Every edition that is out, the first first. */
  readonly issues: readonly Issue[];
}

/** What a file of an edition is called, without its ending: its language tells files of one edition apart. */
export const fileNameOf = ({ ref, number, language }: Pick<EditionModel, 'ref' | 'number' | 'language'>): string => `${ref}-${number}.${language}`;

export interface EditionFigure {
  readonly id: string;
  readonly stored: StoredFigure;
  readonly view: FigureView;
  /** How many rows its list of records has. */
  readonly records: number;
  /** The chapter that shows it, where one does. */
  readonly chapter: number | null;
}

export interface Issue {
  readonly number: number;
  readonly on: string;
}
