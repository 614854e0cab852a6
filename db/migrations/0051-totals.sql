-- Exact totals of money by what they are asked for, made from single pledges, so that a change costs what it touches and a page what it shows.

-- What of an amount is counted elsewhere, where so much of what is pledged is: the same part of it, to so many decimals.
create function linked_up_to(whole numeric, cut numeric, pledged numeric, decimals integer) returns numeric language sql immutable parallel safe as $$
  select case when whole is null then null when cut > 0 and pledged > 0 then round(whole * cut / pledged, decimals) else 0 end
$$;

-- What has changed since the cells were last brought up to date. Rows are only added: no writer waits for another one here.
create table financing_changes (
  id bigint generated always as identity,
  pledge_id uuid not null,
  noted_at timestamptz not null default clock_timestamp(),
  constraint financing_changes_key primary key (id)
);

-- The currencies that cells are kept in, and the instant of the last change that is in them.
create table financing_currencies (
  currency text not null,
  changed_at timestamptz,
  constraint financing_currencies_key primary key (currency),
  constraint financing_currencies_currency foreign key (currency) references currencies (code)
);

-- What is kept of each pledge that everybody may read: until when it stands as it is, who gives it, whether more can come of it, and when it was last heard of.
create table financing_facts (
  pledge_id uuid not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  provider text not null,
  is_open boolean not null,
  reported_on date,
  constraint financing_facts_key primary key (pledge_id),
  constraint financing_facts_validity check (valid_from < valid_until)
);
create index financing_facts_until on financing_facts (valid_until);
create index financing_facts_from on financing_facts (valid_from);
create index financing_facts_provider on financing_facts (provider);

create table financing_givers (
  provider text not null,
  open_pledges integer not null,
  reported_on date,
  constraint financing_givers_key primary key (provider)
);

-- What each pledge adds to the cells, as it was added: it is taken away again before the next answer is added.
create table financing_entries (
  currency text not null,
  pledge_id uuid not null,
  dimension text not null,
  key text not null,
  class text not null,
  converted integer not null,
  -- What was announced in its own currency, where a rate is missing.
  unconverted numeric not null,
  reduced numeric not null,
  same_money numeric not null,
  passes_through numeric not null,
  unmatched numeric not null,
  net_pledged numeric not null,
  linked_committed numeric not null,
  net_committed numeric not null,
  linked_disbursed numeric not null,
  no_record numeric not null,
  differs numeric not null,
  contested numeric not null,
  confirmed numeric not null,
  linked_spent numeric not null,
  net_spent numeric not null,
  constraint financing_entries_key primary key (currency, pledge_id, dimension, key),
  constraint financing_entries_converted check (converted in (0, 1))
);

-- Sums of the entries.
create table financing_cells (
  currency text not null,
  dimension text not null,
  key text not null,
  class text not null,
  pledges bigint not null,
  converted bigint not null,
  unconverted numeric not null,
  reduced numeric not null,
  same_money numeric not null,
  passes_through numeric not null,
  unmatched numeric not null,
  net_pledged numeric not null,
  linked_committed numeric not null,
  net_committed numeric not null,
  linked_disbursed numeric not null,
  no_record numeric not null,
  differs numeric not null,
  contested numeric not null,
  confirmed numeric not null,
  linked_spent numeric not null,
  net_spent numeric not null,
  constraint financing_cells_key primary key (currency, dimension, key, class)
) with (fillfactor = 80);

-- Notes which pledges a statement touched. The argument is a query that finds them from the changed rows `r`.
create function financing_note() returns trigger language plpgsql as $$
begin
  execute format(
    'with r as (%s) insert into financing_changes (pledge_id) select distinct x.id from (%s) x (id) where x.id is not null',
    case when tg_op = 'UPDATE' then '(select * from old_rows except select * from new_rows) union all (select * from new_rows except select * from old_rows)'
         when tg_op = 'DELETE' then 'select * from old_rows' else 'select * from new_rows' end,
    tg_argv[0]);
  return null;
end $$;
create function financing_noted(tables text, which text) returns void language plpgsql as $$
declare
  one text;
begin
  foreach one in array string_to_array(tables, ' ') loop
    execute format('create trigger %I after insert on %I referencing new table as new_rows for each statement execute function financing_note(%L)', one || '_financing_insert', one, which);
    execute format('create trigger %I after update on %I referencing old table as old_rows new table as new_rows for each statement execute function financing_note(%L)', one || '_financing_update', one, which);
    execute format('create trigger %I after delete on %I referencing old table as old_rows for each statement execute function financing_note(%L)', one || '_financing_delete', one, which);
  end loop;
end $$;
-- What a link takes off its pledge follows what becomes of the one where the money is counted.
select financing_noted('pledges', 'select r.id from r union select l.pledge_id from funding_links l join r on r.id = l.counted_in_id');
select financing_noted('transactions', 'select r.pledge_id from r union select l.pledge_id from funding_links l join r on r.pledge_id = l.counted_in_id');
select financing_noted('pledge_recipients funding_links', 'select r.pledge_id from r');
select financing_noted('reconciliations', 'select t.pledge_id from transactions t join r on r.transaction_id = t.id');
-- A rate speaks of the days of its year: of what is in its currency and, where cells are kept in it, of everything.
select financing_noted('exchange_rates', 'with y as (select distinct currency, extract(year from rate_on) as year, exists (select from financing_currencies k where k.currency = r.currency) as kept from r)
  select p.id from pledges p join y on (y.kept or y.currency = p.currency) and extract(year from p.announced_on) = y.year
  union select t.pledge_id from transactions t join y on (y.kept or y.currency = t.currency) and extract(year from t.value_on) = y.year');
select financing_noted('commitments', 'select p.id from pledges p join r on r.id = p.commitment_id');
select financing_noted('commitment_nodes', 'select p.id from pledges p join r on r.commitment_id = p.commitment_id');
select financing_noted('countries', 'select k.pledge_id from pledge_recipients k join r on r.iso2 = k.country_iso2');

insert into financing_changes (pledge_id) select id from pledges;
