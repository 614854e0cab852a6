-- People, accounts, coalitions, organisations, memberships, roles.

create table people (
  id uuid not null,
  name text not null,
  language text not null default 'en',
  time_zone text not null default 'UTC',
  publish_name boolean not null default false,
  erased_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  constraint people_key primary key (id),
  constraint people_name check (length(btrim(name)) > 0),
  constraint people_language check (language in ('en', 'fr', 'es', 'ar', 'ru', 'zh'))
);
create table person_mails (
  address text not null,
  person_id uuid not null,
  is_primary boolean not null default true,
  verified_at timestamptz,
  constraint person_mails_key primary key (address),
  constraint person_mails_person foreign key (person_id) references people (id),
  constraint person_mails_lower check (address = lower(address) and address like '%_@_%')
);
create unique index person_mails_one_primary on person_mails (person_id) where is_primary;

create table credentials (
  person_id uuid not null,
  password_hash text not null,
  changed_at timestamptz not null,
  constraint credentials_key primary key (person_id),
  constraint credentials_person foreign key (person_id) references people (id)
);
create table login_sessions (
  secret_hash text not null,
  person_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz not null,
  constraint login_sessions_key primary key (secret_hash),
  constraint login_sessions_person foreign key (person_id) references people (id)
);
create index login_sessions_person on login_sessions (person_id);
create table one_time_links (
  secret_hash text not null,
  purpose text not null,
  person_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint one_time_links_key primary key (secret_hash),
  constraint one_time_links_person foreign key (person_id) references people (id),
  constraint one_time_links_purpose check (purpose in ('invitation', 'password_reset'))
);
create index one_time_links_person on one_time_links (person_id, purpose);

create table coalitions (
  id uuid not null,
  slug text not null,
  kind text not null,
  parent_id uuid,
  country_iso2 text,
  status text not null,
  formed_on date,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint coalitions_key primary key (id),
  constraint coalitions_slug unique (slug),
  constraint coalitions_kind check (kind in ('global', 'regional', 'national', 'thematic')),
  constraint coalitions_status check (status in ('forming', 'active', 'dormant', 'closed')),
  constraint coalitions_parent foreign key (parent_id) references coalitions (id),
  constraint coalitions_country foreign key (country_iso2) references countries (iso2),
  constraint coalitions_national_country check ((kind = 'national') = (country_iso2 is not null)),
  constraint coalitions_not_own_parent check (parent_id <> id)
);
-- CA-1: one active national coalition per country under one parent.
create unique index coalitions_one_national on coalitions (parent_id, country_iso2) where kind = 'national' and status in ('forming', 'active');
create table coalition_texts (
  coalition_id uuid not null,
  language text not null,
  name text not null,
  mandate text,
  constraint coalition_texts_key primary key (coalition_id, language),
  constraint coalition_texts_coalition foreign key (coalition_id) references coalitions (id)
);
-- CA-2: no cycles.
create function coalitions_no_cycle() returns trigger language plpgsql as $$
begin
  if exists (
    with recursive up as (
      select new.parent_id as id
      union
      select c.parent_id from coalitions c join up on c.id = up.id
    )
    select from up where id = new.id
  ) then
    raise exception 'a coalition cannot stand above itself' using errcode = 'integrity_constraint_violation', constraint = 'coalitions_no_cycle';
  end if;
  return new;
end $$;
create trigger coalitions_no_cycle before insert or update of parent_id on coalitions for each row execute function coalitions_no_cycle();

create table organisations (
  id uuid not null,
  ref text not null,
  name text not null,
  short_name text,
  type_code text,
  type_missing text,
  constituency text,
  country_iso2 text,
  website text,
  source_note text,
  status text not null default 'active',
  merged_into_id uuid,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  tokens text[] generated always as (search_tokens(name || ' ' || coalesce(short_name, ''))) stored,
  constraint organisations_key primary key (id),
  constraint organisations_ref unique (ref),
  constraint organisations_name check (length(btrim(name)) > 0),
  constraint organisations_country foreign key (country_iso2) references countries (iso2),
  constraint organisations_status check (status in ('active', 'merged', 'dissolved')),
  constraint organisations_merged check ((status = 'merged') = (merged_into_id is not null)),
  constraint organisations_merged_into foreign key (merged_into_id) references organisations (id),
  constraint organisations_type check (type_code ~ '^[0-9]{2}$'),
  constraint organisations_type_reason check (type_code is not null or type_missing is not null),
  constraint organisations_constituency check (constituency in ('government', 'un_igo', 'civil_society', 'private', 'academia', 'foundation', 'teachers_union', 'youth', 'media', 'other'))
);
create index organisations_tokens on organisations using gin (tokens);
create index organisations_name_sort on organisations (name collate "und-x-icu", id);
create index organisations_lower_name on organisations (lower(name));
create index organisations_country_index on organisations (country_iso2);
-- ME-1: an identifier belongs to one organisation.
create table organisation_identifiers (
  identifier text not null,
  organisation_id uuid not null,
  constraint organisation_identifiers_key primary key (identifier),
  constraint organisation_identifiers_organisation foreign key (organisation_id) references organisations (id)
);
create index organisation_identifiers_organisation on organisation_identifiers (organisation_id);
create table organisation_names (
  organisation_id uuid not null,
  name text not null,
  constraint organisation_names_key primary key (organisation_id, name),
  constraint organisation_names_organisation foreign key (organisation_id) references organisations (id)
);
-- Rows that may be the same organisation: for a person to decide, never merged by a guess.
create table organisation_duplicates (
  id uuid not null,
  organisation_id uuid not null,
  other_id uuid not null,
  reason text not null,
  claimed_identifier text,
  status text not null default 'open',
  decided_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  constraint organisation_duplicates_key primary key (id),
  constraint organisation_duplicates_pair unique (organisation_id, other_id, reason),
  constraint organisation_duplicates_one foreign key (organisation_id) references organisations (id),
  constraint organisation_duplicates_other foreign key (other_id) references organisations (id),
  constraint organisation_duplicates_decider foreign key (decided_by) references people (id),
  constraint organisation_duplicates_differ check (organisation_id <> other_id),
  constraint organisation_duplicates_reason check (reason in ('same_identifier', 'same_name', 'similar_name', 'same_site')),
  constraint organisation_duplicates_status check (status in ('open', 'same', 'different'))
);

create table memberships (
  id uuid not null,
  coalition_id uuid not null,
  organisation_id uuid not null,
  category text not null,
  status text not null,
  joined_on date not null,
  ended_on date,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint memberships_key primary key (id),
  constraint memberships_coalition foreign key (coalition_id) references coalitions (id),
  constraint memberships_organisation foreign key (organisation_id) references organisations (id),
  constraint memberships_category check (category in ('full', 'associate', 'observer', 'donor', 'knowledge_partner')),
  constraint memberships_status check (status in ('invited', 'applied', 'under_review', 'active', 'suspended', 'withdrawn', 'ended', 'declined')),
  constraint memberships_dates check (ended_on >= joined_on),
  -- ME-4: memberships of the same pair never overlap in time.
  constraint memberships_no_overlap exclude using gist (coalition_id with =, organisation_id with =, daterange(joined_on, ended_on, '[)') with &&) where (status <> 'declined')
);
create index memberships_organisation on memberships (organisation_id);

create table affiliations (
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  title text,
  from_on date not null,
  until_on date,
  constraint affiliations_key primary key (id),
  constraint affiliations_person foreign key (person_id) references people (id),
  constraint affiliations_organisation foreign key (organisation_id) references organisations (id),
  constraint affiliations_dates check (until_on >= from_on)
);
create index affiliations_person on affiliations (person_id);
create index affiliations_organisation on affiliations (organisation_id);

-- PE-3: a role counts from its start to its end. The scope is one of the four, or the platform.
create table roles (
  id uuid not null,
  person_id uuid not null,
  role text not null,
  scope text not null,
  coalition_id uuid,
  organisation_id uuid,
  working_group_id uuid,
  country_iso2 text,
  starts_at timestamptz not null,
  ends_at timestamptz,
  granted_by uuid,
  reason text,
  constraint roles_key primary key (id),
  constraint roles_person foreign key (person_id) references people (id),
  constraint roles_granted_by foreign key (granted_by) references people (id),
  constraint roles_coalition foreign key (coalition_id) references coalitions (id),
  constraint roles_organisation foreign key (organisation_id) references organisations (id),
  constraint roles_country foreign key (country_iso2) references countries (iso2),
  constraint roles_dates check (ends_at >= starts_at),
  constraint roles_role check (role in ('platform_admin', 'secretariat_lead', 'secretariat_officer', 'reviewer', 'org_admin', 'focal_point', 'deputy_focal_point', 'wg_chair', 'wg_cochair', 'wg_secretary', 'wg_member', 'country_coordinator', 'section_editor', 'auditor')),
  constraint roles_scope check (
    (scope = 'platform') = (num_nonnulls(coalition_id, organisation_id, working_group_id, country_iso2) = 0)
    and (scope = 'coalition') = (coalition_id is not null)
    and (scope = 'organisation') = (organisation_id is not null)
    and (scope = 'working_group') = (working_group_id is not null)
    and (scope = 'country') = (country_iso2 is not null))
);
create index roles_person on roles (person_id);
create index roles_organisation on roles (organisation_id);

-- PE-2: the last secretariat lead cannot be removed.
create function roles_last_lead() returns trigger language plpgsql as $$
begin
  if old.role = 'secretariat_lead' and old.ends_at is null and (tg_op = 'DELETE' or new.ends_at is not null or new.role <> 'secretariat_lead') then
    perform pg_advisory_xact_lock(hashtext('roles_last_lead'));
    if not exists (select from roles where role = 'secretariat_lead' and ends_at is null and id <> old.id and coalition_id is not distinct from old.coalition_id) then
      raise exception 'the last secretariat lead stays' using errcode = 'integrity_constraint_violation', constraint = 'roles_last_lead';
    end if;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger roles_last_lead before update or delete on roles for each row execute function roles_last_lead();

select audited('people', 'id');
select audited('person_mails', 'address', 'people', 'person_id');
select audited('credentials', 'person_id', 'people', 'person_id');
select audited('coalitions', 'id');
select audited('coalition_texts', 'coalition_id', 'coalitions', 'coalition_id');
select audited('organisations', 'id');
select audited('organisation_identifiers', 'identifier', 'organisations', 'organisation_id');
select audited('organisation_names', 'organisation_id', 'organisations', 'organisation_id');
select audited('organisation_duplicates', 'id', 'organisations', 'organisation_id');
select audited('memberships', 'id', 'organisations', 'organisation_id');
select audited('affiliations', 'id', 'people', 'person_id');
select audited('roles', 'id', 'people', 'person_id');
