import type { FileColumn } from '#app/table/files/column';
import type { Cell, Coverage, CoverageColumn } from './model';
import type { NamedClause } from './heat';

/** One cell as files have it. A clause or a column that is null stands for all of them, each promise once. */
export interface CellFileRow {
  readonly version: string;
  readonly clause: NamedClause | null;
  readonly kind: string;
  readonly column: CoverageColumn | null;
  readonly cell: Cell;
  readonly asOf: string;
}

/** Their order is a promise to those who script against it: columns are only added, at the end. */
export const coverageFileColumns: readonly FileColumn<CellFileRow>[] = [
  { header: 'version', value: ({ version }) => version },
  { header: 'clause', value: ({ clause }) => clause?.code ?? null },
  { header: 'clause_title', value: ({ clause }) => clause?.title ?? null },
  { header: 'column_kind', value: ({ kind }) => kind },
  { header: 'column', value: ({ column }) => column?.key ?? null },
  { header: 'column_name', value: ({ column }) => column?.name ?? null },
  { header: 'commitments', value: ({ cell }) => cell.commitments },
  { header: 'commitments_year_before', value: ({ cell }) => cell.before },
  { header: 'pledges', value: ({ cell }) => cell.pledges },
  { header: 'pledged_usd', value: ({ cell }) => cell.pledged },
  { header: 'committed_usd', value: ({ cell }) => cell.committed },
  { header: 'disbursed_usd', value: ({ cell }) => cell.disbursed },
  { header: 'as_of_date', value: ({ asOf }) => asOf },
  { header: 'open_requests', value: ({ cell }) => cell.requests },
  { header: 'open_offers', value: ({ cell }) => cell.offers },
];

/** Exactly the cells of the table, row by row in its order, totals last. */
export function cellRows(coverage: Coverage, lines: readonly NamedClause[], version: string, asOf: string): CellFileRow[] {
  return [...coverage.rows, coverage.foot].flatMap((row) => {
    const clause = lines.find(({ id }) => id === row.scope) ?? null;
    const one = (cell: Cell, column: CoverageColumn | null): CellFileRow => ({ version, clause, kind: coverage.kind, column, cell, asOf });
    return [...coverage.columns.map((column, at) => one(row.cells[at] ?? row.total, column)), one(row.total, null)];
  });
}
