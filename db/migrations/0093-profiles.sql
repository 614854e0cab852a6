-- Profiles: sections of a report about one country, one working group or one member; figures that are narrowed to one of them.

alter table report_sections
  add column country_iso2 text,
  add column working_group_id uuid,
  add column organisation_id uuid,
  add constraint report_sections_country foreign key (country_iso2) references countries (iso2),
  add constraint report_sections_working_group foreign key (working_group_id) references working_groups (id),
  add constraint report_sections_organisation foreign key (organisation_id) references organisations (id),
  drop constraint report_sections_kind,
  add constraint report_sections_kind check (kind in ('summary', 'promises', 'equity', 'money', 'work', 'methodology', 'data_gaps', 'profile', 'other')),
  -- A profile has one subject, every other section has none.
  add constraint report_sections_subject check (num_nonnulls(country_iso2, working_group_id, organisation_id) = case when kind = 'profile' then 1 else 0 end),
  add constraint report_sections_country_once unique (report_id, country_iso2),
  add constraint report_sections_working_group_once unique (report_id, working_group_id),
  add constraint report_sections_organisation_once unique (report_id, organisation_id);
create index report_sections_country_index on report_sections (country_iso2) where country_iso2 is not null;
create index report_sections_working_group_index on report_sections (working_group_id) where working_group_id is not null;
create index report_sections_organisation_index on report_sections (organisation_id) where organisation_id is not null;

-- A figure is asked for by its name: `ladder`, or, narrowed to a subject, `ladder-country-KE`.
alter table report_figures
  add constraint report_figures_name check (key ~ '^[a-z0-9_]+(-(country|group|member)-[A-Za-z0-9-]{1,40})?$');
