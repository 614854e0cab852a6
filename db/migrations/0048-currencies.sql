-- A rate that turned out wrong is corrected by a row of its own, with the reason; both stay. A correction names the first row.
alter table exchange_rates
  add column corrects uuid,
  add column reason text,
  add column recorded_by uuid,
  add constraint exchange_rates_recorder foreign key (recorded_by) references people (id),
  add constraint exchange_rates_correction check ((corrects is null) = (reason is null)),
  add constraint exchange_rates_place unique (id, currency, rate_on, period),
  add constraint exchange_rates_corrects foreign key (corrects, currency, rate_on, period) references exchange_rates (id, currency, rate_on, period),
  drop constraint exchange_rates_once;
create unique index exchange_rates_once on exchange_rates (currency, rate_on, period, source) where corrects is null;
create index exchange_rates_corrects_index on exchange_rates (corrects, created_at) where corrects is not null;
create function exchange_rates_corrects_first() returns trigger language plpgsql as $$
begin
  if exists (select from exchange_rates where id = new.corrects and corrects is not null) then
    raise exception 'FI-6: a correction names the first row' using errcode = 'check_violation', constraint = 'exchange_rates_corrects_first';
  end if;
  return new;
end $$;
create trigger exchange_rates_corrects_first before insert on exchange_rates for each row when (new.corrects is not null) execute function exchange_rates_corrects_first();

-- FI-6: the rate of the value date, else of its month, else the year's average; never 0 or 1 for a missing one. Of several sources the
-- one that was taken in first, and of its row the last correction. All three lie in the year of the day, which the index finds.
create or replace function rate_for(wanted text, wanted_on date) returns table (rate_id uuid, units_per_usd numeric, rate_on date, source text, basis text)
  language sql stable parallel safe as $$
    select coalesce(c.id, r.id), coalesce(c.units_per_usd, r.units_per_usd), r.rate_on, coalesce(c.source, r.source), r.period
    from (
      select * from exchange_rates
      where currency = wanted and corrects is null
        and rate_on between date_trunc('year', wanted_on)::date and (date_trunc('year', wanted_on) + interval '1 year')::date - 1
        and case period when 'day' then rate_on = wanted_on when 'month' then date_trunc('month', rate_on) = date_trunc('month', wanted_on) else true end
      order by array_position(array['day', 'month', 'year'], period), created_at, id
      limit 1
    ) r left join lateral (select id, units_per_usd, source from exchange_rates where corrects = r.id order by created_at desc, id desc limit 1) c on true
  $$;

-- The two rates that lead from a currency through US dollars into another on a day; always one row, null where a rate is missing.
create function rates_between(own text, target text, wanted_on date) returns table (
    own_units numeric, own_rate_on date, own_source text, own_basis text, target_units numeric, target_rate_on date, target_source text, target_basis text)
  language sql stable parallel safe as $$
    select case when own = 'USD' then 1 else o.units_per_usd end, o.rate_on, o.source, o.basis,
      case when target = 'USD' then 1 else t.units_per_usd end, t.rate_on, t.source, t.basis
    from (values (1)) one
      left join lateral rate_for(own, wanted_on) o on own <> 'USD'
      left join lateral rate_for(target, wanted_on) t on target <> 'USD'
  $$;

-- An amount in another currency by those two rates: as it is where nothing is to be converted, null where a rate is missing.
create function in_currency(amount numeric, own text, target text, own_units numeric, target_units numeric) returns numeric
  language sql immutable parallel safe as $$
    select case when own = target then amount else round(amount * target_units / own_units, 6) end
  $$;
