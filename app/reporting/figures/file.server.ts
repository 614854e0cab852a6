import { stringify } from 'csv-stringify/sync';

interface FileColumn<Row> {
  readonly header: string;
  readonly value: (row: Row) => string | number | null;
}

/**
 * CSV as it comes, a batch at a time, so that its first byte does not wait for its last row: UTF-8, RFC 4180, header in snake_case. Text
 * that begins like a formula gets an apostrophe; numbers stay numbers.
 */
export function csvAnswer<Row>(name: string, columns: readonly FileColumn<Row>[], batches: AsyncIterable<readonly Row[]>): Response {
  const encoder = new TextEncoder();
  const rows = batches[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(lines([columns.map((column) => column.header)])));
    },
    async pull(controller) {
      const batch = await rows.next();
      if (batch.done === true) controller.close();
      else controller.enqueue(encoder.encode(lines(batch.value.map((row) => columns.map((column) => guarded(column.value(row)))))));
    },
    async cancel() {
      await rows.return?.();
    },
  });
  return new Response(body, { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'private, no-cache' } });
}

const lines = (rows: readonly (readonly (string | number | null)[])[]): string => stringify(rows.map((row) => [...row]), { record_delimiter: 'windows' });

const guarded = (value: string | number | null): string | number | null =>
  typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
