import { createHash } from 'node:crypto';

/** How an entry is written down before it is hashed; another way is another number, and seals are read again in the way of their own. */
export const formNow = 1;

const [numberBytes, hashBytes] = [8, 32];

/** The link before the first one. */
export const noSeal: Uint8Array = new Uint8Array(hashBytes);

/** AU-2: what one seal covers: every entry after the one before it, up to and with its own last one. */
export interface Seal {
  readonly number: string;
  readonly form: number;
  readonly up_to: string;
  /** Number and hash of each entry, in their order. */
  readonly entries: Uint8Array;
}

const int8 = (value: string): Uint8Array => {
  const bytes = Buffer.alloc(numberBytes);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
};

/** AU-2: the link of a seal, over the one before it and everything that it says. */
export const linkOf = (before: Uint8Array, { number, form, up_to, entries }: Seal): Uint8Array =>
  createHash('sha256').update(before).update(int8(number)).update(int8(String(form))).update(int8(up_to)).update(entries).digest();

/** Entries as a seal keeps them. */
export const packed = (entries: readonly { readonly id: string; readonly sha256: Uint8Array }[]): Uint8Array => Buffer.concat(entries.flatMap(({ id, sha256 }) => [int8(id), sha256]));

/** The hash of each entry that a seal knows, by its number. */
export function unpacked(entries: Uint8Array): ReadonlyMap<string, string> {
  const bytes = Buffer.from(entries);
  const found = new Map<string, string>();
  for (let at = 0; at + numberBytes + hashBytes <= bytes.length; at += numberBytes + hashBytes) found.set(String(bytes.readBigInt64BE(at)), bytes.toString('hex', at + numberBytes, at + numberBytes + hashBytes));
  return found;
}

export type Fate = 'altered' | 'deleted' | 'inserted';

/** What became of entries: those that a seal knows against those that are there, by number. */
export function fatesOf(known: ReadonlyMap<string, string>, there: ReadonlyMap<string, string>): readonly { readonly id: string; readonly fate: Fate }[] {
  const lost = [...known].flatMap(([id, sha256]) => (there.get(id) === sha256 ? [] : [{ id, fate: there.has(id) ? ('altered' as const) : ('deleted' as const) }]));
  const more = [...there.keys()].filter((id) => !known.has(id)).map((id) => ({ id, fate: 'inserted' as const }));
  return [...lost, ...more].toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1));
}
