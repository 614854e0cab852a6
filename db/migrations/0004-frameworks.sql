-- The Declaration, principles, alignment, endorsements.

create table frameworks (
  id uuid not null,
  code text not null,
  constraint frameworks_key primary key (id),
  constraint frameworks_code unique (code)
);
create table framework_texts (
  framework_id uuid not null,
  language text not null,
  name text not null,
  short_name text not null,
  constraint framework_texts_key primary key (framework_id, language),
  constraint framework_texts_framework foreign key (framework_id) references frameworks (id)
);
create table framework_versions (
  id uuid not null,
  framework_id uuid not null,
  number integer not null,
  status text not null default 'draft',
  standing text not null,
  source text,
  authoritative_language text not null default 'en',
  published_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint framework_versions_key primary key (id),
  constraint framework_versions_framework foreign key (framework_id) references frameworks (id),
  constraint framework_versions_number unique (framework_id, number),
  constraint framework_versions_status check (status in ('draft', 'published', 'superseded')),
  constraint framework_versions_standing check (standing in ('official', 'working_paraphrase')),
  constraint framework_versions_published check ((status = 'draft') = (published_at is null))
);
create unique index framework_versions_one_published on framework_versions (framework_id) where status = 'published';
create table framework_nodes (
  id uuid not null,
  version_id uuid not null,
  parent_id uuid,
  kind text not null,
  code text not null,
  position integer not null,
  constraint framework_nodes_key primary key (id),
  constraint framework_nodes_version foreign key (version_id) references framework_versions (id),
  constraint framework_nodes_parent foreign key (parent_id) references framework_nodes (id),
  -- FR-3: codes are unique in a version.
  constraint framework_nodes_code unique (version_id, code),
  constraint framework_nodes_kind check (kind in ('principle', 'action_line', 'pillar', 'target', 'recommendation'))
);
create index framework_nodes_parent on framework_nodes (parent_id);
create table framework_node_texts (
  node_id uuid not null,
  language text not null,
  title text not null,
  body text not null default '',
  origin text not null default 'human',
  checked_by uuid,
  tokens text[] generated always as (search_tokens(title || ' ' || body)) stored,
  constraint framework_node_texts_key primary key (node_id, language),
  constraint framework_node_texts_node foreign key (node_id) references framework_nodes (id),
  constraint framework_node_texts_checked_by foreign key (checked_by) references people (id),
  constraint framework_node_texts_origin check (origin in ('human', 'machine'))
);
create index framework_node_texts_tokens on framework_node_texts using gin (tokens);

-- FR-1: a published version never changes.
create function frameworks_published_stay() returns trigger language plpgsql as $$
declare
  it uuid;
begin
  if tg_table_name = 'framework_nodes' then
    it := coalesce(new.version_id, old.version_id);
  else
    select version_id into it from framework_nodes where id = coalesce(new.node_id, old.node_id);
  end if;
  if exists (select from framework_versions where id = it and status <> 'draft') then
    raise exception 'a published version never changes' using errcode = 'integrity_constraint_violation', constraint = 'framework_versions_published_stay';
  end if;
  return coalesce(new, old);
end $$;
create trigger framework_nodes_published_stay before insert or update or delete on framework_nodes for each row execute function frameworks_published_stay();
create trigger framework_node_texts_published_stay before insert or update or delete on framework_node_texts for each row execute function frameworks_published_stay();

create table node_mappings (
  id uuid not null,
  from_node_id uuid not null,
  to_node_id uuid not null,
  relation text not null,
  constraint node_mappings_key primary key (id),
  constraint node_mappings_pair unique (from_node_id, to_node_id),
  -- FR-2: a node that something refers to cannot be deleted (no cascade anywhere).
  constraint node_mappings_from foreign key (from_node_id) references framework_nodes (id),
  constraint node_mappings_to foreign key (to_node_id) references framework_nodes (id),
  constraint node_mappings_differ check (from_node_id <> to_node_id),
  constraint node_mappings_relation check (relation in ('equivalent', 'contributes', 'related'))
);
create index node_mappings_to on node_mappings (to_node_id);

create table endorsements (
  id uuid not null,
  ref text not null,
  version_id uuid not null,
  organisation_id uuid,
  country_iso2 text,
  capacity text,
  signatory text,
  endorsed_on date not null,
  document_id uuid,
  statement text,
  status text not null default 'declared',
  recorded_by uuid,
  checked_by uuid,
  published_at timestamptz,
  withdrawn_on date,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint endorsements_key primary key (id),
  constraint endorsements_ref unique (ref),
  constraint endorsements_version foreign key (version_id) references framework_versions (id),
  constraint endorsements_organisation foreign key (organisation_id) references organisations (id),
  constraint endorsements_country foreign key (country_iso2) references countries (iso2),
  constraint endorsements_document foreign key (document_id) references files (id),
  constraint endorsements_recorder foreign key (recorded_by) references people (id),
  constraint endorsements_checker foreign key (checked_by) references people (id),
  constraint endorsements_party check (num_nonnulls(organisation_id, country_iso2) = 1),
  constraint endorsements_status check (status in ('declared', 'evidence_checked', 'published', 'withdrawn')),
  constraint endorsements_published check (status <> 'published' or published_at is not null),
  constraint endorsements_another_checks check (checked_by <> recorded_by)
);
-- FR-4: one live endorsement per party and version.
create unique index endorsements_one_live_organisation on endorsements (version_id, organisation_id) where status <> 'withdrawn' and organisation_id is not null;
create unique index endorsements_one_live_country on endorsements (version_id, country_iso2) where status <> 'withdrawn' and country_iso2 is not null;
create table endorsement_reservations (
  endorsement_id uuid not null,
  node_id uuid not null,
  statement text,
  constraint endorsement_reservations_key primary key (endorsement_id, node_id),
  constraint endorsement_reservations_endorsement foreign key (endorsement_id) references endorsements (id),
  constraint endorsement_reservations_node foreign key (node_id) references framework_nodes (id)
);

select audited('frameworks framework_versions', 'id');
select audited('framework_texts', 'framework_id', 'frameworks', 'framework_id');
select audited('framework_nodes', 'id', 'framework_versions', 'version_id');
select audited('framework_node_texts', 'node_id', 'framework_nodes', 'node_id');
select audited('node_mappings', 'id', 'framework_nodes', 'from_node_id');
select audited('endorsements', 'id');
select audited('endorsement_reservations', 'node_id', 'endorsements', 'endorsement_id');
