import { useText } from '#app/languages/text';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import type { Numbers } from './model';

type Row = Numbers['rows'][number];

/** A table of an extract, with what it counts beneath; on a phone each row becomes a block. */
export function NumbersOf({ numbers: { caption, columns, rows, foot, note } }: { readonly numbers: Numbers }) {
  const t = useText('reporting');
  const listed = columns.map(({ label, words }, at): Column<Row> => ({
    id: label, header: () => label, numeric: !words, cell: ({ cells, href }) => (at === 0 && href !== undefined ? <a href={href}>{cells[at]}</a> : cells[at] ?? ''),
  }));
  return (
    <>
      <ListTable
        caption={caption} titled columns={listed} rows={rows} keyOf={(row) => row.cells[0] ?? ''} t={t}
        {...(foot === undefined ? {} : { foot: Object.fromEntries(columns.map(({ label }, at) => [label, foot[at]])) })}
      />
      <p className="meta">{note}</p>
    </>
  );
}
