/** Coverage: how many promises, and how much money, name a clause and fall into a column. Pure. */
export const columnKinds = ['region', 'subregion', 'country', 'group', 'beneficiary'] as const;
export type ColumnKind = (typeof columnKinds)[number];
/**
 * Columns of everything alone, whatever the clause: how promises stand, what was designed in for a group, who leads, who of them has reported,
 * what has been reported on, what of it is on track and was checked by another, and on which rung it stands.
 */
export const wholeKinds = ['standing', 'designed_in', 'lead', 'reporting', 'updated', 'checked', 'rung'] as const;
export type WholeKind = (typeof wholeKinds)[number];
export const measures = ['commitments', 'pledged', 'committed', 'disbursed', 'requests', 'offers'] as const;

export type Measure = (typeof measures)[number];

/** The scope of everything, whatever its clause; the coalition that stands for all of them. */
export const everything = '00000000-0000-0000-0000-000000000000';
/** Every standing that counts. */
export const anyStanding = 'any';
/** The column of promises that name no country, or none that is in a region. */
export const nowhere = 'none';

/**
 * One cell. `scope` is a clause with those under it, a version of a text, or everything; a column of kind `all` is the total of its
 * row. Each promise stands once in a cell, so that no cell is the sum of others. Money is in US dollars, as decimal strings.
 */
export interface Cell {
  readonly scope: string;
  readonly kind: ColumnKind | WholeKind | 'all';
  readonly key: string;
  readonly commitments: number;
  /** On the same day of the year before. */
  readonly before: number;
  /** Pledges whose money is in the three sums. */
  readonly pledges: number;
  readonly pledged: string;
  readonly committed: string;
  readonly disbursed: string;
  /** Not answered in full, and offers without an answer; 0 where they were not asked for. */
  readonly requests: number;
  readonly offers: number;
}
export const emptyCell = { commitments: 0, before: 0, pledges: 0, pledged: '0', committed: '0', disbursed: '0', requests: 0, offers: 0 } as const;

const placeOf = ({ scope, kind, key }: Pick<Cell, 'scope' | 'kind' | 'key'>): string => `${scope} ${kind} ${key}`;

/** What is promised and what is asked for, in the same cells. */
export function together(promised: readonly Cell[], asked: readonly Cell[]): Cell[] {
  const asks = new Map(asked.map((cell) => [placeOf(cell), cell]));
  const known = new Set(promised.map(placeOf));
  const both = promised.map((cell) => {
    const { requests, offers } = asks.get(placeOf(cell)) ?? emptyCell;
    return { ...cell, requests, offers };
  });
  return [...both, ...asked.filter((cell) => !known.has(placeOf(cell)))];
}

/** Measures in US dollars. */
export const isMoney = (measure: Measure): boolean => measure === 'pledged' || measure === 'committed' || measure === 'disbursed';

/** A column with its name in the reader's language. */
export interface CoverageColumn {
  readonly key: string;
  readonly name: string;
}

export interface CoverageRow {
  /** The scope that it counts. */
  readonly scope: string;
  /** In the order of the columns. */
  readonly cells: readonly Cell[];
  readonly total: Cell;
}

export interface Coverage {
  readonly kind: ColumnKind;
  readonly columns: readonly CoverageColumn[];
  /** Least covered first. */
  readonly rows: readonly CoverageRow[];
  /** All rows together: each promise once. */
  readonly foot: CoverageRow;
}

/** A finder of cells: one that is not there counts nothing. */
export function cellFinder(cells: readonly Cell[]): (scope: string, kind: Cell['kind'], key: string) => Cell {
  const known = new Map(cells.map((cell) => [placeOf(cell), cell]));
  return (scope, kind, key) => known.get(placeOf({ scope, kind, key })) ?? { scope, kind, key, ...emptyCell };
}

/** Cells as a table: every scope has a row and every column a number, nothing is left blank. Equals keep the order they were given in. */
export function coverageOf(cells: readonly Cell[], scopes: readonly string[], all: string, kind: ColumnKind, columns: readonly CoverageColumn[], measure: Measure = 'commitments'): Coverage {
  const find = cellFinder(cells);
  const line = (scope: string) => ({ scope, cells: columns.map(({ key }) => find(scope, kind, key)), total: find(scope, 'all', '') });
  return { kind, columns, rows: scopes.map(line).toSorted((a, b) => amountOf(a.total, measure) - amountOf(b.total, measure)), foot: line(all) };
}

/** Regions, or groups, in which no promise names a clause. */
export const untouched = (coverage: Coverage, row: CoverageRow): CoverageColumn[] =>
  coverage.columns.filter(({ key }, at) => key !== nowhere && row.cells[at]?.commitments === 0);

/** A group of learners or of countries, and the clauses on which no promise names it. */
export interface Gap extends CoverageColumn {
  readonly kind: 'beneficiary' | 'group';
  readonly commitments: number;
  /** In the order of the text, with the requests that ask for it. */
  readonly missing: readonly Pick<Cell, 'scope' | 'requests'>[];
}

/** CV-5: the cells with nothing, the least served group first; equals keep the order they were given in. */
export function gapsOf(cells: readonly Cell[], scopes: readonly string[], all: string, groups: readonly (CoverageColumn & Pick<Gap, 'kind'>)[]): Gap[] {
  const find = cellFinder(cells);
  return groups
    .map((group) => ({ ...group, commitments: find(all, group.kind, group.key).commitments, missing: scopes.map((scope) => find(scope, group.kind, group.key)).filter(({ commitments }) => commitments === 0).map(({ scope, requests }) => ({ scope, requests })) }))
    .filter(({ missing }) => missing.length > 0)
    .toSorted((a, b) => a.commitments - b.commitments);
}

/** What a measure shows of a cell: a count, or millions of US dollars. */
export const amountOf = (cell: Cell, measure: Measure): number => (isMoney(measure) ? Number(cell[measure]) / 1_000_000 : Number(cell[measure]));

const ladders = [[1, 2, 3, 4], [1, 3, 6, 10], [1, 5, 10, 20], [1, 10, 25, 50], [1, 50, 100, 250], [1, 250, 500, 1000]] as const;

/** The steps of shading that tell most about counts up to a highest one: the last of them is reached by something, where that can be. */
export const boundsFor = (highest: number): readonly [number, number, number, number] => ladders.findLast((bounds) => bounds[3] <= highest) ?? ladders[0];
