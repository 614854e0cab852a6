-- Cycles, progress updates, the annual report.

create table cycles (
  id uuid not null,
  ref text not null,
  coalition_id uuid not null,
  year integer not null,
  opens_on date not null,
  due_on date not null,
  grace_on date not null,
  lock_on date not null,
  published_at timestamptz,
  version integer not null default 1,
  constraint cycles_key primary key (id),
  constraint cycles_ref unique (ref),
  constraint cycles_once unique (coalition_id, year),
  constraint cycles_coalition foreign key (coalition_id) references coalitions (id),
  constraint cycles_dates check (opens_on < due_on and due_on <= grace_on and grace_on <= lock_on)
);

create table progress_updates (
  id uuid not null,
  commitment_id uuid not null,
  cycle_id uuid not null,
  status text not null default 'draft',
  answer text,
  completion text,
  narrative text,
  language text not null default 'en',
  barriers text,
  enablers text,
  equity text,
  as_of date,
  verification text not null default 'self_reported',
  written_by uuid,
  submitted_at timestamptz,
  returned_reason text,
  accepted_by uuid,
  accepted_at timestamptz,
  version integer not null default 1,
  constraint progress_updates_key primary key (id),
  -- One per commitment and cycle.
  constraint progress_updates_once unique (commitment_id, cycle_id),
  constraint progress_updates_commitment foreign key (commitment_id) references commitments (id),
  constraint progress_updates_cycle foreign key (cycle_id) references cycles (id),
  constraint progress_updates_writer foreign key (written_by) references people (id),
  constraint progress_updates_accepter foreign key (accepted_by) references people (id),
  constraint progress_updates_another_accepts check (accepted_by <> written_by),
  constraint progress_updates_status check (status in ('draft', 'submitted', 'returned', 'accepted', 'published')),
  constraint progress_updates_answer check (answer in ('nothing_changed', 'update', 'finished', 'stopped')),
  constraint progress_updates_completion check (completion in ('no_evidence', 'not_started', 'limited', 'substantial', 'complete')),
  constraint progress_updates_verification check (verification in ('self_reported', 'evidence_attached', 'secretariat_checked', 'independently_verified', 'contested')),
  constraint progress_updates_submitted check (status = 'draft' or (answer is not null and completion is not null and submitted_at is not null))
);
create index progress_updates_cycle_index on progress_updates (cycle_id, status);
create table goal_values (
  progress_update_id uuid not null,
  goal_id uuid not null,
  value numeric(24, 6),
  missing text,
  constraint goal_values_key primary key (progress_update_id, goal_id),
  constraint goal_values_update foreign key (progress_update_id) references progress_updates (id) on delete cascade,
  constraint goal_values_goal foreign key (goal_id) references goals (id),
  constraint goal_values_value check ((value is null) = (missing is not null))
);
create index goal_values_goal_index on goal_values (goal_id);
alter table evidence add constraint evidence_progress_update foreign key (progress_update_id) references progress_updates (id) on delete cascade;
create index evidence_progress_update_index on evidence (progress_update_id);

create table reports (
  id uuid not null,
  ref text not null,
  cycle_id uuid not null,
  status text not null default 'planned',
  language text not null default 'en',
  edition integer not null default 1,
  corrects_id uuid,
  embargo_until timestamptz,
  published_at timestamptz,
  published_by uuid,
  version integer not null default 1,
  constraint reports_key primary key (id),
  constraint reports_edition unique (ref, edition),
  constraint reports_cycle foreign key (cycle_id) references cycles (id),
  constraint reports_corrects foreign key (corrects_id) references reports (id),
  constraint reports_publisher foreign key (published_by) references people (id),
  constraint reports_status check (status in ('planned', 'drafting', 'review', 'right_of_reply', 'approved', 'published', 'corrected')),
  constraint reports_published check ((status in ('published', 'corrected')) = (published_at is not null))
);
create table report_texts (
  report_id uuid not null,
  language text not null,
  title text not null,
  summary text,
  tokens text[] generated always as (search_tokens(title || ' ' || coalesce(summary, ''))) stored,
  constraint report_texts_key primary key (report_id, language),
  constraint report_texts_report foreign key (report_id) references reports (id)
);
create index report_texts_tokens on report_texts using gin (tokens);
create table report_sections (
  id uuid not null,
  report_id uuid not null,
  position integer not null,
  kind text not null,
  owner_id uuid,
  status text not null default 'assigned',
  signed_off_by uuid,
  signed_off_at timestamptz,
  version integer not null default 1,
  constraint report_sections_key primary key (id),
  constraint report_sections_report foreign key (report_id) references reports (id),
  constraint report_sections_owner foreign key (owner_id) references people (id),
  constraint report_sections_signer foreign key (signed_off_by) references people (id),
  constraint report_sections_another_signs check (signed_off_by <> owner_id),
  constraint report_sections_position unique (report_id, position) deferrable initially deferred,
  constraint report_sections_kind check (kind in ('summary', 'promises', 'equity', 'money', 'work', 'methodology', 'data_gaps', 'other')),
  constraint report_sections_status check (status in ('assigned', 'drafting', 'in_review', 'signed_off')),
  constraint report_sections_signed check ((status = 'signed_off') = (signed_off_by is not null))
);
create table report_section_texts (
  section_id uuid not null,
  language text not null,
  heading text not null,
  body text not null default '',
  origin text not null default 'human',
  checked_by uuid,
  constraint report_section_texts_key primary key (section_id, language),
  constraint report_section_texts_section foreign key (section_id) references report_sections (id),
  constraint report_section_texts_checked_by foreign key (checked_by) references people (id),
  constraint report_section_texts_origin check (origin in ('human', 'machine'))
);

-- RP-1: a published report reads figures only from its snapshot.
create table snapshots (
  id uuid not null,
  report_id uuid not null,
  frozen_at timestamptz not null,
  as_of date not null,
  sha256 text not null,
  frozen_by uuid,
  rule_versions jsonb not null,
  constraint snapshots_key primary key (id),
  constraint snapshots_report foreign key (report_id) references reports (id),
  constraint snapshots_once unique (report_id),
  constraint snapshots_person foreign key (frozen_by) references people (id),
  constraint snapshots_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);
create table snapshot_rows (
  snapshot_id uuid not null,
  kind text not null,
  record_id text not null,
  ref text not null,
  facts jsonb not null,
  constraint snapshot_rows_key primary key (snapshot_id, kind, record_id),
  constraint snapshot_rows_snapshot foreign key (snapshot_id) references snapshots (id),
  constraint snapshot_rows_kind check (kind in ('commitment', 'pledge', 'transaction', 'update', 'rate', 'endorsement', 'decision', 'member')),
  constraint snapshot_rows_facts check (jsonb_typeof(facts) = 'object')
);
create index snapshot_rows_ref on snapshot_rows (kind, record_id);
create trigger snapshots_append_only before update or delete on snapshots for each row execute function forbid_change();
create trigger snapshot_rows_append_only before update or delete on snapshot_rows for each row execute function forbid_change();

-- A figure: defined once, computed from the snapshot, stored with what it says about itself.
create table report_figures (
  id uuid not null,
  report_id uuid not null,
  key text not null,
  number text not null,
  definition jsonb not null,
  result jsonb not null,
  as_of date not null,
  reporting integer not null,
  expected integer not null,
  missing integer not null,
  sha256 text not null,
  constraint report_figures_key primary key (id),
  constraint report_figures_report foreign key (report_id) references reports (id),
  constraint report_figures_once unique (report_id, key),
  constraint report_figures_n_of_n check (reporting >= 0 and expected >= reporting and missing >= 0)
);
-- Which records a figure counts: the link from a commitment to the figure in the report.
create table report_figure_records (
  figure_id uuid not null,
  kind text not null,
  record_id text not null,
  part text not null,
  constraint report_figure_records_key primary key (figure_id, kind, record_id, part),
  constraint report_figure_records_figure foreign key (figure_id) references report_figures (id)
);
create index report_figure_records_record on report_figure_records (kind, record_id);

create table imports (
  id uuid not null,
  kind text,
  shape text,
  file_id uuid not null,
  file_name text not null,
  status text not null,
  rows_read integer not null default 0,
  rows_new integer not null default 0,
  rows_changed integer not null default 0,
  rows_unchanged integer not null default 0,
  rows_in_error integer not null default 0,
  outcome jsonb,
  started_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  version integer not null default 1,
  constraint imports_key primary key (id),
  constraint imports_file foreign key (file_id) references files (id),
  constraint imports_person foreign key (started_by) references people (id),
  constraint imports_status check (status in ('checked', 'refused', 'applied', 'abandoned')),
  constraint imports_counts check (rows_read = rows_new + rows_changed + rows_unchanged + rows_in_error)
);
create index imports_recent on imports (created_at desc, id desc);
create table import_errors (
  import_id uuid not null,
  position integer not null,
  row_number integer,
  column_name text,
  code text not null,
  details jsonb not null default '{}',
  constraint import_errors_key primary key (import_id, position),
  constraint import_errors_import foreign key (import_id) references imports (id)
);
-- What a source said, row by row: the base that a later import of the same source is compared with.
create table import_sources (
  source_name text not null,
  source_key text not null,
  content_hash text not null,
  table_name text not null,
  record_id uuid not null,
  import_id uuid,
  notes jsonb not null default '{}',
  constraint import_sources_key primary key (source_name, source_key),
  constraint import_sources_import foreign key (import_id) references imports (id)
);
create index import_sources_record on import_sources (record_id);
-- Rows that were taken but want a person's eye (an explanation "as published by the source", an unmapped tag).
create table import_questions (
  id uuid not null,
  import_id uuid,
  table_name text not null,
  record_id uuid not null,
  code text not null,
  details jsonb not null default '{}',
  status text not null default 'open',
  decided_by uuid,
  constraint import_questions_key primary key (id),
  constraint import_questions_once unique (table_name, record_id, code),
  constraint import_questions_import foreign key (import_id) references imports (id),
  constraint import_questions_decider foreign key (decided_by) references people (id),
  constraint import_questions_status check (status in ('open', 'answered'))
);

select audited('cycles reports imports', 'id');
select audited('progress_updates', 'id', 'commitments', 'commitment_id');
select audited('goal_values', 'goal_id', 'progress_updates', 'progress_update_id');
select audited('report_texts', 'language', 'reports', 'report_id');
select audited('report_sections', 'id', 'reports', 'report_id');
select audited('report_section_texts', 'language', 'report_sections', 'section_id');
select audited('snapshots report_figures', 'id', 'reports', 'report_id');
