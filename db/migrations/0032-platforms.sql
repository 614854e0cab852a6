-- The registry of public platforms for learning: what a country has, who says what of it, and who looked at it.

create table platforms (
  id uuid not null,
  ref text not null,
  country_iso2 text not null,
  -- The edition that lists show: the latest that is published, before there is one the first.
  edition integer not null default 1,
  -- Its name in its authoritative language: what lists are sorted by and letters name.
  name text not null,
  nominated_by uuid,
  nominated_at timestamptz not null,
  published_at timestamptz,
  discontinued_at timestamptz,
  discontinued_by uuid,
  discontinued_reason text,
  version integer not null default 1,
  constraint platforms_key primary key (id),
  constraint platforms_ref unique (ref),
  constraint platforms_country foreign key (country_iso2) references countries (iso2),
  constraint platforms_nominator foreign key (nominated_by) references people (id),
  constraint platforms_discontinuer foreign key (discontinued_by) references people (id),
  constraint platforms_name check (length(btrim(name)) > 0),
  -- What is discontinued was published, and says why.
  constraint platforms_discontinued check ((discontinued_at is null) = (discontinued_reason is null) and (discontinued_at is null or published_at is not null))
);
create index platforms_recent on platforms (coalesce(published_at, nominated_at) desc, id desc);
create index platforms_by_name on platforms (name collate "und-x-icu", id);
create index platforms_country_index on platforms (country_iso2);

-- RE-6: a change of what is published is the next edition, which goes the whole way again.
create table platform_editions (
  platform_id uuid not null,
  number integer not null,
  status text not null default 'nominated',
  language text not null,
  address text not null,
  owner text,
  owner_organisation_id uuid,
  operator text,
  operator_organisation_id uuid,
  -- ISCED 2011.
  levels text[] not null default '{}',
  subjects text[] not null default '{}',
  -- BCP 47.
  languages text[] not null default '{}',
  cost text,
  cost_words text,
  -- RE-7: null is not known, never no.
  offline boolean,
  zero_rated boolean,
  devices text[] not null default '{}',
  licence text,
  standards text[] not null default '{}',
  -- RE-1: a claim carries its date and source.
  curriculum text,
  curriculum_source text,
  curriculum_on date,
  accessibility text,
  accessibility_source text,
  accessibility_on date,
  users bigint,
  users_source text,
  users_on date,
  -- null is not known; none at any stage is an answer of its own.
  teacher_stages text[],
  teacher_words text,
  learner_data boolean,
  safeguard text,
  -- The seven principles of the charter in their order, 0 to 3; null where one was not answered.
  charter smallint[],
  -- Everybody who had a hand in the description.
  writers uuid[] not null default '{}',
  described_at timestamptz,
  confirmed_by uuid,
  confirmed_at timestamptz,
  reviewed_by uuid,
  reviewed_at timestamptz,
  -- What the reviewer looked at, and which claims were checked.
  review text,
  checked text[] not null default '{}',
  published_by uuid,
  published_at timestamptz,
  returned_reason text,
  version integer not null default 1,
  constraint platform_editions_key primary key (platform_id, number),
  constraint platform_editions_platform foreign key (platform_id) references platforms (id) on delete cascade,
  constraint platform_editions_owner foreign key (owner_organisation_id) references organisations (id),
  constraint platform_editions_operator foreign key (operator_organisation_id) references organisations (id),
  constraint platform_editions_confirmer foreign key (confirmed_by) references people (id),
  constraint platform_editions_reviewer foreign key (reviewed_by) references people (id),
  constraint platform_editions_publisher foreign key (published_by) references people (id),
  constraint platform_editions_status check (status in ('nominated', 'described', 'country_confirmed', 'expert_reviewed', 'published')),
  constraint platform_editions_language check (language in ('en', 'fr', 'es', 'ar', 'ru', 'zh')),
  constraint platform_editions_address check (address ~ '^https://[^[:space:]]+$'),
  constraint platform_editions_levels check (levels <@ array['0', '1', '2', '3', '4', '5', '6', '7', '8']),
  constraint platform_editions_languages check (cardinality(languages) = 0 or array_to_string(languages, ' ') ~ '^[a-z]{2,8}(-[A-Za-z0-9]{1,8})*( [a-z]{2,8}(-[A-Za-z0-9]{1,8})*)*$'),
  constraint platform_editions_cost check (cost in ('free', 'freemium', 'paid')),
  constraint platform_editions_curriculum check (num_nulls(curriculum, curriculum_source, curriculum_on) in (0, 3)),
  constraint platform_editions_accessibility check (num_nulls(accessibility, accessibility_source, accessibility_on) in (0, 3)),
  constraint platform_editions_accessibility_level check (accessibility ~ '^WCAG 2\.[0-2] A{1,3}$'),
  constraint platform_editions_users check (num_nulls(users, users_source, users_on) in (0, 3) and users > 0),
  -- RE-9: none stands alone.
  constraint platform_editions_teachers check (teacher_stages = array['none'] or (teacher_stages <@ array['design', 'testing', 'rollout', 'scaling'] and cardinality(teacher_stages) > 0)),
  -- RE-8: what touches data about learners says how they are kept safe.
  constraint platform_editions_safeguard check (learner_data is not true or safeguard is not null),
  constraint platform_editions_charter check (array_length(charter, 1) = 7 and 0 <= all (charter) and 3 >= all (charter)),
  constraint platform_editions_checked check (checked <@ array['curriculum', 'accessibility', 'users', 'charter']),
  -- Each step has its day, and what it needs.
  constraint platform_editions_described check (status = 'nominated' or (described_at is not null and owner is not null and cardinality(levels) > 0 and cardinality(languages) > 0)),
  constraint platform_editions_confirmed check (num_nonnulls(confirmed_at, confirmed_by) = case when status in ('country_confirmed', 'expert_reviewed', 'published') then 2 else 0 end),
  constraint platform_editions_reviewed check (num_nonnulls(reviewed_at, reviewed_by, review) = case when status in ('expert_reviewed', 'published') then 3 else 0 end),
  constraint platform_editions_published check (num_nonnulls(published_at, published_by) = case when status = 'published' then 2 else 0 end),
  constraint platform_editions_returned check (returned_reason is null or status = 'described'),
  -- RE-4: nobody approves what they submitted, and no one person takes two steps.
  constraint platform_editions_another_confirms check (confirmed_by <> all (writers)),
  constraint platform_editions_another_reviews check (reviewed_by <> all (writers) and reviewed_by <> confirmed_by),
  constraint platform_editions_another_publishes check (published_by <> all (writers) and published_by <> confirmed_by and published_by <> reviewed_by)
);
create unique index platform_editions_one_open on platform_editions (platform_id) where status <> 'published';
alter table platforms add constraint platforms_edition foreign key (id, edition) references platform_editions (platform_id, number) deferrable initially deferred;

create table platform_texts (
  platform_id uuid not null,
  number integer not null,
  language text not null,
  name text not null,
  description text not null,
  origin text not null default 'human',
  checked_by uuid,
  tokens text[] generated always as (search_tokens(name || ' ' || description)) stored,
  constraint platform_texts_key primary key (platform_id, number, language),
  constraint platform_texts_edition foreign key (platform_id, number) references platform_editions (platform_id, number) on delete cascade,
  constraint platform_texts_checked_by foreign key (checked_by) references people (id),
  constraint platform_texts_language check (language in ('en', 'fr', 'es', 'ar', 'ru', 'zh')),
  constraint platform_texts_words check (length(btrim(name)) > 0 and length(btrim(description)) > 0),
  constraint platform_texts_origin check (origin in ('human', 'machine'))
);
create index platform_texts_tokens on platform_texts using gin (tokens);

-- RE-6: what was published stays as it was published; only translations are added to it.
create function platform_editions_stay() returns trigger language plpgsql as $$
begin
  raise exception 'a published edition stays as it is' using errcode = 'integrity_constraint_violation', constraint = 'platform_editions_stay';
end $$;
create trigger platform_editions_stay before update or delete on platform_editions for each row when (old.status = 'published') execute function platform_editions_stay();
create function platform_texts_stay() returns trigger language plpgsql as $$
begin
  if exists (select from platform_editions where platform_id = old.platform_id and number = old.number and status = 'published' and language = old.language) then
    raise exception 'a published edition stays as it is' using errcode = 'integrity_constraint_violation', constraint = 'platform_editions_stay';
  end if;
  return coalesce(new, old);
end $$;
create trigger platform_texts_stay before update or delete on platform_texts for each row execute function platform_texts_stay();

-- RE-2: only the coordinator of the country confirms, as they were at that instant.
create function platform_editions_coordinator_confirms() returns trigger language plpgsql as $$
begin
  if not exists (
    select from roles r join platforms p on p.country_iso2 = r.country_iso2
    where p.id = new.platform_id and r.person_id = new.confirmed_by and r.role = 'country_coordinator' and r.starts_at <= new.confirmed_at and (r.ends_at is null or r.ends_at > new.confirmed_at)
  ) then
    raise exception 'RE-2: % does not coordinate the country', new.confirmed_by using errcode = 'integrity_constraint_violation', constraint = 'platform_editions_coordinator_confirms';
  end if;
  return null;
end $$;
create trigger platform_editions_coordinator_confirms after insert or update of confirmed_by, confirmed_at on platform_editions for each row
  when (new.confirmed_by is not null) execute function platform_editions_coordinator_confirms();

select audited('platforms', 'id');
select audited('platform_editions', 'number', 'platforms', 'platform_id');
select audited('platform_texts', 'language', 'platforms', 'platform_id');

-- Letters about what is published in the registry can be refused like those about promises.
alter table letter_refusals drop constraint letter_refusals_topic,
  add constraint letter_refusals_topic check (topic in ('commitments', 'review', 'sessions', 'endorsements', 'platforms'));
