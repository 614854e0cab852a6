/** What the file of record can hold. Numbers are whole: they are written alike everywhere. */
export type Canonical = string | number | boolean | null | readonly Canonical[] | { readonly [name: string]: Canonical };

/**
 * One text for one value, after RFC 8785: names in the order of their UTF-16 units, no blanks, strings as ECMAScript writes them. Whoever
 * has the value can write the same bytes, and so the same hash.
 */
export function canonicalOf(value: Canonical): string {
  if (Array.isArray(value)) return `[${value.map((one: Canonical) => canonicalOf(one)).join(',')}]`;
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new TypeError(`${value} is not a whole number`);
    if (typeof value === 'string' && !value.isWellFormed()) throw new TypeError('a lone surrogate has no UTF-8');
    return JSON.stringify(value);
  }
  const entries = Object.entries(value as Readonly<Record<string, Canonical>>).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${canonicalOf(one)}`).join(',')}}`;
}

/** Where two values part: paths such as `decisions.0.text`. */
export function differences(a: Canonical | undefined, b: Canonical | undefined, path = ''): string[] {
  if (a === b) return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return [path];
  const [left, right] = [a as Readonly<Record<string, Canonical>>, b as Readonly<Record<string, Canonical>>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((name) => differences(left[name], right[name], path === '' ? name : `${path}.${name}`));
}

/** A hash as it is read aloud and compared: eight groups of eight. */
export const inGroups = (sha256: string): string => sha256.match(/.{1,8}/g)?.join(' ') ?? '';
