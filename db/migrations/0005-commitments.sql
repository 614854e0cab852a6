-- Commitments: what was promised, to whom, measured how.

create table commitments (
  id uuid not null,
  ref text not null,
  coalition_id uuid not null,
  lead_organisation_id uuid,
  lead_country_iso2 text,
  type text,
  status text not null default 'draft',
  visibility text not null default 'public',
  embargo_until timestamptz,
  language text not null default 'en',
  starts_on date,
  ends_on date,
  learner_data boolean,
  open_to_join boolean not null default false,
  origin_decision_id uuid,
  origin_recommendation_id uuid,
  source_name text,
  source_key text,
  smart_score jsonb,
  created_by uuid,
  submitted_by uuid,
  submitted_at timestamptz,
  returned_reason text,
  verified_by uuid,
  verified_at timestamptz,
  published_by uuid,
  published_at timestamptz,
  -- Facts that health is derived from, written in the transaction that changes them.
  last_update_on date,
  stale_on date,
  at_risk_on date,
  off_track_on date,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint commitments_key primary key (id),
  constraint commitments_ref unique (ref),
  constraint commitments_coalition foreign key (coalition_id) references coalitions (id),
  constraint commitments_lead_organisation foreign key (lead_organisation_id) references organisations (id),
  constraint commitments_lead_country foreign key (lead_country_iso2) references countries (iso2),
  constraint commitments_creator foreign key (created_by) references people (id),
  constraint commitments_submitter foreign key (submitted_by) references people (id),
  constraint commitments_verifier foreign key (verified_by) references people (id),
  constraint commitments_publisher foreign key (published_by) references people (id),
  constraint commitments_lead check (num_nonnulls(lead_organisation_id, lead_country_iso2) = 1),
  constraint commitments_type check (type in ('policy', 'programme', 'finance', 'capacity', 'content', 'infrastructure', 'advocacy', 'data')),
  constraint commitments_status check (status in ('draft', 'submitted', 'returned', 'verified', 'published', 'reached_on_time', 'reached_late', 'not_reached', 'withdrawn', 'superseded')),
  constraint commitments_visibility check (visibility in ('private', 'coalition', 'members', 'public')),
  constraint commitments_language check (language in ('en', 'fr', 'es', 'ar', 'ru', 'zh')),
  -- CO-2: the end comes after the start.
  constraint commitments_dates check (ends_on > starts_on),
  -- Nobody approves what they submitted.
  constraint commitments_another_verifies check (verified_by <> submitted_by),
  constraint commitments_published_facts check (
    status not in ('published', 'reached_on_time', 'reached_late', 'not_reached')
    or (published_at is not null and type is not null and starts_on is not null and ends_on is not null)),
  constraint commitments_smart_score check (smart_score is null or jsonb_typeof(smart_score) = 'object'),
  constraint commitments_source_once unique (source_name, source_key)
);
create index commitments_status_index on commitments (status, ends_on, id);
create index commitments_ends on commitments (coalesce(ends_on, '9999-12-31'), id);
create index commitments_recent on commitments (coalesce(published_at, created_at) desc, id desc);
create index commitments_lead_organisation_index on commitments (lead_organisation_id);
create index commitments_lead_country_index on commitments (lead_country_iso2);
create index commitments_origin_decision on commitments (origin_decision_id);
create index commitments_origin_recommendation on commitments (origin_recommendation_id);

create table commitment_texts (
  commitment_id uuid not null,
  language text not null,
  title text not null,
  problem text,
  action text,
  origin text not null default 'human',
  checked_by uuid,
  source_version integer not null default 1,
  tokens text[] generated always as (search_tokens(title || ' ' || coalesce(problem, '') || ' ' || coalesce(action, ''))) stored,
  constraint commitment_texts_key primary key (commitment_id, language),
  constraint commitment_texts_commitment foreign key (commitment_id) references commitments (id) on delete cascade,
  constraint commitment_texts_checked_by foreign key (checked_by) references people (id),
  constraint commitment_texts_language check (language in ('en', 'fr', 'es', 'ar', 'ru', 'zh')),
  constraint commitment_texts_title check (length(btrim(title)) > 0),
  constraint commitment_texts_origin check (origin in ('human', 'machine'))
);
create index commitment_texts_tokens on commitment_texts using gin (tokens);

create table commitment_nodes (
  commitment_id uuid not null,
  node_id uuid not null,
  constraint commitment_nodes_key primary key (commitment_id, node_id),
  constraint commitment_nodes_commitment foreign key (commitment_id) references commitments (id) on delete cascade,
  constraint commitment_nodes_node foreign key (node_id) references framework_nodes (id)
);
create index commitment_nodes_node_index on commitment_nodes (node_id, commitment_id);

-- CO-3: several countries share exactly 100; checked at the end of the transaction, outside drafts.
create table commitment_countries (
  commitment_id uuid not null,
  country_iso2 text not null,
  share numeric(7, 4),
  constraint commitment_countries_key primary key (commitment_id, country_iso2),
  constraint commitment_countries_commitment foreign key (commitment_id) references commitments (id) on delete cascade,
  constraint commitment_countries_country foreign key (country_iso2) references countries (iso2),
  constraint commitment_countries_share check (share > 0 and share <= 100)
);
create index commitment_countries_country_index on commitment_countries (country_iso2, commitment_id);

create table commitment_beneficiaries (
  commitment_id uuid not null,
  group_code text not null,
  designed_in boolean not null,
  constraint commitment_beneficiaries_key primary key (commitment_id, group_code),
  constraint commitment_beneficiaries_commitment foreign key (commitment_id) references commitments (id) on delete cascade
);
create index commitment_beneficiaries_group on commitment_beneficiaries (group_code, commitment_id);

create table commitment_partners (
  commitment_id uuid not null,
  organisation_id uuid not null,
  role text not null,
  consent text not null default 'asked',
  constraint commitment_partners_key primary key (commitment_id, organisation_id),
  constraint commitment_partners_commitment foreign key (commitment_id) references commitments (id) on delete cascade,
  constraint commitment_partners_organisation foreign key (organisation_id) references organisations (id),
  constraint commitment_partners_role check (role in ('implementing', 'technical', 'content', 'other')),
  constraint commitment_partners_consent check (consent in ('asked', 'confirmed', 'declined'))
);
create index commitment_partners_organisation_index on commitment_partners (organisation_id);

create table goals (
  id uuid not null,
  commitment_id uuid not null,
  position integer not null,
  statement text,
  indicator text,
  measure text not null default 'unit',
  unit text,
  method text,
  ascending boolean not null default true,
  cumulative boolean not null default true,
  baseline_value numeric(24, 6),
  baseline_year integer,
  baseline_source text,
  baseline_missing text,
  target_value numeric(24, 6),
  target_on date,
  last_value numeric(24, 6),
  last_value_on date,
  constraint goals_key primary key (id),
  constraint goals_commitment foreign key (commitment_id) references commitments (id) on delete cascade,
  constraint goals_position unique (commitment_id, position) deferrable initially deferred,
  constraint goals_position_range check (position between 1 and 10),
  constraint goals_measure check (measure in ('unit', 'percentage', 'nominal', 'ordinal', 'qualitative')),
  -- Missing is null with a reason, never 0.
  constraint goals_baseline check (baseline_value is not null or baseline_missing is not null),
  constraint goals_baseline_year check (baseline_year between 1990 and 2100),
  constraint goals_target_on check (target_on between '1990-01-01' and '2100-12-31')
);

-- What must hold before a commitment leaves its drafting: CO-1 (an action line) and CO-3 (shares total 100).
create function commitments_complete() returns trigger language plpgsql as $$
declare
  it uuid := (to_jsonb(coalesce(new, old)) ->> case when tg_table_name = 'commitments' then 'id' else 'commitment_id' end)::uuid;
  now_status text;
  countries integer;
  total numeric;
begin
  select status into now_status from commitments where id = it;
  if now_status is null or now_status in ('draft', 'returned', 'withdrawn') then
    return null;
  end if;
  if not exists (
    select from commitment_nodes cn join framework_nodes n on n.id = cn.node_id join framework_versions v on v.id = n.version_id
    where cn.commitment_id = it and v.status <> 'draft'
  ) then
    raise exception 'CO-1: no clause of a published version' using errcode = 'integrity_constraint_violation', constraint = 'commitments_clause';
  end if;
  select count(*), sum(share) into countries, total from commitment_countries where commitment_id = it;
  if countries > 1 and total is distinct from 100 then
    raise exception 'CO-3: shares total %', total using errcode = 'integrity_constraint_violation', constraint = 'commitment_countries_total';
  end if;
  return null;
end $$;
create constraint trigger commitments_complete after insert or update of status on commitments deferrable initially deferred for each row execute function commitments_complete();
create constraint trigger commitment_nodes_complete after update or delete on commitment_nodes deferrable initially deferred for each row execute function commitments_complete();
create constraint trigger commitment_countries_complete after insert or update or delete on commitment_countries deferrable initially deferred for each row execute function commitments_complete();

-- Evidence on any record; the child is never more open than its parent, so its guard is the record's.
create table evidence (
  id uuid not null,
  commitment_id uuid,
  progress_update_id uuid,
  transaction_id uuid,
  title text not null,
  file_id uuid,
  url text,
  language text,
  added_by uuid,
  added_at timestamptz not null,
  constraint evidence_key primary key (id),
  constraint evidence_commitment foreign key (commitment_id) references commitments (id) on delete cascade,
  constraint evidence_file foreign key (file_id) references files (id),
  constraint evidence_person foreign key (added_by) references people (id),
  constraint evidence_one_record check (num_nonnulls(commitment_id, progress_update_id, transaction_id) = 1),
  constraint evidence_one_source check (num_nonnulls(file_id, url) = 1),
  constraint evidence_url check (url ~ '^https?://')
);
create index evidence_commitment_index on evidence (commitment_id);

select audited('commitments', 'id');
select audited('commitment_texts', 'language', 'commitments', 'commitment_id');
select audited('commitment_nodes', 'node_id', 'commitments', 'commitment_id');
select audited('commitment_countries', 'country_iso2', 'commitments', 'commitment_id');
select audited('commitment_beneficiaries', 'group_code', 'commitments', 'commitment_id');
select audited('commitment_partners', 'organisation_id', 'commitments', 'commitment_id');
select audited('goals', 'id', 'commitments', 'commitment_id');
select audited('evidence', 'id', 'commitments', 'commitment_id');
