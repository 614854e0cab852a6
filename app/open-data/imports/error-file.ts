import { stringify } from 'csv-stringify/sync';
import type { Departure, RowError } from './model';

/**
 * The rows in error as CSV: `row,column,code,message`, UTF-8, CRLF. Names and texts of the file come back in it, so what begins like
 * a formula gets a `'` before it.
 */
export function errorFile<Found extends RowError | Departure>(errors: readonly Found[], message: (error: Found) => string): string {
  return stringify(
    errors.map((error) => [error.row, error.column ?? '', error.code, message(error)]),
    { header: true, columns: ['row', 'column', 'code', 'message'], escape_formulas: true, record_delimiter: 'windows' },
  );
}
