import { readActivityFile } from '#app/open-data/imports/iati/file';
import { type ImportKind, type Result, countRows, refused, taken } from './model';
import { listed, recognise, unreadColumns } from './recognise';
import type { ReadingContext } from './reference';
import type { AnyContents } from '#app/open-data/imports/shapes/shape';
import { DEFAULT_LIMITS, type Limits } from '#app/open-data/imports/source/limits';
import { type Markup, readMarkup } from '#app/open-data/imports/source/markup';
import { readSource } from '#app/open-data/imports/source/source';

/** A file that was understood: what form it has, its rows and errors, and how many rows it holds. */
export type Reading = AnyContents & {
  readonly shape: string;
  readonly format: 'delimited' | 'list' | 'workbook' | 'xml';
  readonly encoding: string | null;
  /** Rows of the file: `rows.length` plus the rows in error, always. */
  readonly read: number;
};

/**
 * Reads a file of any supported form into typed rows and errors, without a database and without guessing. Refused as a whole
 * ({@link Result} with a problem) only when the file itself cannot be read or is of no known form.
 */
export async function readImport(bytes: Uint8Array, context: ReadingContext, expected: ImportKind | null = null, limits: Limits = DEFAULT_LIMITS): Promise<Result<Reading>> {
  const markup = readMarkup(bytes, limits);
  if (markup !== null) return markup.ok ? readXml(markup.value, context, expected, limits) : markup;
  const source = await readSource(bytes, limits);
  if (!source.ok) return source;
  const shape = recognise(source.value.header, expected);
  if (!shape.ok) return shape;
  const contents = shape.value.read(source.value, context);
  const unread = unreadColumns(source.value.header, shape.value);
  return taken({
    ...contents,
    notes: [...source.value.notes, ...(unread.length > 0 ? [{ code: 'columns-not-read' as const, values: { number: unread.length, columns: listed(unread) } }] : []), ...contents.notes],
    shape: shape.value.id,
    format: source.value.format,
    encoding: source.value.encoding,
    read: countRows(contents.rows, contents.errors).read,
  });
}

function readXml({ text, encoding }: Markup, context: ReadingContext, expected: ImportKind | null, limits: Limits): Result<Reading> {
  const contents = readActivityFile(text, context, limits);
  if (!contents.ok) return contents;
  if (expected !== null && expected !== contents.value.kind) return refused('kind-differs', { expected, found: contents.value.kind });
  return taken({ ...contents.value, shape: 'iati-xml', format: 'xml', encoding, read: countRows(contents.value.rows, contents.value.errors).read });
}
