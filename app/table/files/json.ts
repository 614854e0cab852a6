import type { FileTable } from './column';

/** A list as a JSON array of objects, one to a line, under the names of the CSV header. Decimals are text, so that no digit is lost; missing is null. */
export async function* jsonOf(table: FileTable): AsyncGenerator<string> {
  yield '[';
  let first = true;
  for await (const row of table.rows) {
    yield `${first ? '\n' : ',\n'}${JSON.stringify(Object.fromEntries(table.header.map((name, at) => [name, row[at] ?? null])))}`;
    first = false;
  }
  yield '\n]\n';
}
