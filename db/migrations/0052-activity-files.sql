-- Activity files (IATI 2.03): in what a file departs from its schema is listed beside what is in error; a member brings its own files.

alter table import_errors
  add column severity text not null default 'error',
  add constraint import_errors_severity check (severity in ('error', 'departure'));
create index import_errors_page on import_errors (import_id, severity, position);

-- Whose file it is, where an organisation reports for itself.
alter table imports
  add column organisation_id uuid,
  add constraint imports_organisation foreign key (organisation_id) references organisations (id);
create index imports_organisation_index on imports (organisation_id, created_at desc, id desc) where organisation_id is not null;
