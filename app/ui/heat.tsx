import type { ReactNode } from 'react';
import { formatNumber } from '#app/languages/format';
import { useLocale } from '#app/languages/text';
import { type Bounds, shadeOf } from './shade';
import { roles } from './table-roles';

export interface HeatCell {
  /** What its shade is made of. */
  readonly count: number;
  /** What stands there, where it is not the count itself. */
  readonly shown?: string | undefined;
  /** The records that it counts. */
  readonly href?: string | undefined;
}

export interface HeatRow {
  readonly key: string;
  readonly head: ReactNode;
  readonly cells: readonly HeatCell[];
  /** Stands last, in bold and without a shade. */
  readonly total?: HeatCell;
}

interface HeatProps {
  readonly caption: ReactNode;
  readonly about?: ReactNode;
  /** The name of the rows, then one for each count, then that of the total if there is one. */
  readonly columns: readonly string[];
  /** Least covered first. */
  readonly rows: readonly HeatRow[];
  readonly foot?: { readonly head: ReactNode; readonly cells: readonly HeatCell[] };
  readonly bounds: Bounds;
}

/** Shaded counts of clause by region or group. Roles are given, because the phone's layout takes table semantics away. */
export function Heat({ caption, about, columns, rows, foot, bounds }: HeatProps) {
  const { language } = useLocale();
  const said = ({ count, shown = formatNumber(language, count), href }: HeatCell) => (href === undefined ? shown : <a href={href}>{shown}</a>);
  return (
    <table className="heat" {...roles.table}>
      <caption>
        {caption}
        {about !== undefined && (
          <>
            {' '}
            <span>{about}</span>
          </>
        )}
      </caption>
      <thead {...roles.group}>
        <tr {...roles.row}>
          {columns.map((label, at) => (
            <th key={label} scope="col" {...roles.columnHead} className={at === 0 ? undefined : 'n'}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.group}>
        {rows.map(({ key, head, cells, total }) => (
          <tr key={key} {...roles.row}>
            <th scope="row" {...roles.rowHead}>
              {head}
            </th>
            {cells.map((cell, at) => (
              <td key={at} {...roles.cell} className={shadeOf(cell.count, bounds)}>
                {said(cell)}
              </td>
            ))}
            {total !== undefined && (
              <td {...roles.cell}>
                <b>{said(total)}</b>
              </td>
            )}
          </tr>
        ))}
      </tbody>
      {foot !== undefined && (
        <tfoot {...roles.group}>
          <tr {...roles.row}>
            <th scope="row" {...roles.rowHead}>
              {foot.head}
            </th>
            {foot.cells.map((cell, at) => (
              <td key={at} {...roles.cell}>
                {said(cell)}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}
