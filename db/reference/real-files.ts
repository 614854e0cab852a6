import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';

/**
 * Real records that tests compare with: they live outside the repository, in the folder `CONCORD_DATA` (default `../shared/data`).
 * Without them a test skips and says so; with `CI=true` their absence is a failure.
 */
export const REAL_FILES = resolve(process.env['CONCORD_DATA'] ?? '../shared/data');

/** Null where the folder is there, else the sentence that a skipped test shows. */
export const realFilesMissing: string | null = existsSync(REAL_FILES) ? null : `no real records at ${REAL_FILES}; set CONCORD_DATA to compare with them`;

if (realFilesMissing !== null && process.env['CI'] === 'true') throw new Error(`CI compares with real records: ${realFilesMissing}`);

/** The text of one of the files, without a byte order mark. */
export function realText(path: string, encoding = 'utf-8'): string {
  return new TextDecoder(encoding).decode(readFileSync(resolve(REAL_FILES, path)));
}

/** The rows of a CSV file by column name, every cell as text. */
export function realRows(path: string, encoding = 'utf-8'): Record<string, string>[] {
  return parse(realText(path, encoding), { columns: true, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true });
}

/** The codes of an IATI code list with its English name and whether it is withdrawn. */
export function realCodes(path: string): { code: string; name: string; withdrawn: boolean }[] {
  return [...realText(`reference/iati-standard/codelists/${path}.xml`).matchAll(/<codelist-item([^>]*)>(.*?)<\/codelist-item>/gsu)].map(([, attributes = '', item = '']) => ({
    code: /<code>([^<]*)<\/code>/u.exec(item)?.[1] ?? '',
    name: /<narrative[^>]*>([^<]*)</u.exec(item)?.[1] ?? '',
    withdrawn: attributes.includes('status="withdrawn"'),
  }));
}
