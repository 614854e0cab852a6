import { useText } from '#app/languages/text';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { FigureTable } from '#app/ui/figure-table';
import type { FigureView } from './view';

type Numbers = Pick<FigureView, 'about' | 'columns' | 'rows'> & { readonly foot?: readonly string[] | undefined };

/** The numbers of a figure, as a table; one of many columns becomes blocks on a phone. */
export function NumbersTable({ about, columns, rows, foot }: Numbers) {
  const t = useText('reporting');
  if (columns.length <= 3) return <FigureTable caption={about} columns={columns} rows={rows} {...(foot === undefined ? {} : { foot })} />;
  const listed = columns.map(({ label, words }, at): Column<readonly string[]> => ({ id: label, header: () => label, numeric: !words, cell: (row) => row[at] ?? '' }));
  return <ListTable caption={about} columns={listed} rows={rows} keyOf={(row) => row.slice(0, 2).join(' ')} t={t} />;
}
