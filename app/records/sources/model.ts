/** A row of a published file on its way in. The key is the same in every later edition; an equal hash means the source says the same. */
export interface Incoming {
  readonly source_key: string;
  readonly content_hash: string;
}

/** A row of published data that says why a value is null, by field. */
export interface Published extends Incoming {
  readonly missing: Readonly<Record<string, unknown>>;
}

export type Outcome = 'new' | 'changed' | 'unchanged';
/** What became of each row, by its key, and the record it stands for. */
export type Outcomes = ReadonlyMap<string, { readonly outcome: Outcome; readonly id: string }>;

/** Where rows come from: the name of the source, and the import that brings them (absent for tests and the demo world). */
export interface Origin {
  readonly source: string;
  readonly importId: string | null;
}

/** A value of a record that the source says otherwise now; `key` is the row that says it. */
export interface Difference {
  readonly key: string;
  readonly record: { readonly table: string; readonly ref: string };
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What the same source said before and says no longer: it stays on record and is listed. `said` is what it was, in figures. */
export interface Vanished {
  readonly record: { readonly table: string; readonly ref: string };
  readonly part: 'activity' | 'transaction' | 'budget' | 'participant';
  readonly said: string | null;
}

/** What the source said of a record before. */
export interface Known {
  readonly content_hash: string;
  readonly id: string;
}

/** The outcome of each row against what its source said before; `idOf` names the record of one that is new. */
export function compared<Row extends Incoming>(
  rows: readonly Row[], known: ReadonlyMap<string, Known>, idOf: (row: Row) => string, first: (row: Row) => Outcome = () => 'new',
): Map<string, { outcome: Outcome; id: string }> {
  return new Map(rows.map((row) => {
    const before = known.get(row.source_key);
    if (before === undefined) return [row.source_key, { outcome: first(row), id: idOf(row) }];
    return [row.source_key, { outcome: before.content_hash === row.content_hash ? 'unchanged' : 'changed', id: before.id }];
  }));
}

/** Rows that were taken but want a person's eye. Words: `open-data:imports.questions.<code>`. */
export const questionCodes = ['FI-4', 'tags', 'edited', 'decided', 'long_name', 'shares', 'dates'] as const;
export type QuestionCode = (typeof questionCodes)[number];

export interface Question {
  readonly record_id: string;
  readonly code: QuestionCode;
  readonly details: Readonly<Record<string, unknown>>;
}
