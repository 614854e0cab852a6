import { columnVisibilityFeature, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { Fragment, isValidElement, type ReactNode } from 'react';
import type { Text } from '#app/languages/catalogue';
import { useLocale } from '#app/languages/text';
import { roles } from '#app/ui/table-roles';
import type { Column, Words } from './column';
import type { SortOrder } from './state';

interface ListTableProps<Row> {
  /** What the table holds and in which order, for those who cannot see the page around it. */
  readonly caption: ReactNode;
  /** Shows the caption. */
  readonly titled?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The words of the domain, for heads and cells. */
  readonly t: Text;
  /** The order of the rows, and the address of another one. Without them the heads are plain. */
  readonly sort?: SortOrder | undefined;
  readonly hrefFor?: ((sort: SortOrder) => string) | undefined;
  /** Columns that are not shown, by id. */
  readonly hidden?: readonly string[];
  /** Cells of a last line, by column; that of the first column names it. */
  readonly foot?: Readonly<Record<string, ReactNode>>;
  /** `diff` for old and new values, `board` for a table to act on. */
  readonly kind?: 'diff' | 'board';
}

// The server has sorted, filtered and cut; TanStack knows the columns, which of them show, and what a head sorts by next.
const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });
const noRows: readonly object[] = [];

/**
 * A list of records. On a phone each row becomes a block that reads as a sentence; roles are given, because that layout
 * takes table semantics away. Rows are plain elements: a cell object for each of 300 cells would cost four times the page.
 */
export function ListTable<Row>(props: ListTableProps<Row>) {
  const known = arrangements.get(props.columns)?.get(arrangementKey(props));
  return known === undefined ? <NewTable {...props} /> : <ArrangedTable {...props} arranged={known as readonly Arranged<Row>[]} />;
}

/** A column that shows, and how its head sorts. */
interface Arranged<Row> {
  readonly column: Column<Row>;
  readonly sorted: false | 'asc' | 'desc';
  readonly next: SortOrder | undefined;
}

/** What TanStack said of the columns of a list, in each order that was asked for: columns live at module level, and a model costs as much as ten rows. */
const arrangements = new WeakMap<object, Map<string, readonly Arranged<never>[]>>();
const arrangementKey = ({ hidden = [], sort, hrefFor }: Pick<ListTableProps<never>, 'hidden' | 'sort' | 'hrefFor'>): string => [hrefFor !== undefined, sort?.by, sort?.descending, ...hidden].join(' ');

function NewTable<Row>(props: ListTableProps<Row>) {
  const { columns, sort, hidden = [] } = props;
  const table = useTable<typeof features, object>({
    features,
    data: noRows,
    columns: columns.map((column) => ({
      id: column.id,
      accessorFn: () => null,
      enableSorting: column.sort !== undefined && props.hrefFor !== undefined,
      sortDescFirst: false,
    })),
    manualSorting: true,
    enableSortingRemoval: false,
    state: {
      columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])),
      sorting: columns.flatMap(({ id, sort: key }) => (key !== undefined && key === sort?.by ? [{ id, desc: sort.descending }] : [])),
    },
  });
  const arranged = table.getVisibleLeafColumns().flatMap((model): Arranged<Row>[] => {
    const column = columns.find(({ id }) => id === model.id);
    if (column === undefined) return [];
    return [{ column, sorted: model.getIsSorted(), next: model.getCanSort() ? { by: column.sort ?? '', descending: model.getNextSortingOrder() === 'desc' } : undefined }];
  });
  let known = arrangements.get(columns);
  if (known === undefined) arrangements.set(columns, (known = new Map()));
  known.set(arrangementKey(props), arranged);
  return <ArrangedTable {...props} arranged={arranged} />;
}

function ArrangedTable<Row>(props: ListTableProps<Row> & { readonly arranged: readonly Arranged<Row>[] }) {
  const { arranged, rows, keyOf, t, foot } = props;
  const words: Words = { t, language: useLocale().language };
  const shown = arranged.map(({ column, sorted, next }) => ({ column, sorted, label: column.header(t), href: next === undefined ? undefined : props.hrefFor?.(next) }));
  return (
    <table className={props.kind === undefined ? 'tbl stackable' : `tbl stackable ${props.kind}`} {...roles.table}>
      <caption className={props.titled ? undefined : 'vh'}>{props.caption}</caption>
      <thead {...roles.group}>
        <tr {...roles.row}>{shown.map(headCell)}</tr>
      </thead>
      <tbody {...roles.group}>
        {rows.map((row) => (
          <tr key={keyOf(row)} role={roles.row.role}>
            {shown.map(({ column, label }, at) => bodyCell(column, label, at, column.cell(row, words)))}
          </tr>
        ))}
      </tbody>
      {foot !== undefined && (
        <tfoot {...roles.group}>
          <tr {...roles.row}>{shown.map(({ column, label }, at) => bodyCell(column, label, at, foot[column.id]))}</tr>
        </tfoot>
      )}
    </table>
  );
}

interface Head<Row> {
  readonly column: Column<Row>;
  readonly label: string;
  readonly sorted: false | 'asc' | 'desc';
  readonly href: string | undefined;
}

const orders = { asc: 'ascending', desc: 'descending' } as const;

function headCell<Row>({ column, label, sorted, href }: Head<Row>) {
  return (
    <th
      key={column.id}
      scope="col"
      {...roles.columnHead}
      className={column.numeric ? 'n' : undefined}
      aria-sort={sorted === false ? undefined : orders[sorted]}
    >
      {href === undefined ? (
        label
      ) : (
        <a href={href}>
          {label}
          {sorted !== false && <span aria-hidden="true">{sorted === 'asc' ? '▲' : '▼'}</span>}
        </a>
      )}
    </th>
  );
}

/**
 * On a phone a cell stands beside its label; one of several pieces stands there as one. Attributes are written out one by one: spreading
 * the same few into hundreds of cells would double what a list costs.
 */
function bodyCell<Row>(column: Column<Row>, label: string, at: number, content: ReactNode) {
  if (at === 0) {
    return (
      <th key={column.id} scope="row" role={roles.rowHead.role} className={column.worded ? 'words' : undefined}>
        {content}
      </th>
    );
  }
  if (column.unnamed) {
    return (
      <td key={column.id} role={roles.cell.role} className="in-row">
        {content}
      </td>
    );
  }
  return (
    <td key={column.id} role={roles.cell.role} className={column.numeric ? 'n' : column.unbroken ? 'nw' : column.worded ? 'words' : undefined} data-l={label}>
      {isValidElement(content) && content.type === Fragment ? <div>{content}</div> : content}
    </td>
  );
}
