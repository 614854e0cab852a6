-- A pledge in full terms: regions among its recipients, sectors and policy markers, the codes of IATI, how much of what is given.

-- FI-3: a recipient may be a region of M49.
alter table pledge_recipients add column region_m49 text,
  drop constraint pledge_recipients_party,
  add constraint pledge_recipients_party check (num_nonnulls(country_iso2, organisation_id, region_m49) = 1),
  add constraint pledge_recipients_region foreign key (region_m49) references regions (m49);
create unique index pledge_recipients_region_once on pledge_recipients (pledge_id, region_m49);
create index pledge_recipients_region_index on pledge_recipients (region_m49) where region_m49 is not null;

-- A region with every region that holds it.
create function regions_around(wanted text) returns text[] language sql stable parallel safe strict as $$
  with recursive around as (
    select m49, parent_m49 from regions where m49 = wanted
    union all select r.m49, r.parent_m49 from regions r join around a on r.m49 = a.parent_m49
  )
  select array_agg(m49) from around
$$;
-- The region under the world that it lies in; the world lies in none.
create function region_holding(wanted text) returns text language sql stable parallel safe strict as $$
  select m49 from regions where level = 'region' and m49 = any(regions_around(wanted))
$$;

alter table pledges
  add column aid_type text, add column finance_type text, add column flow_type text, add column tied_status text, add column earmarking text,
  add column quantity numeric(18, 2), add column unit text, add column confirmed_on date,
  add constraint pledges_aid_type check (aid_type ~ '^[A-H][0-9]{2,3}$'),
  add constraint pledges_finance_type check (finance_type ~ '^[0-9]{3,4}$'),
  add constraint pledges_flow_type check (flow_type ~ '^[0-9]{2}$'),
  add constraint pledges_tied_status check (tied_status in ('3', '4', '5')),
  add constraint pledges_earmarking check (earmarking in ('1', '2', '3', '4')),
  add constraint pledges_quantity check (quantity > 0),
  add constraint pledges_quantity_of_unit check ((quantity is null) = (unit is null)),
  -- FI-10: each kind is counted in units of its own; money and guarantees in none.
  add constraint pledges_unit_of_kind check (unit is null or case kind
    when 'in_kind' then unit = 'items'
    when 'technical_assistance' then unit = 'person_days'
    when 'connectivity' then unit in ('schools', 'sites')
    when 'devices' then unit in ('laptops', 'tablets', 'phones', 'servers', 'devices')
    when 'content' then unit in ('open_items', 'licensed_items')
    else false end);

-- When the pledges of before were confirmed stands in the trail of what was done.
select set_config('concord.actor', '{"kind":"system","name":"migration"}', true);
update pledges p set confirmed_on = told.day
from (select record_id, (min(told_at) at time zone 'UTC')::date as day from audit_log where table_name = 'pledges' and rule = 'pledge:confirm' group by record_id) told
where told.record_id = p.id::text;
set constraints all immediate;

-- FI-3: the vocabularies are those of IATI: 1 and 2 the purpose codes of the DAC in five and three digits, 98 and 99 the provider's own, with its words.
create table pledge_sectors (
  pledge_id uuid not null,
  position integer not null,
  vocabulary text not null,
  code text not null,
  name text,
  share numeric(7, 4) not null,
  constraint pledge_sectors_key primary key (pledge_id, position),
  constraint pledge_sectors_pledge foreign key (pledge_id) references pledges (id) on delete cascade,
  constraint pledge_sectors_once unique (pledge_id, vocabulary, code),
  constraint pledge_sectors_vocabulary check (vocabulary in ('1', '2', '98', '99')),
  constraint pledge_sectors_code check (case vocabulary when '1' then code ~ '^[0-9]{5}$' when '2' then code ~ '^[0-9]{3}$' else code <> '' end),
  constraint pledge_sectors_name check ((name is not null) = (vocabulary in ('98', '99'))),
  constraint pledge_sectors_share check (share > 0 and share <= 100)
);
create index pledge_sectors_code_index on pledge_sectors (code);

create table pledge_markers (
  pledge_id uuid not null,
  marker text not null,
  significance text not null,
  constraint pledge_markers_key primary key (pledge_id, marker),
  constraint pledge_markers_pledge foreign key (pledge_id) references pledges (id) on delete cascade,
  constraint pledge_markers_marker check (marker ~ '^[0-9]{1,2}$'),
  constraint pledge_markers_significance check (significance in ('0', '1', '2', '3', '4'))
);
create index pledge_markers_marker_index on pledge_markers (marker);

-- FI-3: what a pledge shares out totals 100, of each group that the trigger names. The pledge is locked, so that two writers follow each other.
drop trigger pledge_recipients_total on pledge_recipients;
drop function pledge_recipients_total();
create function pledge_shares_total() returns trigger language plpgsql as $$
declare
  it uuid;
  total numeric;
begin
  foreach it in array array_remove(array[old.pledge_id, new.pledge_id], null) loop
    perform from pledges where id = it for no key update;
    execute format('select sum(share) from %I where pledge_id = $1 group by %I having sum(share) <> 100 limit 1', tg_table_name, tg_argv[0]) into total using it;
    if total is not null then
      raise exception 'FI-3: shares total %', total using errcode = 'integrity_constraint_violation', constraint = tg_name;
    end if;
  end loop;
  return null;
end $$;
create constraint trigger pledge_recipients_total after insert or update or delete on pledge_recipients deferrable initially deferred for each row execute function pledge_shares_total('pledge_id');
create constraint trigger pledge_sectors_total after insert or update or delete on pledge_sectors deferrable initially deferred for each row execute function pledge_shares_total('vocabulary');

select audited('pledge_sectors', 'position', 'pledges', 'pledge_id');
select audited('pledge_markers', 'marker', 'pledges', 'pledge_id');
