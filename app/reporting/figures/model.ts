/**
 * Figures of a report: defined once, computed from the snapshot, stored with what they say about themselves.
 * `key` is what a section binds with `{{figure:key}}` and what the address carries.
 */
export const figureKeys = ['standing', 'groups', 'clauses', 'ladder', 'currencies', 'members', 'work', 'rungs'] as const;
export type FigureKey = (typeof figureKeys)[number];

export const isFigureKey = (text: string): text is FigureKey => figureKeys.some((key) => key === text);

/** What a figure counts, and how its rows are read. `currency` and `total` are said wherever money is shown (FI-7). */
export interface FigureDefinition {
  readonly key: FigureKey;
  /** Its number in the report, by chapter: `2.1`. */
  readonly number: string;
  readonly measure: 'count' | 'money';
  readonly currency: string | null;
  readonly total: 'A' | null;
  /** Changes whenever what is counted changes; kept with the snapshot. */
  readonly version: number;
}

export const definitions: Readonly<Record<FigureKey, FigureDefinition>> = {
  standing: { key: 'standing', number: '2.1', measure: 'count', currency: null, total: null, version: 1 },
  groups: { key: 'groups', number: '3.1', measure: 'count', currency: null, total: null, version: 1 },
  clauses: { key: 'clauses', number: '2.2', measure: 'count', currency: null, total: null, version: 1 },
  ladder: { key: 'ladder', number: '4.1', measure: 'money', currency: 'USD', total: 'A', version: 1 },
  currencies: { key: 'currencies', number: '4.2', measure: 'money', currency: null, total: null, version: 1 },
  members: { key: 'members', number: '5.1', measure: 'count', currency: null, total: null, version: 1 },
  rungs: { key: 'rungs', number: '2.3', measure: 'count', currency: null, total: null, version: 1 },
  work: { key: 'work', number: '5.2', measure: 'count', currency: null, total: null, version: 1 },
};

/**
 * One row: `part` is a code (a status, a clause, a transaction type); `value` a decimal string; `count` the records behind it;
 * `currency` where each row has its own. `first` is the share of the value that was designed in from the start (groups).
 */
export interface FigureRow {
  readonly part: string;
  readonly value: string;
  readonly count: number;
  readonly currency: string | null;
  readonly first: string | null;
}

/** RP-4: n of N. */
export interface Coverage {
  readonly reporting: number;
  readonly expected: number;
}

export interface FigureResult extends Coverage {
  readonly rows: readonly FigureRow[];
  readonly missing: number;
}

/** Names that were frozen with the figure, by part and language: clauses as they were called in the version of that day. */
export type PartNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A figure as it is kept: what was computed at freezing, and what it says about itself. */
export interface StoredFigure extends FigureResult {
  readonly key: FigureKey;
  readonly number: string;
  readonly currency: string | null;
  readonly as_of: string;
  readonly names: PartNames;
}

/** What a row is asked for by in the address of its records. */
export const partKey = (key: FigureKey, row: Pick<FigureRow, 'part' | 'currency'>): string => (key === 'currencies' ? `${row.part}:${row.currency ?? ''}` : row.part);
