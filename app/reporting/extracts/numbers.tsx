import { useText } from '#app/languages/text';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import type { Numbers, NumbersRow } from './model';

/** What a row is about, and the way to what it counts. */
function Name({ cells: [name], href, heads }: NumbersRow) {
  if (href !== undefined) return <a href={href}>{name}</a>;
  return heads === true ? <strong>{name}</strong> : <>{name}</>;
}

/** A table of an extract, with what it counts beneath; on a phone each row becomes a block. */
export function NumbersOf({ numbers: { caption, columns, rows, foot, note } }: { readonly numbers: Numbers }) {
  const t = useText('reporting');
  // Names of records are long.
  const led = rows.some(({ href }) => href !== undefined);
  const listed = columns.map(({ label, words }, at): Column<NumbersRow> => ({
    id: label, header: () => label, numeric: !words, worded: at === 0 && led, cell: (row) => (at === 0 ? <Name {...row} /> : row.cells[at] ?? ''),
  }));
  return (
    <>
      <ListTable
        caption={caption} titled columns={listed} rows={rows} keyOf={({ cells }) => cells.join(' ')} t={t}
        {...(foot === undefined ? {} : { foot: Object.fromEntries(columns.map(({ label }, at) => [label, foot[at]])) })}
      />
      <p className="meta">{note}</p>
    </>
  );
}
