import type { FileTable } from './column';

/** A list as a JSON array of objects, one to a line, under the names of the CSV header. Decimals are text, so that no digit is lost; missing is null. */
export async function* jsonOf(table: FileTable): AsyncGenerator<string> {
  const names = table.header.map((name) => `${JSON.stringify(name)}:`);
  yield '[';
  let between = '\n';
  for await (const row of table.rows) {
    yield `${between}{${names.map((name, at) => name + JSON.stringify(row[at] ?? null)).join(',')}}`;
    between = ',\n';
  }
  yield '\n]\n';
}
