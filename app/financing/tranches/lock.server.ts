import { sql } from 'kysely';
import { plus, zero, type Amount } from '#app/financing/money/model';
import type { Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { takenBy, type TrancheFacts } from './model';

export interface LockedTranche extends TrancheFacts {
  readonly id: string;
  readonly version: number;
}

/** The tranches of a pledge with what is paid of each: read while the pledge is locked, which every writer of its money and its plan does first. */
export async function tranchesUnderLock(tx: Tx, pledge_id: string): Promise<readonly LockedTranche[]> {
  const found = await sql<LockedTranche & { amount: Amount; due_on: Day }>`
    select r.id, trim_scale(r.amount)::text as amount, r.due_on, r.cancelled_on, r.version, trim_scale(coalesce(m.paid, 0))::text as paid
    from tranches r left join lateral (select sum(value) as paid from transactions where tranche_id = r.id) m on true where r.pledge_id = ${pledge_id}`.execute(tx);
  return found.rows;
}

/** What tranches take of their pledge together. */
export const takenTogether = (tranches: readonly LockedTranche[]): Amount => plus(zero, ...tranches.map(takenBy));
