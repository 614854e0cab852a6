import { sql, type RawBuilder } from 'kysely';
import { isInstant } from '#app/platform/clock';
import { isId } from '#app/platform/identity';
import { readMark, writeMark, type Page } from './keyset';
import type { ListState } from './state';

/** What a list is sorted by: NOT NULL, and spelled as text in the address of the next page. */
export interface SortKey {
  /** The column or the expression of the index, to the letter. */
  readonly key: RawBuilder<unknown>;
  readonly text: RawBuilder<unknown>;
  readonly cast: RawBuilder<unknown>;
  readonly valid: (text: string) => boolean;
}

/** By an instant, to the microsecond. */
export const recently = (instant: RawBuilder<unknown>): SortKey => ({
  key: instant, text: sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`, cast: sql`::timestamptz`,
  valid: (text) => isInstant(text, 6),
});

/** Whether a column of text holds one of the values that a filter asks for. */
export const within = (column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<unknown> => sql`${column} = any(${[...values]}::text[])`;

export const way = ({ sort }: ListState): RawBuilder<unknown> => (sort.descending ? sql`desc` : sql`asc`);

/** What comes after the page before; a key that is none is the first page. */
export function beyond({ after, sort }: ListState, { key, cast, valid }: SortKey, id: RawBuilder<unknown>): RawBuilder<unknown> {
  const mark = readMark(after, valid, isId);
  return mark === undefined ? sql`true` : sql`(${key}, ${id}) ${sort.descending ? sql`<` : sql`>`} (${mark.value}${cast}, ${mark.id}::uuid)`;
}

/** The rows of a page out of one row more, and where the next page begins. */
export function markOf<Row extends { readonly id: string }>(found: readonly (Row & { sort_key: string })[], size: number): Pick<Page<Row>, 'rows' | 'next'> {
  const rows = found.slice(0, size);
  const last = found.length > size ? rows.at(-1) : undefined;
  return { rows: rows.map(({ sort_key: _, ...row }) => row as unknown as Row), next: last === undefined ? null : writeMark({ value: last.sort_key, id: last.id }) };
}
