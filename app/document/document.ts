import type { Language } from '#app/languages/language';

/**
 * A document as it is printed, an annual report or the profile of a country: words, numbers and pictures in reading order, already in the
 * reader's language, and nothing that knows where they came from. Days are `YYYY-MM-DD`; figures are texts, formatted and rounded by whoever counted them.
 */
export interface PrintedDocument {
  /** Sets the language of the file, its reading direction, its fonts and how its days are written. */
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** Of title and subtitle, where it is another one than the document's; so for the next. */
  readonly titleLanguage?: Language | undefined;
  readonly publisher: string;
  readonly publisherLanguage?: Language | undefined;
  readonly ref: string;
  /** Empty for what has no editions. */
  readonly version: string;
  /** Also the creation date inside the file, so that the same report gives the same bytes on any day. */
  readonly publishedOn: string;
  readonly asOf: string;
  readonly keywords: readonly string[];
  /** `brief` is set close on the first page on, without contents, for what is read at one sitting; a `report` unless told. */
  readonly form?: 'report' | 'brief' | undefined;
  /** Said on the first page, before the contents: what is invented, paraphrased or corrected. */
  readonly notices: readonly string[];
  /** At the foot of the first page, in small type: how it is quoted, how it may be used, how it is checked. */
  readonly imprint?: readonly string[] | undefined;
  readonly words: PrintWords;
  readonly sections: readonly Section[];
}

/** The fixed words of a printed report. `{name}` marks where a value goes, since no two languages put it in the same place. */
export interface PrintWords {
  readonly contents: string;
  /** Takes `{page}` and `{pages}`, in this order. */
  readonly page: string;
  /** Takes `{number}`. */
  readonly figure: string;
  /** Takes `{number}`. */
  readonly table: string;
  /** Takes `{source}`. */
  readonly source: string;
  /** Takes `{day}`. */
  readonly asOf: string;
  readonly reference: string;
  readonly version: string;
  readonly publishedOn: string;
  /** Label of the day that all figures describe. */
  readonly figuresAsOf: string;
}

export interface Section {
  /** Of its heading and lede, where it is another one than the document's. */
  readonly language?: Language | undefined;
  /** As printed, `3` or `3.1`; empty for a section that is not counted. */
  readonly number: string;
  readonly heading: string;
  /** One or two sentences that say what the section found. */
  readonly lede?: string;
  /** Who wrote it, who signed it off and when, as one line. */
  readonly credit?: string;
  readonly blocks: readonly Block[];
  readonly sections?: readonly Section[];
}

/** A stretch of text in one style. A link is an address of the web and is followed from the page. */
export interface Run {
  readonly text: string;
  readonly strong?: true | undefined;
  readonly emphasis?: true | undefined;
  readonly href?: string | undefined;
  /** Where it is another one than that of its passage: what somebody else wrote, kept in its own direction. */
  readonly language?: Language | undefined;
}

export type Block = Paragraph | Subheading | List | Notice | Figure | Table;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Where it is another one than the document's; so for the next two. */
  readonly language?: Language | undefined;
  readonly runs: readonly Run[];
}

/** A heading inside a section; depth 1 lies directly beneath the heading of the section. */
export interface Subheading {
  readonly kind: 'heading';
  readonly language?: Language | undefined;
  readonly depth: number;
  readonly text: string;
}

export interface List {
  readonly kind: 'list';
  readonly language?: Language | undefined;
  readonly ordered: boolean;
  /** The first number of an ordered list; 1 unless told. */
  readonly start?: number | undefined;
  readonly items: readonly (readonly Block[])[];
}

/** Set off by a rule at its side, in red where it is a correction. */
export interface Notice {
  readonly kind: 'notice';
  readonly tone: 'plain' | 'correction';
  readonly runs: readonly Run[];
}

/** A finding, the picture that shows it, where it comes from, and the same numbers as a table. */
export interface Figure {
  readonly kind: 'figure';
  readonly number: string;
  /** The headline in words: what the figure says, not what it is about. */
  readonly finding: string;
  /** What is drawn: quantity, unit, order. */
  readonly description?: string | undefined;
  /** What somebody who does not see the picture is told instead. */
  readonly alt: string;
  readonly picture: Bars | Drawing;
  readonly source: string;
  readonly asOf: string;
  /** "96 of 128 commitments reported": no total stands without it (RP-4). */
  readonly reporting: string;
  readonly table?: Table | undefined;
}

export interface Bars {
  readonly kind: 'bars';
  readonly bars: readonly Bar[];
}

/** A bar from the edge where reading starts. Lengths are shares of the full width, 0 to 1. */
export interface Bar {
  readonly label: string;
  /** Of its label, where it is another one than the document's. */
  readonly language?: Language | undefined;
  /** Written behind the bar, such as `26 %`. */
  readonly value: string;
  /** Written at the far end above the bar, such as `730 of 2,800`. */
  readonly note?: string | undefined;
  readonly share: number;
  /** The pale bar behind it, for "of how many"; the full width unless told. */
  readonly whole?: number | undefined;
}

/** A finished drawing with its styles inside (a print has no style sheet). */
export interface Drawing {
  readonly kind: 'drawing';
  readonly svg: string;
}

export interface Table {
  readonly kind: 'table';
  /** Empty where the caption alone is enough. */
  readonly number: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  /** One text per column; a shorter row is filled with empty cells. */
  readonly rows: readonly (readonly string[])[];
  /** Of the first cell of each row, where it is another one than the document's. */
  readonly rowLanguages?: readonly (Language | undefined)[] | undefined;
  /** The last row, set apart by a rule. */
  readonly total?: readonly string[] | undefined;
  /** Where the numbers come from, as one line beneath. */
  readonly note?: string | undefined;
}

export interface Column {
  readonly label: string;
  /** Set to the right in every language, ones under ones, and never broken. */
  readonly numeric: boolean;
}
