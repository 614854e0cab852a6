-- Applications for membership, suspensions, changes of category, and what is known of merged organisations.

-- ME-2: an organisation with all that were merged into it, and the one that a merged one leads to.
create function organisation_family(wanted uuid) returns setof uuid language sql stable parallel safe as $$
  with recursive family as (
    select wanted as id
    union
    select o.id from organisations o join family on o.merged_into_id = family.id
  ) select id from family
$$;
create function organisation_successor(wanted uuid) returns uuid language sql stable parallel safe as $$
  with recursive led as (
    select id, merged_into_id from organisations where id = wanted
    union
    select o.id, o.merged_into_id from organisations o join led on o.id = led.merged_into_id
  ) select id from led where merged_into_id is null
$$;
create index organisations_merged_into_index on organisations (merged_into_id) where merged_into_id is not null;

-- ME-7: an application is apart from organisations and memberships until it is approved, because these are public.
create table membership_applications (
  id uuid not null,
  ref text not null,
  coalition_id uuid not null,
  origin text not null,
  status text not null,
  category text not null,
  name text not null,
  short_name text,
  type_code text,
  constituency text not null,
  country_iso2 text,
  website text,
  identifiers text[] not null default '{}',
  statement text,
  contact_name text not null,
  contact_title text,
  contact_mail text not null,
  language text not null,
  publish_name boolean not null default false,
  consented_at timestamptz,
  mail_finding text not null,
  secret_hash text,
  link_expires_at timestamptz,
  verified_at timestamptz,
  organisation_id uuid,
  membership_id uuid,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint membership_applications_key primary key (id),
  constraint membership_applications_ref unique (ref),
  constraint membership_applications_coalition foreign key (coalition_id) references coalitions (id),
  constraint membership_applications_organisation foreign key (organisation_id) references organisations (id),
  constraint membership_applications_membership foreign key (membership_id) references memberships (id),
  constraint membership_applications_country foreign key (country_iso2) references countries (iso2),
  constraint membership_applications_secret unique (secret_hash),
  constraint membership_applications_origin check (origin in ('applied', 'invited')),
  constraint membership_applications_status check (status in ('unverified', 'invited', 'applied', 'under_review', 'more_asked', 'approved', 'declined')),
  constraint membership_applications_category check (category in ('full', 'associate', 'observer', 'donor', 'knowledge_partner')),
  constraint membership_applications_constituency check (constituency in ('government', 'un_igo', 'civil_society', 'private', 'academia', 'foundation', 'teachers_union', 'youth', 'media', 'other')),
  constraint membership_applications_name check (length(btrim(name)) > 0),
  constraint membership_applications_language check (language in ('en', 'fr', 'es', 'ar', 'ru', 'zh')),
  constraint membership_applications_mail check (contact_mail = lower(contact_mail) and contact_mail like '%_@_%'),
  constraint membership_applications_finding check (mail_finding in ('same_site', 'free_mail', 'elsewhere', 'no_site')),
  -- Nobody reads an application whose address was not verified, or that nobody agreed to.
  constraint membership_applications_verified check (status in ('unverified', 'invited', 'declined') or (verified_at is not null and consented_at is not null and statement is not null)),
  constraint membership_applications_link check ((secret_hash is null) = (link_expires_at is null)),
  constraint membership_applications_approved check (status <> 'approved' or (organisation_id is not null and membership_id is not null))
);
-- One application of a mail address to a coalition at a time; after a refusal another one may follow.
create unique index membership_applications_one_open on membership_applications (coalition_id, contact_mail) where status not in ('approved', 'declined');
create index membership_applications_desk on membership_applications (status, id);

-- What was said about an application, in order.
create table application_acts (
  id uuid not null,
  application_id uuid not null,
  kind text not null,
  person_id uuid,
  body text,
  acted_at timestamptz not null,
  constraint application_acts_key primary key (id),
  constraint application_acts_application foreign key (application_id) references membership_applications (id),
  constraint application_acts_person foreign key (person_id) references people (id),
  constraint application_acts_kind check (kind in ('application', 'invitation', 'confirmation', 'question', 'answer', 'approval', 'refusal')),
  constraint application_acts_by check (kind in ('application', 'confirmation', 'answer') or person_id is not null)
);
create index application_acts_application_index on application_acts (application_id, id);
-- ME-9: nobody approves twice.
create unique index application_acts_approval_once on application_acts (application_id, person_id) where kind = 'approval';
create trigger application_acts_append_only before update or delete on application_acts for each row execute function forbid_change();

-- ME-9: a government is let in by two people, everybody else by one.
create function membership_applications_enough_approvals() returns trigger language plpgsql as $$
begin
  if new.status = 'approved' and old.status <> 'approved'
    and (select count(distinct person_id) from application_acts where application_id = new.id and kind = 'approval') < 1 + (new.constituency = 'government')::int
  then
    raise exception 'not enough people have approved it' using errcode = 'integrity_constraint_violation', constraint = 'membership_applications_enough_approvals';
  end if;
  return new;
end $$;
create trigger membership_applications_enough_approvals before update on membership_applications for each row execute function membership_applications_enough_approvals();

-- ME-11: a membership that another one carries on from the day on which it ends, without a day between.
alter table memberships add column continued_by uuid;
alter table memberships add constraint memberships_continued_by foreign key (continued_by) references memberships (id);
alter table memberships add constraint memberships_continued_ended check (continued_by is null or ended_on is not null);

-- ME-10: each time that a membership was suspended.
create table membership_suspensions (
  id uuid not null,
  membership_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  reason text not null,
  end_reason text,
  suspended_by uuid,
  ended_by uuid,
  constraint membership_suspensions_key primary key (id),
  constraint membership_suspensions_membership foreign key (membership_id) references memberships (id),
  constraint membership_suspensions_person foreign key (suspended_by) references people (id),
  constraint membership_suspensions_ender foreign key (ended_by) references people (id),
  constraint membership_suspensions_dates check (ends_at >= starts_at)
);
create unique index membership_suspensions_one_open on membership_suspensions (membership_id) where ends_at is null;

-- ME-10: an organisation with a suspended membership acts no more, unless one of another coalition, none above which is suspended, is in force.
create function organisation_suspended(wanted uuid, today date) returns boolean language sql stable parallel safe as $$
  with recursive held as (
    select m.coalition_id, m.status from memberships m
    where m.organisation_id = wanted and m.status in ('active', 'suspended') and m.joined_on <= today and (m.ended_on is null or m.ended_on > today)
  ),
  barred as (
    select coalition_id as id from held where status = 'suspended'
    union
    select k.id from coalitions k join barred on k.parent_id = barred.id
  )
  select exists (select from held where status = 'suspended')
    and not exists (select from held where status = 'active' and coalition_id not in (select id from barred))
$$;

-- Decisions about duplicates have a reason and a day; a pair is noted once for each reason, whichever way round.
alter table organisation_duplicates add column decided_reason text, add column decided_at timestamptz;
create unique index organisation_duplicates_once on organisation_duplicates (least(organisation_id, other_id), greatest(organisation_id, other_id), reason);
create index organisation_duplicates_open on organisation_duplicates (status, id);

-- ME-3: the open pairs, each once with all its reasons, as the organisations stand after every merge.
create view organisation_pairs as
  with resolved as (
    select d.id, d.reason, d.claimed_identifier, organisation_successor(d.organisation_id) as one, organisation_successor(d.other_id) as other
    from organisation_duplicates d where d.status = 'open'
  )
  select (min(id::text))::uuid as id, least(one, other) as organisation_id, greatest(one, other) as other_id,
    array_agg(distinct reason order by reason) as reasons,
    coalesce(array_agg(distinct claimed_identifier order by claimed_identifier) filter (where claimed_identifier is not null), '{}') as claimed_identifiers
  from resolved where one <> other group by least(one, other), greatest(one, other);

select audited('membership_applications', 'id');
select audited('application_acts', 'id', 'membership_applications', 'application_id');
select audited('membership_suspensions', 'id', 'memberships', 'membership_id');
