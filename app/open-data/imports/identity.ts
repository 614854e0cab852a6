import { createHash } from 'node:crypto';
import type { RowError, TypedRow } from './model';
import type { Collected } from './row-reading';

/**
 * SHA-256 over the cells of a row, which come in alphabetical order, empty ones left out: the order of columns and a new empty
 * column change nothing.
 */
export const fingerprint = (cells: Readonly<Record<string, string | null>>): string => sha256(Object.entries(cells).filter(([, value]) => value !== null));

/** SHA-256 over the values that make up an identity, in this order. */
export const identityOf = (...parts: readonly (string | null)[]): string => sha256(parts);

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/**
 * For kinds whose key is what a row is about: an identical second row changes nothing and names the first; rows that say different
 * things about the same are all errors, because choosing one would be a guess.
 */
export function withRepeats<R extends TypedRow>(collected: Collected<R>, keyColumn: string): Collected<R> {
  const groups = grouped(collected.rows, (row) => row.key);
  const errors: RowError[] = [...collected.errors];
  const rows = collected.rows.flatMap((row): R[] => {
    const group = groups.get(row.key) ?? [row];
    const [first] = group;
    if (!first || group.length === 1) return [row];
    if (group.some((other) => other.hash !== row.hash)) {
      errors.push({ row: row.row, column: keyColumn, code: 'key-conflict', values: { rows: group.map((other) => other.row).join(', ') } });
      return [];
    }
    return first === row ? [row] : [{ ...row, repeats: { row: first.row, because: 'identical' } }];
  });
  return { rows, errors };
}

/** For kinds where two identical rows are two facts: the key of each counts how often it occurred before. */
export function withOccurrences<R extends TypedRow>(rows: readonly R[]): R[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const occurrence = (seen.get(row.key) ?? 0) + 1;
    seen.set(row.key, occurrence);
    return { ...row, key: `${row.key}/${occurrence}` };
  });
}

/** Things by a key, each group in the order given. */
export function grouped<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}
