-- The end of a report's making: right of reply, approvals, publication at an instant, corrections.

-- The zone in which a coalition counts its days and names its instants.
alter table coalitions add column time_zone text not null default 'UTC', add constraint coalitions_time_zone check (length(btrim(time_zone)) > 0);

select set_config('concord.actor', '{"kind":"system","name":"migration"}', true);
alter table reports
  -- The edition whose snapshot and figures this one reads: its own, or, of a correction that changes no figure, the corrected one's.
  add column snapshot_of uuid,
  -- From when to which day, the last included, named members may reply; and why nobody is asked, where nobody is.
  add column reply_opened_at timestamptz,
  add column reply_until date,
  add column reply_nobody text;
update reports set snapshot_of = id;
alter table reports
  alter column snapshot_of set not null,
  add constraint reports_snapshot_of foreign key (snapshot_of) references reports (id) deferrable initially deferred,
  add constraint reports_corrects_once unique (corrects_id),
  add constraint reports_first_corrects_none check ((edition = 1) = (corrects_id is null)),
  add constraint reports_reply check ((reply_opened_at is null) = (reply_until is null) and (reply_nobody is null or reply_opened_at is not null)),
  add constraint reports_reply_before_approval check (status not in ('right_of_reply', 'approved') or reply_opened_at is not null);
create index reports_snapshot_of_index on reports (snapshot_of);
create function report_reads_its_own() returns trigger language plpgsql as $$
begin
  new.snapshot_of := coalesce(new.snapshot_of, new.id);
  return new;
end $$;
create trigger reports_reads_its_own before insert on reports for each row execute function report_reads_its_own();

-- RP-2: what a report says of a member who is named in it, and what that member answers, shown beside it.
create table report_replies (
  id uuid not null,
  report_id uuid not null,
  section_id uuid not null,
  -- The passage is a figure of the section, else its text.
  figure_key text,
  organisation_id uuid,
  country_iso2 text,
  -- What is said of them, in words.
  about text not null,
  language text not null,
  asked_by uuid,
  asked_at timestamptz not null,
  reply text,
  reply_language text,
  replied_by uuid,
  replied_at timestamptz,
  version integer not null default 1,
  constraint report_replies_key primary key (id),
  constraint report_replies_report foreign key (report_id) references reports (id),
  constraint report_replies_section foreign key (section_id) references report_sections (id),
  constraint report_replies_organisation foreign key (organisation_id) references organisations (id),
  constraint report_replies_country foreign key (country_iso2) references countries (iso2),
  constraint report_replies_asker foreign key (asked_by) references people (id),
  constraint report_replies_replier foreign key (replied_by) references people (id),
  constraint report_replies_party check (num_nonnulls(organisation_id, country_iso2) = 1),
  constraint report_replies_once unique nulls not distinct (section_id, figure_key, organisation_id, country_iso2),
  constraint report_replies_about check (length(btrim(about)) > 0),
  constraint report_replies_replied check (num_nonnulls(reply, reply_language, replied_at) in (0, 3))
);
create index report_replies_report_index on report_replies (report_id);
create index report_replies_organisation_index on report_replies (organisation_id) where organisation_id is not null;
create index report_replies_country_index on report_replies (country_iso2) where country_iso2 is not null;

-- Two people approve a report, each in a capacity of their own.
create table report_approvals (
  report_id uuid not null,
  capacity text not null,
  person_id uuid not null,
  approved_at timestamptz not null,
  constraint report_approvals_key primary key (report_id, capacity),
  constraint report_approvals_report foreign key (report_id) references reports (id),
  constraint report_approvals_person foreign key (person_id) references people (id),
  constraint report_approvals_another unique (report_id, person_id),
  constraint report_approvals_capacity check (capacity in ('secretariat', 'chair'))
);

-- RP-3: what an edition corrects of the one before it, in words.
create table report_errata (
  id uuid not null,
  report_id uuid not null,
  section_id uuid,
  figure_key text,
  words text not null,
  language text not null,
  written_by uuid,
  written_at timestamptz not null,
  constraint report_errata_key primary key (id),
  constraint report_errata_report foreign key (report_id) references reports (id),
  constraint report_errata_section foreign key (section_id) references report_sections (id),
  constraint report_errata_writer foreign key (written_by) references people (id),
  constraint report_errata_words check (length(btrim(words)) > 0)
);
create index report_errata_report_index on report_errata (report_id);

select audited('report_replies report_errata', 'id', 'reports', 'report_id');
select audited('report_approvals', 'capacity', 'reports', 'report_id');

-- Whoever follows a coalition is told when a report of it comes out.
alter table follows
  add column coalition_id uuid,
  drop constraint follows_one_subject,
  drop constraint follows_once,
  add constraint follows_coalition foreign key (coalition_id) references coalitions (id),
  add constraint follows_one_subject check (num_nonnulls(commitment_id, country_iso2, node_id, coalition_id) = 1),
  add constraint follows_once unique nulls not distinct (person_id, commitment_id, country_iso2, node_id, coalition_id);
create index follows_coalition_index on follows (coalition_id) where coalition_id is not null;
