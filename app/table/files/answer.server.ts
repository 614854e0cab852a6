import type { FileFormat, FileTable } from './column';
import { csvOf } from './csv';
import { gathered } from './gathered';
import { jsonOf } from './json';
import { workbookOf } from './workbook';

/** What is downloaded: lists, and what holds several of them. */
type Download = FileFormat | 'zip' | 'docx';

const mediaTypes: Readonly<Record<Download, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
};

/** The bytes of a list in a format, as its rows come. */
export async function* bytesOf(table: FileTable, format: FileFormat): AsyncGenerator<Uint8Array> {
  if (format === 'xlsx') {
    yield* workbookOf(table);
    return;
  }
  for await (const text of gathered(format === 'csv' ? csvOf(table) : jsonOf(table))) yield encoder.encode(text);
}
const encoder = new TextEncoder();

/**
 * An answer that downloads a list as a file, sent as its rows come: the first byte does not wait for the last row. `name` is without its
 * ending. A reader who goes away ends the reading of rows.
 */
export const listAnswer = (request: Request, name: string, table: FileTable, format: FileFormat): Response => bytesAnswer(request, name, format, () => bytesOf(table, format));

/** The same of bytes that are made otherwise. */
export function bytesAnswer(request: Request, name: string, format: Download, made: () => AsyncGenerator<Uint8Array>): Response {
  const headers = { 'Content-Type': mediaTypes[format], 'Content-Disposition': `attachment; filename="${name}.${format}"`, 'Cache-Control': 'private, no-cache' };
  if (request.method === 'HEAD') return new Response(null, { headers });
  const bytes = made();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = request.signal.aborted ? undefined : await bytes.next();
      if (next === undefined || next.done === true) {
        controller.close();
        await bytes.return(undefined);
      } else controller.enqueue(next.value);
    },
    cancel: async () => void (await bytes.return(undefined)),
  }, { highWaterMark: 1 });
  return new Response(body, { headers });
}
