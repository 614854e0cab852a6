import { direction, type Language } from '#app/languages/language';
import { useText } from '#app/languages/text';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { FigureTable } from '#app/ui/figure-table';
import type { FigureView } from './view';

type Numbers = Pick<FigureView, 'about' | 'columns' | 'rows'> & { readonly foot?: readonly string[] | undefined; readonly otherwise?: FigureView['otherwise'] };

const none: FigureView['otherwise'] = {};

/** The numbers of a figure, as a table; one of many columns becomes blocks on a phone. */
export function NumbersTable({ about, columns, rows, foot, otherwise = none }: Numbers) {
  const t = useText('reporting');
  if (columns.length <= 3) return <FigureTable caption={about} columns={columns} rows={rows.map((row) => row.map((cell) => spoken(cell, otherwise[cell])))} {...(foot === undefined ? {} : { foot })} />;
  const listed = columns.map(({ label, words }, at): Column<readonly string[]> => ({ id: label, header: () => label, numeric: !words, cell: (row) => spoken(row[at] ?? '', otherwise[row[at] ?? '']) }));
  return <ListTable caption={about} columns={listed} rows={rows} keyOf={(row) => row.slice(0, 2).join(' ')} t={t} />;
}

/** A name in another language than the page's says so. */
const spoken = (cell: string, language: Language | undefined) => (language === undefined ? cell : <span lang={language} dir={direction(language)}>{cell}</span>);
