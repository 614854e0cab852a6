import type { MissingReason, Note, RepeatReason } from './model';
import type { QuestionCode, Vanished } from '#app/records/sources/model';
import type { IatiPart } from './rows';

/** How many rows of a file are what: `read = new + changed + unchanged + inError`. */
export interface Counts {
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly inError: number;
}

/** The counts of one kind of rows, in a file that holds several. */
export interface PartCounts extends Counts {
  readonly part: IatiPart;
}

export const sameCounts = (one: Counts, other: Counts): boolean =>
  one.read === other.read && one.new === other.new && one.changed === other.changed && one.unchanged === other.unchanged && one.inError === other.inError;

/** A value that the file changes, or would change. `row` is the row of the file; values are cut to what a table can show. */
export interface Change {
  readonly row: number;
  readonly record: RecordName;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A record by what people cite: `CMT-2026-0042`, `ORG-0007`, an IATI identifier. */
export interface RecordName {
  readonly table: string;
  readonly ref: string;
}

/** Values that the file does not give, by field and reason. */
export interface MissingCount {
  readonly field: string;
  readonly reason: MissingReason;
  readonly rows: number;
}

export interface RepeatedRow {
  readonly row: number;
  readonly first: number;
  readonly because: RepeatReason;
}

/** What is known of an import beside its counts and errors; kept with it. */
export interface Outcome {
  readonly format: 'delimited' | 'list' | 'workbook' | 'xml';
  readonly encoding: string | null;
  readonly notes: readonly Note[];
  readonly missing: readonly MissingCount[];
  /** The first of the rows that say what an earlier one said. */
  readonly repeats: readonly RepeatedRow[];
  readonly repeated: number;
  /** The first of the values that change. */
  readonly changes: readonly Change[];
  readonly values: number;
  /** By kind, where a file holds several. Absent in what was taken in before this was asked. */
  readonly parts?: readonly PartCounts[] | undefined;
  /** How often the file departs from the schema of its form. */
  readonly departures?: number | undefined;
  /** The first of what the same source said before and says no longer. */
  readonly vanished?: readonly Vanished[] | undefined;
  readonly vanishedInAll?: number | undefined;
  readonly questions: readonly { readonly code: QuestionCode; readonly count: number }[];
  readonly duplicates: number;
  /** What the dry run before this one had found, where the records have changed since. */
  readonly before: Counts | null;
}

/** Enough to see what happens; the rest is in the records themselves. */
export const mostListed = 100;
/** What waits for a person is shown in portions that a person can work through. */
export const mostAsked = 25;
