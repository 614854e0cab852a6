-- Who is asked in a cycle, until when, and who was reminded of it.

-- A lead for whom a cycle lasts longer, with the reason.
create table cycle_extensions (
  id uuid not null,
  cycle_id uuid not null,
  organisation_id uuid,
  country_iso2 text,
  until_on date not null,
  reason text not null,
  given_by uuid,
  given_at timestamptz not null,
  version integer not null default 1,
  constraint cycle_extensions_key primary key (id),
  constraint cycle_extensions_cycle foreign key (cycle_id) references cycles (id),
  constraint cycle_extensions_organisation foreign key (organisation_id) references organisations (id),
  constraint cycle_extensions_country foreign key (country_iso2) references countries (iso2),
  constraint cycle_extensions_giver foreign key (given_by) references people (id),
  constraint cycle_extensions_lead check (num_nonnulls(organisation_id, country_iso2) = 1),
  constraint cycle_extensions_once unique nulls not distinct (cycle_id, organisation_id, country_iso2),
  constraint cycle_extensions_reason check (length(btrim(reason)) > 0)
);

-- What was decided of single commitments against the rule of a cycle: asked for all the same, or not asked for.
create table cycle_exceptions (
  cycle_id uuid not null,
  commitment_id uuid not null,
  expected boolean not null,
  reason text not null,
  decided_by uuid,
  decided_at timestamptz not null,
  constraint cycle_exceptions_key primary key (cycle_id, commitment_id),
  constraint cycle_exceptions_cycle foreign key (cycle_id) references cycles (id),
  constraint cycle_exceptions_commitment foreign key (commitment_id) references commitments (id),
  constraint cycle_exceptions_decider foreign key (decided_by) references people (id),
  constraint cycle_exceptions_reason check (length(btrim(reason)) > 0)
);
create index cycle_exceptions_commitment_index on cycle_exceptions (commitment_id);

-- Every reminder of a cycle: of whose promises, to whom, at which stage. One of the clock is sent once.
create table cycle_nudges (
  id uuid not null,
  cycle_id uuid not null,
  organisation_id uuid,
  country_iso2 text,
  person_id uuid not null,
  stage text not null,
  words text,
  nudged_by uuid,
  nudged_at timestamptz not null,
  constraint cycle_nudges_key primary key (id),
  constraint cycle_nudges_cycle foreign key (cycle_id) references cycles (id),
  constraint cycle_nudges_organisation foreign key (organisation_id) references organisations (id),
  constraint cycle_nudges_country foreign key (country_iso2) references countries (iso2),
  constraint cycle_nudges_person foreign key (person_id) references people (id),
  constraint cycle_nudges_nudger foreign key (nudged_by) references people (id),
  constraint cycle_nudges_lead check (num_nonnulls(organisation_id, country_iso2) = 1),
  constraint cycle_nudges_stage check (stage in ('before_30', 'before_7', 'after_3', 'after_14', 'line_21', 'line_28', 'asked'))
);
create unique index cycle_nudges_once on cycle_nudges (cycle_id, organisation_id, country_iso2, person_id, stage) nulls not distinct where stage <> 'asked';
create index cycle_nudges_person_index on cycle_nudges (person_id, nudged_at);
create trigger cycle_nudges_append_only before update or delete on cycle_nudges for each row execute function forbid_change();

-- The rule of a cycle: which kinds of commitments it asks for (all, where none is named), what it asks of each, and in which languages its report comes out.
alter table cycles
  add column types text[],
  add column questions text[] not null default '{narrative,barriers,enablers,equity,also_reported_to}',
  add column required text[] not null default '{}',
  add column languages text[] not null default '{en}',
  add constraint cycles_types check (types is null or cardinality(types) > 0),
  add constraint cycles_questions check (questions <@ '{narrative,barriers,enablers,equity,also_reported_to}'::text[] and required <@ questions),
  add constraint cycles_languages check (languages <@ '{en,fr,es,ar,ru,zh}'::text[] and cardinality(languages) > 0);

select audited('cycle_extensions cycle_nudges', 'id', 'cycles', 'cycle_id');
select audited('cycle_exceptions', 'commitment_id', 'cycles', 'cycle_id');
