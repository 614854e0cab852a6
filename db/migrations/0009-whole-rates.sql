-- A rate keeps every digit that its source published; the annual averages that the portal imports have up to 29 decimals.
-- The views and the function that read the column are made again as they were.
drop view transaction_values, pledge_values;
drop function rate_for(text, date);
alter table exchange_rates alter column units_per_usd type numeric;

-- FI-6: the rate of the value date, else the year's average; never 0 or 1 for a missing one.
-- A dated rate holds for its day (and a month's for its month); `basis` says which was taken.
create function rate_for(wanted text, wanted_on date) returns table (rate_id uuid, units_per_usd numeric, rate_on date, source text, basis text)
  language sql stable parallel safe as $$
    select r.id, r.units_per_usd, r.rate_on, r.source, r.period
    from exchange_rates r
    where r.currency = wanted
      and case r.period
        when 'day' then r.rate_on = wanted_on
        when 'month' then date_trunc('month', r.rate_on) = date_trunc('month', wanted_on)
        else date_trunc('year', r.rate_on) = date_trunc('year', wanted_on)
      end
    order by array_position(array['day', 'month', 'year'], r.period), r.created_at, r.id
    limit 1
  $$;

-- Every money row with its value in US dollars, or null where no rate is known.
create view pledge_values as
  select p.id as pledge_id, p.amount, p.currency, p.kind,
    case when p.currency = 'USD' then p.amount else round(p.amount / r.units_per_usd, 6) end as amount_usd,
    case when p.currency = 'USD' then 1 else r.units_per_usd end as units_per_usd,
    r.rate_on, r.source as rate_source, r.basis as rate_basis
  from pledges p left join lateral rate_for(p.currency, p.announced_on) r on p.currency <> 'USD';
create view transaction_values as
  select t.id as transaction_id, t.pledge_id, t.activity_id, t.type_code, t.value, t.currency,
    case when t.currency = 'USD' then t.value else round(t.value / r.units_per_usd, 6) end as value_usd,
    case when t.currency = 'USD' then 1 else r.units_per_usd end as units_per_usd,
    r.rate_on, r.source as rate_source, r.basis as rate_basis
  from transactions t left join lateral rate_for(t.currency, t.value_on) r on t.currency <> 'USD';
