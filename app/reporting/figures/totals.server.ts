import { sql, type RawBuilder } from 'kysely';
import type { Coverage, FigureRow } from './model';

type TotalKey = 'total_a' | 'total_b' | 'total_c';

/** FI-7: the three totals of cash pledges from the rows of a snapshot, by the rules that `app/financing` tells them by today. */
export function totalIn(key: TotalKey, id: string) {
  const pieces = piecesOf[key];
  return {
    behind: sql<never>`${ladders(id)} select 'pledge' as kind, record_id, case when usd is null then 'unconverted' else part end as part from (${pieces}) as pieces`,
    rows: sql<FigureRow>`${ladders(id)} select part, trim_scale(sum(usd))::text as value, count(usd)::int as count, 'USD' as currency, null::text as first from (${pieces}) as pieces group by part, rung having count(usd) > 0 order by rung`,
    covered: sql<Coverage>`${ladders(id)} select count(*) filter (where converted)::int as reporting, count(*)::int as expected from told ${key === 'total_c' ? sql`where paid > 0` : sql``}`,
    weighed: sql`${ladders(id)} select 'pledge' as kind, record_id, part, coalesce(usd, 0) as value, amount, currency, case when currency = 'USD' then 1 else per_usd end as per_usd from (${pieces}) as pieces`,
  };
}

const facts = (id: string, kind: string) => sql`snapshot_rows where snapshot_id = ${id}::uuid and kind = ${kind}`;

/** What links take off (FL-4): those that were decided first come first, and together never more than what stands; of a match what still waits for the other pledge (FL-5). */
const links = (id: string): RawBuilder<unknown> => sql`
  wanted as (
    select l.record_id, l.facts ->> 'pledge' as pledge, l.facts ->> 'kind' as kind, (l.facts ->> 'decided_at')::timestamp as decided_at, p.stands, case
      when l.facts ->> 'kind' = 'co_funds' then 0
      when l.facts ->> 'kind' = 'matches' then (l.facts ->> 'amount')::numeric - round((l.facts ->> 'amount')::numeric * case when o.stands > 0 then greatest(0, least(1, o.committed / o.stands)) else 0 end, (select k.exponent from currencies k where k.code = p.currency))
      when o.stands > 0 and (o.kind = 'guarantee') = (p.kind = 'guarantee') then (l.facts ->> 'amount')::numeric else 0 end as off
    from (select record_id, facts from ${facts(id, 'link')}) l join standing p on p.record_id = l.facts ->> 'pledge' join standing o on o.record_id = l.facts ->> 'counted_in'
  ),
  taken as (select pledge, kind, greatest(0, least(off, stands - (sum(off) over (partition by pledge order by decided_at, record_id) - off))) as off from wanted),
  cuts as (
    select s.record_id, least(coalesce(sum(off) filter (where t.kind = 'same_money'), 0), s.stands) as first, least(coalesce(sum(off) filter (where t.kind in ('same_money', 'passes_through')), 0), s.stands) as second, least(coalesce(sum(off), 0), s.stands) as third
    from standing s left join taken t on t.pledge = s.record_id group by s.record_id, s.stands
  )`;

/** Of a payment that was not taken back: what its receiver confirms, and the rest by why it is not confirmed. */
const received: RawBuilder<unknown> = sql`
  spoken as (
    select ref, value_usd, case when value < 0 or state = 'matched' then value_usd when state in ('amount_differs', 'explained') then round(value_usd * least(received, value) / value, 6) else 0 end as confirmed,
      case when state = 'contested' then 'contested' when state in ('amount_differs', 'explained') then 'differs' else 'no_record' end as bucket
    from pay t where type = '3' and value <> 0 and reversal_of is null and not exists (select from pay back where back.reversal_of = t.record_id)
  ),
  got as (
    select ref, sum(confirmed) as confirmed, coalesce(sum(value_usd - confirmed) filter (where bucket = 'differs'), 0) as differs, coalesce(sum(value_usd - confirmed) filter (where bucket = 'contested'), 0) as contested from spoken group by ref
  )`;

/** Table `told`: each cash pledge with what stands of it, what links take off it, and what was paid and confirmed, in US dollars; null of one that has a row without a rate (FI-6). */
const ladders = (id: string): RawBuilder<unknown> => sql`
  with pay as materialized (
    select record_id, ref, facts ->> 'type' as type, facts ->> 'currency' as currency, (facts ->> 'value')::numeric as value, (facts ->> 'value_usd')::numeric as value_usd, facts ->> 'reversal_of' as reversal_of,
      facts ->> 'received_state' as state, (facts ->> 'received')::numeric as received
    from ${facts(id, 'transaction')} and facts ->> 'of' = 'pledge'
  ),
  standing as materialized (
    select p.record_id, p.ref, p.kind, p.currency, p.amount, p.amount_usd, p.per_usd, p.amount + coalesce(sum(t.value) filter (where t.type = '12' and t.currency = p.currency), 0) as stands,
      coalesce(sum(t.value) filter (where t.type = '2' and t.currency = p.currency), 0) as committed, coalesce(sum(t.value_usd) filter (where t.type = '3'), 0) as disbursed, count(*) filter (where t.type = '3') as paid,
      p.amount_usd is not null and coalesce(bool_and(t.value_usd is not null) filter (where t.type in ('2', '3', '4')), true) as converted
    from (select record_id, ref, facts ->> 'kind' as kind, facts ->> 'currency' as currency, (facts ->> 'amount')::numeric as amount, (facts ->> 'amount_usd')::numeric as amount_usd, (facts ->> 'units_per_usd')::numeric as per_usd
      from ${facts(id, 'pledge')}) p left join pay t on t.ref = p.ref
    group by 1, 2, 3, 4, 5, 6, 7
  ),
  ${links(id)}, ${received},
  told as (
    select s.*, c.first, c.second, c.third, case when s.converted then round(s.amount_usd * s.stands / nullif(s.amount, 0), 6) end as usd_stands, case when s.converted then s.disbursed end as usd_disbursed,
      case when s.converted then coalesce(g.confirmed, 0) end as usd_confirmed, coalesce(g.differs, 0) as usd_differs, coalesce(g.contested, 0) as usd_contested
    from standing s join cuts c on c.record_id = s.record_id left join got g on g.ref = s.ref where s.kind = 'cash'
  )`;

const netOf = (sum: string) => `(${sum} - linked_up_to(${sum}, third, stands, 6))`;
const upTo = (cut: string) => `linked_up_to(usd_stands, ${cut}, stands, 6)`;

/** A part of each pledge: its name, what it is in US dollars, and in the pledge's own currency where that is one amount. */
const parts = (told: readonly (readonly [part: string, usd: string, own: string | null])[], which: string): RawBuilder<unknown> => sql.raw(told.map(([part, usd, own], at) => {
  const [amount, currency, per] = own === null ? [usd, "'USD'", '1'] : [own, 'currency', 'per_usd'];
  // What could not be converted is told once, in the first part.
  const when = at === 0 ? `(${which} or not converted)` : `converted and (${usd}) <> 0`;
  return `select record_id, '${part}' as part, ${at + 1} as rung, case when converted then ${usd} end as usd, ${amount} as amount, ${currency} as currency, ${per}::numeric as per_usd from told where ${when}`;
}).join(' union all '));

const [confirmed, differs, contested] = ['usd_confirmed', '(usd_confirmed + usd_differs)', '(usd_confirmed + usd_differs + usd_contested)'].map(netOf) as [string, string, string];

const piecesOf: Readonly<Record<TotalKey, RawBuilder<unknown>>> = {
  total_a: parts([['stands', 'usd_stands', 'stands'], ['reduced', 'amount_usd - usd_stands', 'amount - stands']], 'true'),
  total_b: parts([
    ['once', netOf('usd_stands'), 'stands - third'], ['same_money', upTo('first'), 'first'], ['passes_through', `${upTo('second')} - ${upTo('first')}`, 'second - first'], ['unmatched', `${upTo('third')} - ${upTo('second')}`, 'third - second'],
  ], 'true'),
  // A pledge of which nothing was paid is no part of what was received, whether it was converted or not.
  total_c: sql`select * from (${parts([
    ['confirmed', confirmed, null], ['differs', `${differs} - ${confirmed}`, null], ['contested', `${contested} - ${differs}`, null], ['no_record', `${netOf('usd_disbursed')} - ${contested}`, null],
  ], `${confirmed} <> 0`)}) as parted where record_id in (select record_id from told where paid > 0)`,
};
