import { sql } from 'kysely';
import type { Ladder, SumsByType } from '#app/financing/ladder/model';
import { ladderOfPledge } from '#app/financing/ladder/model';
import type { Tx } from '#app/platform/database.server';
import type { PledgeKind, PledgeStatus } from './model';
import type { PledgeRef } from './policy';

export interface LockedPledge extends PledgeRef {
  readonly ref: string;
  readonly amount: string;
  readonly currency: string;
  readonly announced_on: string;
  readonly version: number;
  readonly kind: PledgeKind;
}

/**
 * The pledge, locked until the transaction ends: writers of its money follow each other (FI-4). Rows that refer to it by a foreign key
 * are not held up, which is what `for no key update` is for.
 */
export async function lockPledge(tx: Tx, id: string): Promise<LockedPledge> {
  const row = await tx.selectFrom('pledges')
    .select(['id', 'ref', 'amount', 'currency', 'announced_on', 'version', 'kind', 'status', 'recorded_by', 'coalition_id', 'provider_organisation_id', 'provider_country_iso2'])
    .where('id', '=', id).forNoKeyUpdate().executeTakeFirstOrThrow();
  return { ...row, status: row.status as PledgeStatus, kind: row.kind as PledgeKind };
}

/** Its ladder in its own currency, summed under the lock. */
export async function ladderUnderLock(tx: Tx, pledge: LockedPledge): Promise<Ladder> {
  const found = await sql<{ type_code: keyof SumsByType; total: string }>`
    select type_code, trim_scale(sum(value))::text as total from transactions
    where pledge_id = ${pledge.id} and currency = ${pledge.currency} and type_code is not null group by type_code`.execute(tx);
  return ladderOfPledge(pledge.amount, Object.fromEntries(found.rows.map(({ type_code, total }) => [type_code, total])));
}
