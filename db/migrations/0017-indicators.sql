-- What is measured in countries, from where they stand to what they aim at.

-- Facts of the world: written by the loader of db/reference alone.
create table indicators (
  code text not null,
  position integer not null,
  unit text not null,
  ascending boolean not null,
  constraint indicators_key primary key (code),
  constraint indicators_position unique (position) deferrable initially deferred,
  constraint indicators_unit check (unit in ('percent', 'ratio', 'mbit_s'))
);
create table indicator_texts (
  code text not null,
  language text not null,
  name text not null,
  constraint indicator_texts_key primary key (code, language),
  constraint indicator_texts_indicator foreign key (code) references indicators (code)
);

-- IN-1: one value for a country, an indicator, a part of the population and a year; a missing one has a reason.
create table indicator_values (
  id uuid not null,
  country_iso2 text not null,
  indicator_code text not null,
  disaggregation text not null default 'total',
  year integer not null,
  value numeric(24, 6),
  missing text,
  missing_note text,
  source text not null,
  footnote text,
  recorded_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint indicator_values_key primary key (id),
  constraint indicator_values_country foreign key (country_iso2) references countries (iso2),
  constraint indicator_values_indicator foreign key (indicator_code) references indicators (code),
  constraint indicator_values_recorder foreign key (recorded_by) references people (id),
  constraint indicator_values_once unique (country_iso2, indicator_code, disaggregation, year),
  constraint indicator_values_disaggregation check (disaggregation in ('total', 'female', 'male', 'rural', 'urban', 'poorest', 'richest')),
  constraint indicator_values_year check (year between 1970 and 2100),
  constraint indicator_values_reason check ((value is null) = (missing is not null)),
  constraint indicator_values_missing check (missing in ('not_published', 'not_collected', 'not_comparable', 'not_yet')),
  constraint indicator_values_source check (length(btrim(source)) > 0)
);
create index indicator_values_recent on indicator_values (year desc, id desc);
create index indicator_values_country_index on indicator_values (country_iso2, indicator_code, year desc);

-- IN-4: what a country aims at, by a year.
create table benchmarks (
  id uuid not null,
  country_iso2 text not null,
  indicator_code text not null,
  year integer not null,
  value numeric(24, 6) not null,
  source text not null,
  recorded_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint benchmarks_key primary key (id),
  constraint benchmarks_country foreign key (country_iso2) references countries (iso2),
  constraint benchmarks_indicator foreign key (indicator_code) references indicators (code),
  constraint benchmarks_recorder foreign key (recorded_by) references people (id),
  constraint benchmarks_once unique (country_iso2, indicator_code, year),
  constraint benchmarks_year check (year between 2000 and 2100),
  constraint benchmarks_source check (length(btrim(source)) > 0)
);

-- Values and benchmarks as one list: the same columns, told apart by `figure`.
create view indicator_figures as
  select id, 'value' as figure, country_iso2, indicator_code, disaggregation, year, value, missing, missing_note, source, footnote from indicator_values
  union all
  select id, 'benchmark', country_iso2, indicator_code, 'total', year, value, null, null, source, null from benchmarks;

select audited('indicators indicator_texts', 'code');
select audited('indicator_values benchmarks', 'id');
