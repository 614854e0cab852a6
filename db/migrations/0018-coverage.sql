-- The coverage map: exact cells, made from single commitments, so that a change costs what it touches and a page costs what it shows.

-- What has changed since the cells were last brought up to date. Rows are only added: no writer waits for another one here.
create table coverage_changes (
  id bigint generated always as identity,
  commitment_id uuid not null,
  constraint coverage_changes_key primary key (id)
);

-- What each commitment adds to the cells, as it was added: it is taken away again before the next answer is added.
create table coverage_facts (
  commitment_id uuid not null,
  coalition_id uuid not null,
  standing text not null,
  -- Whether it counts, and whether it counted on the same day last year.
  counted integer not null,
  before integer not null,
  -- Within these instants the clock alone changes nothing (an embargo, a standing, a year, the end of a country's time in a group).
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  -- Its clauses and those above them, their versions, and the nil id for everything.
  scopes uuid[] not null,
  -- Columns side by side: what kind, which one, whether it is named, and the money for it in US dollars.
  kinds text[] not null,
  keys text[] not null,
  named integer[] not null,
  pledges integer[] not null,
  pledged numeric[] not null,
  committed numeric[] not null,
  disbursed numeric[] not null,
  constraint coverage_facts_key primary key (commitment_id),
  constraint coverage_facts_counts check (counted in (0, 1) and before in (0, 1)),
  constraint coverage_facts_validity check (valid_from < valid_until)
);
create index coverage_facts_until on coverage_facts (valid_until);
create index coverage_facts_from on coverage_facts (valid_from);

-- Sums of the facts. The nil coalition is all of them, 'any' all standings.
create table coverage_cells (
  coalition_id uuid not null,
  standing text not null,
  kind text not null,
  scope_id uuid not null,
  key text not null,
  commitments bigint not null,
  before bigint not null,
  pledges bigint not null,
  pledged numeric not null,
  committed numeric not null,
  disbursed numeric not null,
  constraint coverage_cells_key primary key (coalition_id, standing, kind, scope_id, key)
) with (fillfactor = 80);

-- Notes which commitments a statement touched. The argument is a query that finds them for one changed row `r`.
create function coverage_note() returns trigger language plpgsql as $$
begin
  execute format(
    'insert into coverage_changes (commitment_id) select distinct x.id from (%s) r cross join lateral (%s) x (id) where x.id is not null',
    case when tg_op = 'UPDATE' then '(select * from old_rows except select * from new_rows) union all (select * from new_rows except select * from old_rows)'
         when tg_op = 'DELETE' then 'select * from old_rows' else 'select * from new_rows' end,
    tg_argv[0]);
  return null;
end $$;
create function coverage_noted(tables text, which text) returns void language plpgsql as $$
declare
  one text;
begin
  foreach one in array string_to_array(tables, ' ') loop
    execute format('create trigger %I after insert on %I referencing new table as new_rows for each statement execute function coverage_note(%L)', one || '_coverage_insert', one, which);
    execute format('create trigger %I after update on %I referencing old table as old_rows new table as new_rows for each statement execute function coverage_note(%L)', one || '_coverage_update', one, which);
    execute format('create trigger %I after delete on %I referencing old table as old_rows for each statement execute function coverage_note(%L)', one || '_coverage_delete', one, which);
  end loop;
end $$;
select coverage_noted('commitments', 'select r.id');
select coverage_noted('commitment_nodes commitment_countries commitment_beneficiaries pledges', 'select r.commitment_id');
select coverage_noted('pledge_recipients transactions', 'select p.commitment_id from pledges p where p.id = r.pledge_id');
select coverage_noted('exchange_rates', 'select p.commitment_id from pledges p where p.currency = r.currency or exists (select from transactions t where t.pledge_id = p.id and t.currency = r.currency)');
select coverage_noted('countries country_group_periods', 'select k.commitment_id from commitment_countries k where k.country_iso2 = r.iso2
  union select p.commitment_id from pledge_recipients x join pledges p on p.id = x.pledge_id where x.country_iso2 = r.iso2');

insert into coverage_changes (commitment_id) select id from commitments;
