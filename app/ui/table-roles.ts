/**
 * The roles of the parts of a table, for `<tr {...roles.row}>`. They are written out where rows become blocks on a phone,
 * because `display: block` takes the native roles away in some browsers.
 */
export const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHead: { role: 'columnheader' },
  rowHead: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;
