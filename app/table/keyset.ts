/** Where a page of a list ends: the value it is sorted by, and the id that breaks ties. */
export interface Mark {
  readonly value: string;
  readonly id: string;
}

export const writeMark = ({ value, id }: Mark): string => `${value}~${id}`;

/** Reads a mark from an address; anything that is none is the first page. */
export function readMark(text: string | null, isValue: (value: string) => boolean, isId: (id: string) => boolean): Mark | undefined {
  const at = text?.lastIndexOf('~') ?? -1;
  if (text === null || at < 0) return undefined;
  const mark = { value: text.slice(0, at), id: text.slice(at + 1) };
  return isValue(mark.value) && isId(mark.id) ? mark : undefined;
}

/** A list's page as the reader sees it: rows, where it goes on, and how many there are, exact to 10,000. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly total: { readonly count: number; readonly exact: boolean };
}

export const countLimit = 10_000;
export const totalOf = (counted: number): Page<never>['total'] => ({ count: Math.min(counted, countLimit), exact: counted <= countLimit });

/** Every row of a list, a page at a time: for files. While a page is written, the next one is read. */
export async function* everyRow<Row, After = string>(pageAfter: (after: After | null) => Promise<{ readonly rows: readonly Row[]; readonly next: After | null }>): AsyncGenerator<Row> {
  let ahead: ReturnType<typeof pageAfter> | undefined = pageAfter(null);
  try {
    while (ahead !== undefined) {
      const { rows, next }: Awaited<ReturnType<typeof pageAfter>> = await ahead;
      ahead = next === null ? undefined : pageAfter(next);
      ahead?.catch(() => undefined); // what goes wrong is thrown when its turn comes
      yield* rows;
    }
  } finally {
    await ahead?.catch(() => undefined);
  }
}
