import type { ReactNode } from 'react';

interface FigureTableProps {
  readonly caption: string;
  /** The first column names the row; the others hold numbers unless `words` is set. */
  readonly columns: readonly { readonly label: string; readonly words?: boolean }[];
  readonly rows: readonly (readonly ReactNode[])[];
  readonly foot?: readonly ReactNode[];
  /** Shows the caption. Under a figure it would only repeat the finding. */
  readonly titled?: boolean;
}

/** A small table of numbers that fits a phone as it is. For records there is `ListTable`. */
export function FigureTable({ caption, columns, rows, foot, titled = false }: FigureTableProps) {
  const line = (cells: readonly ReactNode[]) =>
    cells.map((cell, at) =>
      at === 0 ? (
        <th key={at} scope="row">
          {cell}
        </th>
      ) : (
        <td key={at} className={columns[at]?.words ? undefined : 'n'}>
          {cell}
        </td>
      ),
    );
  return (
    <table>
      <caption className={titled ? undefined : 'vh'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, words }, at) => (
            <th key={label} scope="col" className={at === 0 || words ? undefined : 'n'}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, at) => (
          <tr key={at}>{line(cells)}</tr>
        ))}
      </tbody>
      {foot !== undefined && (
        <tfoot>
          <tr>{line(foot)}</tr>
        </tfoot>
      )}
    </table>
  );
}
