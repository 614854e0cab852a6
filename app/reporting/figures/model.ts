import type { Verification } from '#app/records/verification/model';
import type { FigureDifference } from './difference';
import type { NamedSubject } from './subjects';

/**
 * Figures of a report: defined once, computed from the snapshot, stored with what they say about themselves.
 * `key` is what a section binds with `{{figure:key}}` and what the address carries.
 */
export const figureKeys = ['standing', 'groups', 'clauses', 'ladder', 'currencies', 'members', 'work', 'rungs', 'total_a', 'total_b', 'total_c'] as const;
export type FigureKey = (typeof figureKeys)[number];

export const isFigureKey = (text: string): text is FigureKey => figureKeys.some((key) => key === text);

/** What binds a figure in a text; the other way round it is `boundFigures`. */
export const bindingOf = (name: string): string => `{{figure:${name}}}`;

/** FI-7: which of the three totals of money: gross announced, net of links, confirmed received. */
export type Total = 'A' | 'B' | 'C';

/** What is let into a figure; each has its words in the catalogue. */
export const filters = ['public_commitments', 'still_promised', 'reported_this_year', 'public_pledges', 'cash_alone', 'providers_account', 'net_of_links', 'receivers_word', 'payments_by_day', 'active_members', 'public_acts', 'of_country', 'of_group', 'of_member'] as const;
export type Filter = (typeof filters)[number];

/** What a figure counts, and how its rows are read. `currency` and `total` are said wherever money is shown (FI-7). */
export interface FigureDefinition {
  readonly key: FigureKey;
  /** Its number in the report, by chapter: `2.1`. */
  readonly number: string;
  readonly measure: 'count' | 'money';
  readonly filters: readonly Filter[];
  readonly currency: string | null;
  readonly total: Total | null;
  /** Each record is in one part, in one unit: the parts have a sum. */
  readonly adds: boolean;
  /** Changes whenever what is counted changes; kept with the snapshot. */
  readonly version: number;
}

const promises = ['public_commitments', 'still_promised'] as const;
const counts = { measure: 'count', currency: null, total: null, version: 1 } as const;
const summed = { measure: 'money', currency: 'USD', adds: true, version: 1 } as const;

export const definitions: Readonly<Record<FigureKey, FigureDefinition>> = {
  standing: { key: 'standing', number: '2.1', filters: promises, adds: true, ...counts },
  groups: { key: 'groups', number: '3.1', filters: promises, adds: false, ...counts },
  clauses: { key: 'clauses', number: '2.2', filters: promises, adds: false, ...counts },
  ladder: { key: 'ladder', number: '4.1', filters: ['public_pledges', 'cash_alone', 'providers_account'], adds: false, measure: 'money', currency: 'USD', total: 'A', version: 1 },
  currencies: { key: 'currencies', number: '4.2', filters: ['payments_by_day'], adds: false, measure: 'money', currency: null, total: null, version: 1 },
  total_a: { key: 'total_a', number: '4.3', filters: ['public_pledges', 'cash_alone'], total: 'A', ...summed },
  total_b: { key: 'total_b', number: '4.4', filters: ['public_pledges', 'cash_alone', 'net_of_links'], total: 'B', ...summed },
  total_c: { key: 'total_c', number: '4.5', filters: ['public_pledges', 'cash_alone', 'net_of_links', 'receivers_word'], total: 'C', ...summed },
  members: { key: 'members', number: '5.1', filters: ['active_members'], adds: true, ...counts },
  rungs: { key: 'rungs', number: '2.3', filters: [...promises, 'reported_this_year'], adds: true, ...counts },
  work: { key: 'work', number: '5.2', filters: ['public_acts'], adds: false, ...counts },
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

/** How many records of a part stand on a rung; commitments of which nothing was accepted stand on `not_reported`. */
export interface RungCount {
  readonly part: string;
  readonly rung: Verification | 'not_reported';
  readonly count: number;
}

/** A figure as it is kept: what was computed at freezing, and what it says about itself. */
export interface StoredFigure extends FigureResult {
  readonly key: FigureKey;
  /** What it is called in texts and addresses: its key, or that with whom it is narrowed to. */
  readonly name: string;
  /** Null of a figure that counts everybody. */
  readonly subject: NamedSubject | null;
  readonly number: string;
  readonly currency: string | null;
  readonly as_of: string;
  readonly names: PartNames;
  /** As it was defined when it was frozen. */
  readonly definition: Pick<FigureDefinition, 'measure' | 'filters' | 'total' | 'version'>;
  /** Null where nobody looks at what is counted, and in reports of before. */
  readonly verification: readonly RungCount[] | null;
  /** Null where no report came before that has this figure. */
  readonly difference: FigureDifference | null;
}

/** How many records are in no total for lack of a rate, and are listed under a part of their own (FI-6). */
export const unconvertedIn = ({ currency, missing }: Pick<StoredFigure, 'currency' | 'missing'>): number => (currency === null ? 0 : missing);

/** What a row is asked for by in the address of its records. */
export const partKey = (key: FigureKey, row: Pick<FigureRow, 'part' | 'currency'>): string => (key === 'currencies' ? `${row.part}:${row.currency ?? ''}` : row.part);
