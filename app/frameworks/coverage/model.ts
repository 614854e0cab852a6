/** How many promises name a clause and fall into a column; `null` stands for all clauses, or for all columns. Each promise is counted once. */
export interface Cell {
  readonly clause: string | null;
  readonly column: string | null;
  readonly count: number;
}

/** A column with its name in the reader's language. */
export interface CoverageColumn {
  readonly key: string;
  readonly name: string;
  /** One region of the world, not several and not none. */
  readonly region?: boolean | undefined;
}

export interface CoverageRow {
  readonly key: string;
  /** In the order of the columns. */
  readonly counts: readonly number[];
  readonly total: number;
}

export interface Coverage {
  readonly columns: readonly CoverageColumn[];
  /** Least covered first. */
  readonly rows: readonly CoverageRow[];
  readonly foot: { readonly counts: readonly number[]; readonly total: number };
}

/** Cells as a table: every clause has a row and every column a number, nothing is left blank. Equals keep the order they were given in. */
export function coverageOf(cells: readonly Cell[], clauses: readonly string[], columns: readonly CoverageColumn[]): Coverage {
  const counts = new Map(cells.map((cell) => [`${cell.clause ?? ''} ${cell.column ?? ''}`, cell.count]));
  const of = (clause: string | null, column: string | null): number => counts.get(`${clause ?? ''} ${column ?? ''}`) ?? 0;
  const line = (clause: string | null) => ({ counts: columns.map((column) => of(clause, column.key)), total: of(clause, null) });
  const rows = clauses.map((key) => ({ key, ...line(key) }));
  return { columns, rows: rows.toSorted((a, b) => a.total - b.total), foot: line(null) };
}

/** Regions in which nobody has promised anything on a clause: none where a promise for several regions could be for any of them. */
export function untouched(coverage: Coverage, row: CoverageRow): CoverageColumn[] {
  const elsewhere = coverage.columns.some(({ region }, at) => region !== true && (row.counts[at] ?? 0) > 0);
  return elsewhere ? [] : coverage.columns.filter(({ region }, at) => region === true && row.counts[at] === 0);
}

const ladders = [[1, 2, 3, 4], [1, 3, 6, 10], [1, 5, 10, 20], [1, 10, 25, 50], [1, 50, 100, 250], [1, 250, 500, 1000]] as const;

/** The steps of shading that tell most about counts up to a highest one: the last of them is reached by something, where that can be. */
export const boundsFor = (highest: number): readonly [number, number, number, number] => ladders.findLast((bounds) => bounds[3] <= highest) ?? ladders[0];
