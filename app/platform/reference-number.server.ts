import { sql } from 'kysely';
import type { Tx } from './database.server';

export type RefKind = 'ORG' | 'APP' | 'END' | 'REQ' | 'OFR' | 'PLT' | 'CNS' | 'COM' | 'CMT' | 'PLG' | 'WG' | 'D' | 'REC' | 'MTG' | 'TKA' | 'S' | 'A' | 'M';

/**
 * The next number that people cite, never reused: `CMT-2026-0042`. The counter's row stays locked until the transaction ends,
 * so a number that was rolled back is given to the next one and none is given twice. Kinds without a year pass 0 and leave it out.
 */
export async function nextRef(tx: Tx, kind: RefKind, year: number, digits = 4): Promise<string> {
  const [ref = ''] = await nextRefs(tx, kind, year, 1, digits);
  return ref;
}

/** Several numbers at once, in their order: for what comes in sets. */
export async function nextRefs(tx: Tx, kind: RefKind, year: number, count: number, digits = 4): Promise<string[]> {
  if (count === 0) return [];
  const counted = await sql<{ last: number }>`
    insert into ref_counters (kind, year, last) values (${kind}, ${year}, ${count})
    on conflict (kind, year) do update set last = ref_counters.last + ${count} returning last`.execute(tx);
  const last = counted.rows[0]?.last ?? count;
  return Array.from({ length: count }, (_, at) => {
    const number = String(last - count + 1 + at).padStart(digits, '0');
    return year === 0 ? `${kind}-${number}` : `${kind}-${year}-${number}`;
  });
}
