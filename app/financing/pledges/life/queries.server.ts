import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { transactionsVisibleTo } from '../visible.server';
import type { PledgeRow } from '../queries.server';
import { lifeOf, type LifeMoment, type Movement } from './model';

/** What happened to a pledge, from its announcement on. */
export async function lifeOfPledge(viewer: Actor, pledge: PledgeRow, view: View): Promise<readonly LifeMoment[]> {
  const found = await sql<Movement>`
    select t.transaction_on as on, t.type_code, trim_scale(t.value)::text as value, t.description as reason
    from transactions t join pledges p on p.id = t.pledge_id
    where t.pledge_id = ${pledge.id} and t.currency = p.currency and t.type_code in ('12', '2', '3') and ${transactionsVisibleTo(viewer, view)}
    order by t.transaction_on, t.created_at, t.id`.execute(database());
  const { announced_on, confirmed_on, ladder, status } = pledge;
  return lifeOf({ announced_on, confirmed_on, announced: ladder.announced, cancelled: status === 'cancelled' }, found.rows);
}
