import { Big } from 'big.js';
import { sql } from 'kysely';
import type { PermitFor } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import type { linkPolicy } from './policy';
import { takeLinkIn } from './operations.server';
import { allotted, type PassedOn, type Received } from './passed-on';

/**
 * What a tracking service calls internal passes on money that came in before: it is linked to the flows that its giver received, in the order
 * of their days, each up to what it brought. The service itself counts by its own US dollars here, which both sides have. Pledges about which
 * a person has decided are left alone.
 */
export async function linkPassedOnIn(tx: Tx, granted: PermitFor<typeof linkPolicy.take>, occasion: Occasion, source: string): Promise<number> {
  granted.again(granted.subject);
  const passed = await sql<PassedOn>`
    select p.id, p.provider_organisation_id as giver, trim_scale(p.amount)::text as amount, k.exponent, s.notes ->> 'published_usd' as usd,
      trim_scale(p.amount - coalesce((select sum(l.amount) from funding_links l where l.pledge_id = p.id and l.state = 'decided'), 0))::text as open
    from import_sources s join pledges p on p.id = s.record_id join currencies k on k.code = p.currency
    where s.source_name = ${source} and s.table_name = 'pledges' and s.notes ->> 'boundary' = 'internal' and p.provider_organisation_id is not null
      and not exists (select from funding_links l where l.pledge_id = p.id and (l.state in ('declined', 'ended') or l.decided_by is not null))
    order by p.announced_on, p.ref`.execute(tx);
  const received = await sql<Received>`
    select p.id, t.receiver_organisation_id as receiver, trim_scale((s.notes ->> 'published_usd')::numeric - coalesce((
      select sum(round(l.amount * (o.notes ->> 'published_usd')::numeric / q.amount, 6)) from funding_links l join pledges q on q.id = l.pledge_id
        join import_sources o on o.record_id = q.id and o.source_name = ${source} and o.table_name = 'pledges' where l.counted_in_id = p.id and l.state = 'decided'), 0))::text as usd
    from import_sources s join pledges p on p.id = s.record_id join transactions t on t.pledge_id = p.id and t.reversal_of is null and not exists (select from transactions r where r.reversal_of = t.id)
    where s.source_name = ${source} and s.table_name = 'pledges' and s.notes ->> 'boundary' <> 'internal' and t.receiver_organisation_id = any(${[...new Set(passed.rows.map(({ giver }) => giver))]}::uuid[])
    order by p.announced_on, p.ref`.execute(tx);
  let made = 0;
  for (const { pledge_id, counted_in_id, amount } of allotted(passed.rows, received.rows.filter(({ usd }) => new Big(usd).gt(0)))) {
    const taken = await takeLinkIn(tx, granted, occasion, { kind: 'passes_through', pledge_id, counted_in_id, amount });
    if (taken.ok && taken.value.outcome === 'new') made += 1;
  }
  return made;
}
