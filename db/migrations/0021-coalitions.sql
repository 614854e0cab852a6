-- The versions of texts that a coalition works by.
create table coalition_versions (
  coalition_id uuid not null,
  version_id uuid not null,
  constraint coalition_versions_key primary key (coalition_id, version_id),
  constraint coalition_versions_coalition foreign key (coalition_id) references coalitions (id),
  constraint coalition_versions_version foreign key (version_id) references framework_versions (id)
);
create index coalition_versions_of_version on coalition_versions (version_id);
select audited('coalition_versions', 'coalition_id', 'coalitions', 'coalition_id');
