import type { Incoming, Outcome } from '#app/records/sources/model';

/** A transaction that a source published before, with what it was recorded as. */
export interface PublishedBefore {
  readonly source_key: string;
  readonly content_hash: string;
  readonly id: string;
}

/** What an edition of a source says of the transactions of some activities, against its edition before. */
export interface Editions<Row, Before> {
  /** Every row with the outcome, and the transaction of before that it stands for. */
  readonly rows: readonly { readonly row: Row; readonly outcome: Outcome; readonly key: string; readonly before: Before | null }[];
  /** What no row stands for any longer. */
  readonly vanished: readonly Before[];
}

/** A key without its last number, which only counts those that share it: `<what it is called>/2`. */
const nameOf = (key: string): string => key.replace(/\/\d+$/, '');

/**
 * Pairs the rows of an edition with those of the edition before. What a source calls a transaction by may stand several times (a contract,
 * say), so that rows of one name are paired first with those that say exactly the same, whatever their order; the others of that name are
 * changed, as many as were there; what is left over is new, or has vanished.
 */
export function pairEditions<Row extends Incoming, Before extends PublishedBefore>(rows: readonly Row[], before: readonly Before[]): Editions<Row, Before> {
  const open = new Map<string, Before[]>();
  for (const one of before) open.set(nameOf(one.source_key), [...(open.get(nameOf(one.source_key)) ?? []), one]);
  const takeFrom = (name: string, fits: (one: Before) => boolean): Before | null => {
    const group = open.get(name) ?? [];
    const at = group.findIndex(fits);
    return at === -1 ? null : (group.splice(at, 1)[0] ?? null);
  };
  // A transaction was once known by everything that it says: then its hash is its name.
  const same = new Map(rows.flatMap((row) => {
    const says = (one: Before) => one.content_hash === row.content_hash;
    const found = takeFrom(nameOf(row.source_key), (one) => says(one) && one.source_key === row.source_key) ?? takeFrom(nameOf(row.source_key), says) ?? takeFrom(row.content_hash, says);
    return found === null ? [] : [[row, found] as const];
  }));
  const taken = new Set(before.map(({ source_key }) => source_key));
  const paired = rows.map((row) => {
    const unchanged = same.get(row);
    if (unchanged !== undefined) return { row, outcome: 'unchanged' as const, key: unchanged.source_key, before: unchanged };
    const changed = takeFrom(nameOf(row.source_key), () => true);
    if (changed !== null) return { row, outcome: 'changed' as const, key: changed.source_key, before: changed };
    return { row, outcome: 'new' as const, key: freeKey(row.source_key, taken), before: null };
  });
  return { rows: paired, vanished: [...open.values()].flat() };
}

/** The key itself, or the next number of its name that is free. */
function freeKey(key: string, taken: Set<string>): string {
  let free = key;
  for (let number = 1; taken.has(free); number += 1) free = `${nameOf(key)}/${number}`;
  taken.add(free);
  return free;
}
