import type { FileTable, FileValue } from './column';

/**
 * A list as CSV: UTF-8, RFC 4180, header in snake_case, dates ISO 8601, decimals with a point; empty is missing. Text that a spreadsheet
 * would take for a formula gets one `'` before it, which an import takes away again.
 */
export async function* csvOf(table: FileTable): AsyncGenerator<string> {
  yield line(table.header);
  for await (const row of table.rows) yield line(row);
}

const line = (values: readonly FileValue[]): string => `${values.map(cell).join(',')}\r\n`;

function cell(value: FileValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (plain.test(value)) return value;
  const text = formula.test(value) && !plainNumber.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What most values are: letters or digits at both ends, and nothing between them that has to be quoted. */
const plain = /^[0-9A-Za-z](?:[^",\r\n]*[0-9A-Za-z.])?$/;
/** Also with marks before it, so that taking one away gives back exactly what stood there. */
const formula = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
/** A negative amount is a number and does nothing. */
const plainNumber = /^-?\d+(?:\.\d+)?$/;
