import { textFor } from '#app/languages/catalogues.server';
import type { Language } from '#app/languages/language';
import { turnsOf } from '#app/platform/turns.server';
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

/** Somebody's request for a file, and the language in which they are told that it cannot be had now. */
export interface Asked {
  readonly request: Request;
  readonly language: Language;
}

/**
 * A file is read through a connection to the database for as long as its reader takes it: few at once, so that no number of slow readers
 * leaves none to the pages. Who waits is told to come back before browsers and proxies give up.
 */
const turns = turnsOf(3, 12);
const longestWaitMs = 25_000;

/**
 * An answer that downloads a list as a file, sent as its rows come: the first byte does not wait for the last row. `name` is without its
 * ending. A reader who goes away ends the reading of rows.
 */
export const listAnswer = (asked: Asked, name: string, table: FileTable, format: FileFormat): Promise<Response> => bytesAnswer(asked, name, format, () => bytesOf(table, format));

/** The same of bytes that are made otherwise. */
export async function bytesAnswer({ request, language }: Asked, name: string, format: Download, made: () => AsyncGenerator<Uint8Array>): Promise<Response> {
  const headers = { 'Content-Type': mediaTypes[format], 'Content-Disposition': `attachment; filename="${name}.${format}"`, 'Cache-Control': 'private, no-cache' };
  if (request.method === 'HEAD') return new Response(null, { headers });
  const end = await turns.begin(AbortSignal.any([request.signal, AbortSignal.timeout(longestWaitMs)]));
  return end === undefined ? busyAnswer(language) : new Response(flowOf(made(), request.signal, end), { headers });
}

/** Bytes as they are asked for. `ended` is told, once nothing is read for them any more, however it came about. */
function flowOf(bytes: AsyncGenerator<Uint8Array>, gone: AbortSignal, ended: () => void): ReadableStream<Uint8Array> {
  const stop = () => bytes.return(undefined).then(ended, ended);
  // Who is gone before there is an answer never takes one of its bytes.
  gone.addEventListener('abort', () => void stop(), { once: true });
  if (gone.aborted) void stop();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await bytes.next();
        if (done !== true) return controller.enqueue(value);
        controller.close();
      } catch (error) {
        controller.error(error);
      }
      await stop();
    },
    cancel: stop,
  }, { highWaterMark: 1 });
}

const busyAnswer = (language: Language): Response =>
  new Response(`${textFor(language, 'table')('files.busy')}\n`, { status: 503, headers: { 'Retry-After': '10', 'Content-Type': 'text/plain; charset=utf-8', 'Content-Language': language, 'Cache-Control': 'no-store' } });
