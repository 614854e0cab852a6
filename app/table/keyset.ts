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

/** Every row of a list, a page at a time: for files. */
export async function* everyRow<Row>(pageAfter: (after: string | null) => Promise<Pick<Page<Row>, 'rows' | 'next'>>): AsyncGenerator<Row> {
  let after: string | null = null;
  do {
    const page: Pick<Page<Row>, 'rows' | 'next'> = await pageAfter(after);
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}
