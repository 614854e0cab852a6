import type { List, Notice, Paragraph } from '#app/document/document';
import type { Text } from '#app/languages/catalogue';
import type { Language } from '#app/languages/language';
import type { EditionFigure, EditionModel } from '#app/reporting/publication/edition';
import type { FileValue } from '#app/table/files/column';

/**
 * What else is made of an edition of a report: what it says, in words and numbers of one language. Its page, its PDF and its CSV are made of
 * this and of nothing else. Addresses are paths of the portal; on paper they stand whole.
 */
export interface Extract {
  /** What its files are called, in English. */
  readonly name: string;
  readonly title: string;
  readonly lede: string;
  /** Its page. */
  readonly href: string;
  /** `brief` is set close, without a page of contents. */
  readonly form: 'report' | 'brief';
  readonly parts: readonly ExtractPart[];
  /** Its rows for programs, where it is a table. */
  readonly rows: ExtractRows | null;
}

export interface ExtractPart {
  /** The anchor of its heading. */
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly ExtractBlock[];
}

export type ExtractBlock = Paragraph | List | Notice | BoundFigure | Numbers;

/** A figure of the edition, as its chapters show it. */
export interface BoundFigure {
  readonly kind: 'bound';
  readonly name: string;
}

/** A table; the first cell of a row names it, and leads to what it counts. */
export interface Numbers {
  readonly kind: 'numbers';
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly words: boolean }[];
  readonly rows: readonly NumbersRow[];
  readonly foot?: readonly string[] | undefined;
  /** RP-4: what it counts, and n of N. */
  readonly note: string;
}

export interface NumbersRow {
  readonly cells: readonly string[];
  readonly href?: string | undefined;
  /** The rows beneath it belong to it. */
  readonly heads?: boolean | undefined;
}

/** Codes and plain numbers, as every file of an edition has them; columns are only added, at the end. */
export interface ExtractRows {
  readonly header: readonly string[];
  readonly rows: readonly (readonly FileValue[])[];
}

/** For whom an extract is written. */
export interface ExtractReader {
  readonly t: Text;
  readonly language: Language;
  /** The edition that its addresses name; without a number they lead to the one that stands. */
  readonly named: number | undefined;
}

/** The figures of an edition that count everybody, not those of profiles. */
export const wholeFigures = ({ figures }: Pick<EditionModel, 'figures'>): readonly EditionFigure[] => figures.filter(({ stored }) => stored.subject === null);

/** The extracts that a report has as a whole, in the order in which they are offered, with their files. */
export const wholeExtracts = [{ name: 'summary', files: ['pdf'] }, { name: 'principles', files: ['pdf', 'csv'] }] as const;
export type WholeExtract = (typeof wholeExtracts)[number]['name'];
