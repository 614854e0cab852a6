import { sql } from 'kysely';
import type { Tx } from './database.server';

export type RefKind = 'ORG' | 'END' | 'CMT' | 'PLG' | 'WG' | 'D' | 'REC' | 'S';

/**
 * The next number that people cite, never reused: `CMT-2026-0042`. The counter's row stays locked until the transaction ends,
 * so a number that was rolled back is given to the next one and none is given twice. Kinds without a year pass 0 and leave it out.
 */
export async function nextRef(tx: Tx, kind: RefKind, year: number, digits = 4): Promise<string> {
  const counted = await sql<{ last: number }>`
    insert into ref_counters (kind, year, last) values (${kind}, ${year}, 1)
    on conflict (kind, year) do update set last = ref_counters.last + 1 returning last`.execute(tx);
  const number = String(counted.rows[0]?.last ?? 0).padStart(digits, '0');
  return year === 0 ? `${kind}-${number}` : `${kind}-${year}-${number}`;
}
