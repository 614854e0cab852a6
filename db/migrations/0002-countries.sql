-- Countries, regions, groups, currencies: facts of the world. Loaded from db/reference, never typed by users.

create table regions (
  m49 text not null,
  parent_m49 text,
  level text not null,
  constraint regions_key primary key (m49),
  constraint regions_m49 check (m49 ~ '^[0-9]{3}$'),
  constraint regions_parent foreign key (parent_m49) references regions (m49),
  constraint regions_level check (level in ('world', 'region', 'subregion', 'intermediate'))
);
create table region_texts (
  m49 text not null,
  language text not null,
  name text not null,
  constraint region_texts_key primary key (m49, language),
  constraint region_texts_region foreign key (m49) references regions (m49)
);

create table countries (
  iso2 text not null,
  iso3 text not null,
  m49 text not null,
  region_m49 text,
  subregion_m49 text,
  standing text not null,
  official_languages text[] not null default '{}',
  fiscal_year_start integer,
  constraint countries_key primary key (iso2),
  constraint countries_iso2 check (iso2 ~ '^[A-Z]{2}$'),
  constraint countries_iso3 unique (iso3),
  constraint countries_m49 unique (m49),
  constraint countries_region foreign key (region_m49) references regions (m49),
  constraint countries_subregion foreign key (subregion_m49) references regions (m49),
  constraint countries_standing check (standing in ('un_member', 'un_observer', 'territory')),
  constraint countries_fiscal_year check (fiscal_year_start between 1 and 12)
);
create table country_texts (
  iso2 text not null,
  language text not null,
  name text not null,
  tokens text[] generated always as (search_tokens(name)) stored,
  constraint country_texts_key primary key (iso2, language),
  constraint country_texts_country foreign key (iso2) references countries (iso2)
);
create index country_texts_tokens on country_texts using gin (tokens);
create table country_groups (
  code text not null,
  constraint country_groups_key primary key (code)
);
create table country_group_texts (
  code text not null,
  language text not null,
  name text not null,
  short_name text not null,
  constraint country_group_texts_key primary key (code, language),
  constraint country_group_texts_group foreign key (code) references country_groups (code)
);
create table country_group_periods (
  code text not null,
  iso2 text not null,
  from_on date not null,
  until_on date,
  constraint country_group_periods_key primary key (code, iso2, from_on),
  constraint country_group_periods_group foreign key (code) references country_groups (code),
  constraint country_group_periods_country foreign key (iso2) references countries (iso2),
  constraint country_group_periods_order check (until_on > from_on)
);
create table currencies (
  code text not null,
  exponent integer not null,
  active boolean not null default true,
  constraint currencies_key primary key (code),
  constraint currencies_code check (code ~ '^[A-Z]{3}$'),
  constraint currencies_exponent check (exponent between 0 and 4)
);
-- FI-6: a rate is an immutable, dated row with its source.
create table exchange_rates (
  id uuid not null,
  currency text not null,
  rate_on date not null,
  units_per_usd numeric(28, 12) not null,
  period text not null,
  source text not null,
  issuer text,
  created_at timestamptz not null default clock_timestamp(),
  constraint exchange_rates_key primary key (id),
  constraint exchange_rates_currency foreign key (currency) references currencies (code),
  constraint exchange_rates_once unique (currency, rate_on, period, source),
  constraint exchange_rates_positive check (units_per_usd > 0),
  constraint exchange_rates_period check (period in ('day', 'month', 'year')),
  constraint exchange_rates_usd check (currency <> 'USD' or units_per_usd = 1)
);
create trigger exchange_rates_append_only before update or delete on exchange_rates for each row execute function forbid_change();
select audited('exchange_rates', 'id');
select audited('countries country_texts', 'iso2');
