import { sql, type RawBuilder } from 'kysely';
import type { Coverage, FigureRow } from './model';

type TotalKey = 'total_a' | 'total_b' | 'total_c';

/** FI-7: the three totals of cash pledges from the rows of a snapshot, by the rules that `app/financing` tells them by today. */
export function totalIn(key: TotalKey, id: string) {
  return {
    tables: sql`${ladders(id)}, pieces as materialized (${piecesOf[key]}), behind as materialized (select 'pledge' as kind, record_id, case when usd is null then 'unconverted' else part end as part, rung from pieces)`,
    rows: sql<FigureRow>`select part, trim_scale(sum(usd))::text as value, count(usd)::int as count, 'USD' as currency, null::text as first from pieces group by part, place having count(usd) > 0 order by place`,
    covered: sql<Coverage>`select count(*) filter (where converted)::int as reporting, count(*)::int as expected from told ${key === 'total_c' ? sql`where paid > 0` : sql``}`,
    weighed: sql`select 'pledge' as kind, record_id, part, coalesce(usd, 0) as value, amount, currency, case when currency = 'USD' then 1 else per_usd end as per_usd from pieces`,
  };
}

const facts = (id: string, kind: string) => sql`snapshot_rows where snapshot_id = ${id}::uuid and kind = ${kind}`;

// What is in a snapshot meets what is in it by full joins, each kept to itself: SN-9 says why.

/** What links take off (FL-4): those that were decided first come first, and together never more than what stands; of a match what still waits for the other pledge (FL-5). */
const links = (id: string): RawBuilder<unknown> => sql`
  linked as materialized (
    select l.*, p.stands, p.kind as of, p.currency
    from (select record_id as link, facts ->> 'pledge' as pledge, facts ->> 'counted_in' as counted_in, facts ->> 'kind' as how, (facts ->> 'decided_at')::timestamp as decided_at, (facts ->> 'amount')::numeric as amount from ${facts(id, 'link')}) l
      full join standing p on p.record_id = l.pledge
  ),
  both_ends as materialized (
    select l.*, o.record_id as other, o.stands as other_stands, o.committed, o.kind as other_of from (select * from linked where link is not null and stands is not null) l full join standing o on o.record_id = l.counted_in
  ),
  wanted as (
    select link, pledge, how, decided_at, stands, case
      when how = 'co_funds' then 0
      when how = 'matches' then amount - round(amount * case when other_stands > 0 then greatest(0, least(1, committed / other_stands)) else 0 end, (select k.exponent from currencies k where k.code = currency))
      when other_stands > 0 and (other_of = 'guarantee') = (of = 'guarantee') then amount else 0 end as off
    from both_ends where link is not null and other is not null
  ),
  taken as (select pledge, how, greatest(0, least(off, stands - (sum(off) over (partition by pledge order by decided_at, link) - off))) as off from wanted),
  cut as (select pledge, sum(off) filter (where how = 'same_money') as first, sum(off) filter (where how in ('same_money', 'passes_through')) as second, sum(off) as third from taken group by pledge)`;

/** Of a payment that was not taken back: what its receiver confirms, and the rest by why it is not confirmed. */
const received: RawBuilder<unknown> = sql`
  spoken as (
    select ref, value_usd, case when value < 0 or state = 'matched' then value_usd when state in ('amount_differs', 'explained') then round(value_usd * least(received, value) / value, 6) else 0 end as confirmed,
      case when state = 'contested' then 'contested' when state in ('amount_differs', 'explained') then 'differs' else 'no_record' end as bucket
    from (select *, bool_or(reversal_of is not null) over (partition by coalesce(reversal_of, record_id)) as taken_back from pay) t where type = '3' and value <> 0 and not taken_back
  ),
  got as (
    select ref, sum(confirmed) as confirmed, coalesce(sum(value_usd - confirmed) filter (where bucket = 'differs'), 0) as differs, coalesce(sum(value_usd - confirmed) filter (where bucket = 'contested'), 0) as contested from spoken group by ref
  )`;

/** Table `told`: each cash pledge with what stands of it, what links take off it, and what was paid and confirmed, in US dollars; null of one that has a row without a rate (FI-6). */
const ladders = (id: string): RawBuilder<unknown> => sql`
  pay as materialized (
    select record_id, ref, facts ->> 'type' as type, facts ->> 'currency' as currency, (facts ->> 'value')::numeric as value, (facts ->> 'value_usd')::numeric as value_usd, facts ->> 'reversal_of' as reversal_of,
      facts ->> 'received_state' as state, (facts ->> 'received')::numeric as received
    from ${facts(id, 'transaction')} and facts ->> 'of' = 'pledge'
  ),
  paid as materialized (
    select p.*, t.type, t.currency as paid_in, t.value, t.value_usd
    from (select record_id, ref, facts ->> 'kind' as kind, facts ->> 'currency' as currency, (facts ->> 'amount')::numeric as amount, (facts ->> 'amount_usd')::numeric as amount_usd, (facts ->> 'units_per_usd')::numeric as per_usd,
      coalesce(facts ->> 'verification', 'self_reported') as rung from ${facts(id, 'pledge')}) p full join pay t on t.ref = p.ref
  ),
  standing as materialized (
    select record_id, ref, kind, currency, amount, amount_usd, per_usd, rung, amount + coalesce(sum(value) filter (where type = '12' and paid_in = currency), 0) as stands,
      coalesce(sum(value) filter (where type = '2' and paid_in = currency), 0) as committed, coalesce(sum(value_usd) filter (where type = '3'), 0) as disbursed, count(*) filter (where type = '3') as paid,
      amount_usd is not null and coalesce(bool_and(value_usd is not null) filter (where type in ('2', '3', '4')), true) as converted
    from paid where record_id is not null group by record_id, ref, kind, currency, amount, amount_usd, per_usd, rung
  ),
  ${links(id)}, ${received},
  met as materialized (
    select s.*, least(coalesce(c.first, 0), s.stands) as first, least(coalesce(c.second, 0), s.stands) as second, least(coalesce(c.third, 0), s.stands) as third, g.confirmed, g.differs, g.contested
    from standing s full join cut c on c.pledge = s.record_id full join got g on g.ref = s.ref
  ),
  told as materialized (
    select *, case when converted then round(amount_usd * stands / nullif(amount, 0), 6) end as usd_stands, case when converted then disbursed end as usd_disbursed,
      case when converted then coalesce(confirmed, 0) end as usd_confirmed, coalesce(differs, 0) as usd_differs, coalesce(contested, 0) as usd_contested
    from met where record_id is not null and kind = 'cash'
  )`;

const netOf = (sum: string) => `(${sum} - linked_up_to(${sum}, third, stands, 6))`;
const upTo = (cut: string) => `linked_up_to(usd_stands, ${cut}, stands, 6)`;

/** A part of each pledge: its name, what it is in US dollars, and in the pledge's own currency where that is one amount. */
const parts = (told: readonly (readonly [part: string, usd: string, own: string | null])[], which: string, among = 'true'): RawBuilder<unknown> => sql.raw(told.map(([part, usd, own], at) => {
  const [amount, currency, per] = own === null ? [usd, "'USD'", '1'] : [own, 'currency', 'per_usd'];
  // What could not be converted is told once, in the first part.
  const when = at === 0 ? `(${which} or not converted)` : `converted and (${usd}) <> 0`;
  return `select record_id, '${part}' as part, ${at + 1} as place, rung, case when converted then ${usd} end as usd, ${amount} as amount, ${currency} as currency, ${per}::numeric as per_usd from told where ${among} and ${when}`;
}).join(' union all '));

const [confirmed, differs, contested] = ['usd_confirmed', '(usd_confirmed + usd_differs)', '(usd_confirmed + usd_differs + usd_contested)'].map(netOf) as [string, string, string];

const piecesOf: Readonly<Record<TotalKey, RawBuilder<unknown>>> = {
  total_a: parts([['stands', 'usd_stands', 'stands'], ['reduced', 'amount_usd - usd_stands', 'amount - stands']], 'true'),
  total_b: parts([
    ['once', netOf('usd_stands'), 'stands - third'], ['same_money', upTo('first'), 'first'], ['passes_through', `${upTo('second')} - ${upTo('first')}`, 'second - first'], ['unmatched', `${upTo('third')} - ${upTo('second')}`, 'third - second'],
  ], 'true'),
  // A pledge of which nothing was paid is no part of what was received, whether it was converted or not.
  total_c: parts([
    ['confirmed', confirmed, null], ['differs', `${differs} - ${confirmed}`, null], ['contested', `${contested} - ${differs}`, null], ['no_record', `${netOf('usd_disbursed')} - ${contested}`, null],
  ], `${confirmed} <> 0`, 'paid > 0'),
};
