-- Domestic money: a country's own budget lines for what was promised, by its fiscal year. They stand beside pledges and are never added to them.

-- The day on which a country's fiscal year begins; it exists in every year. Lines keep the year they were written for.
create table fiscal_years (
  country_iso2 text not null,
  starts_month integer not null,
  starts_day integer not null,
  source text not null,
  recorded_by uuid,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint fiscal_years_key primary key (country_iso2),
  constraint fiscal_years_country foreign key (country_iso2) references countries (iso2),
  constraint fiscal_years_recorder foreign key (recorded_by) references people (id),
  constraint fiscal_years_day check (starts_month between 1 and 12 and starts_day between 1 and 28),
  constraint fiscal_years_source check (length(btrim(source)) > 0)
);

create table budget_lines (
  id uuid not null,
  country_iso2 text not null,
  commitment_id uuid not null,
  title text not null,
  -- The line of the budget itself, as the country numbers it.
  code text,
  year_from date not null,
  year_to date not null,
  currency text not null,
  -- IATI budget type 1, original: what was first voted never changes. `budgeted` is what stands, revised or not.
  first_budgeted numeric(24, 6) not null,
  budgeted numeric(24, 6) not null,
  spent numeric(24, 6),
  spent_as_of date,
  source text not null,
  withdrawn_on date,
  withdrawn_reason text,
  recorded_by uuid,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint budget_lines_key primary key (id),
  constraint budget_lines_country foreign key (country_iso2) references countries (iso2),
  constraint budget_lines_commitment foreign key (commitment_id) references commitments (id),
  constraint budget_lines_currency foreign key (currency) references currencies (code),
  constraint budget_lines_recorder foreign key (recorded_by) references people (id),
  constraint budget_lines_title check (length(btrim(title)) > 0),
  constraint budget_lines_source check (length(btrim(source)) > 0),
  constraint budget_lines_year check (year_to = (year_from + interval '1 year')::date - 1),
  constraint budget_lines_amounts check (first_budgeted > 0 and budgeted >= 0 and spent >= 0),
  constraint budget_lines_spent check ((spent is null) = (spent_as_of is null) and spent_as_of >= year_from),
  constraint budget_lines_withdrawn check ((withdrawn_on is null) = (withdrawn_reason is null))
);
create unique index budget_lines_once on budget_lines (commitment_id, country_iso2, year_from, lower(btrim(title))) where withdrawn_on is null;
create index budget_lines_country_index on budget_lines (country_iso2, year_from);
create index budget_lines_recent on budget_lines (year_from desc, id desc);

create function budget_lines_rules() returns trigger language plpgsql as $$
begin
  -- BU-1: a country budgets for what it leads, or for what names it among its countries.
  if tg_op = 'INSERT' and not exists (
    select from commitments c where c.id = new.commitment_id
      and (c.lead_country_iso2 = new.country_iso2 or exists (select from commitment_countries x where x.commitment_id = c.id and x.country_iso2 = new.country_iso2))
  ) then
    raise exception 'BU-1: % has no part in this commitment', new.country_iso2 using errcode = 'check_violation', constraint = 'budget_lines_of_country';
  end if;
  -- BU-2: whose line it is, for what, when, in which money and what was first voted stay.
  if tg_op = 'UPDATE' and (new.country_iso2, new.commitment_id, new.year_from, new.currency, new.first_budgeted)
    is distinct from (old.country_iso2, old.commitment_id, old.year_from, old.currency, old.first_budgeted) then
    raise exception 'BU-2: the first vote of a budget line stays' using errcode = 'check_violation', constraint = 'budget_lines_first_stays';
  end if;
  if tg_op = 'UPDATE' and old.withdrawn_on is not null then
    raise exception 'BU-5: a withdrawn line stays as it is' using errcode = 'check_violation', constraint = 'budget_lines_withdrawn_stays';
  end if;
  return new;
end $$;
create trigger budget_lines_rules before insert or update on budget_lines for each row execute function budget_lines_rules();

-- The first day of the fiscal year that a day falls into, by the day on which the year begins.
create function fiscal_year_of(wanted date, starts_month integer, starts_day integer) returns date language sql immutable parallel safe as $$
  select make_date(extract(year from wanted)::int - case when (extract(month from wanted), extract(day from wanted)) < (starts_month, starts_day) then 1 else 0 end, starts_month, starts_day)
$$;

-- FI-6: a line is converted by the rate of the first day of its year.
create view budget_line_values as
  select b.id as budget_line_id, b.country_iso2, b.commitment_id, b.year_from, b.year_to,
    case when b.currency = 'USD' then b.budgeted else round(b.budgeted / r.units_per_usd, 6) end as budgeted_usd,
    case when b.currency = 'USD' then b.spent else round(b.spent / r.units_per_usd, 6) end as spent_usd,
    case when b.currency = 'USD' then 1 else r.units_per_usd end as units_per_usd,
    r.rate_on, r.source as rate_source, r.basis as rate_basis
  from budget_lines b left join lateral rate_for(b.currency, b.year_from) r on b.currency <> 'USD';

select audited('fiscal_years', 'country_iso2');
select audited('budget_lines', 'id');
