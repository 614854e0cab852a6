-- Outcome reports of working groups, interim and final: composed of what the group did, with texts of its own, consulted on, approved, launched and published.

create table outcome_reports (
  id uuid not null,
  working_group_id uuid not null,
  -- Counted in its group: the last part of its address.
  number integer not null,
  kind text not null,
  -- The language whose text decides.
  language text not null,
  status text not null default 'drafting',
  -- When its rows were chosen; what they say is of that moment.
  composed_at timestamptz not null,
  -- Whom the consultation is open to, and until which day, the last included.
  audience text,
  consulted_until date,
  approved_at timestamptz,
  approved_by uuid,
  -- Over its texts and rows as they were approved.
  sha256 text,
  launched_in uuid,
  launched_at timestamptz,
  published_at timestamptz,
  version integer not null default 1,
  constraint outcome_reports_key primary key (id),
  constraint outcome_reports_group foreign key (working_group_id) references working_groups (id),
  constraint outcome_reports_number unique (working_group_id, number),
  constraint outcome_reports_approver foreign key (approved_by) references people (id),
  constraint outcome_reports_session foreign key (launched_in) references sessions (id),
  constraint outcome_reports_kind check (kind in ('interim', 'final')),
  constraint outcome_reports_language check (language in ('en', 'fr', 'es', 'ar', 'ru', 'zh')),
  constraint outcome_reports_status check (status in ('drafting', 'consultation', 'final_review', 'approved', 'launched', 'published')),
  constraint outcome_reports_audience check (audience in ('group', 'public')),
  constraint outcome_reports_consulted check ((status = 'drafting') = (audience is null) and (audience is null) = (consulted_until is null)),
  constraint outcome_reports_approved check ((status in ('approved', 'launched', 'published')) = (approved_at is not null) and (approved_at is null) = (sha256 is null)),
  constraint outcome_reports_launched check ((status in ('launched', 'published')) = (launched_in is not null) and (launched_in is null) = (launched_at is null)),
  constraint outcome_reports_published check ((status = 'published') = (published_at is not null))
);
create index outcome_reports_published_index on outcome_reports (published_at desc) where published_at is not null;
create index outcome_reports_session_index on outcome_reports (launched_in) where launched_in is not null;

-- Title, summary and the text of each chapter, in each language.
create table outcome_texts (
  outcome_id uuid not null,
  part text not null,
  language text not null,
  text text not null,
  written_by uuid,
  written_at timestamptz not null,
  version integer not null default 1,
  constraint outcome_texts_key primary key (outcome_id, part, language),
  constraint outcome_texts_report foreign key (outcome_id) references outcome_reports (id),
  constraint outcome_texts_author foreign key (written_by) references people (id),
  constraint outcome_texts_part check (part in ('title', 'summary', 'mandate', 'work', 'decisions', 'recommendations', 'next')),
  constraint outcome_texts_language check (language in ('en', 'fr', 'es', 'ar', 'ru', 'zh')),
  constraint outcome_texts_text check (text ~ '\S')
);

-- Everybody who composed it or wrote in it, whoever wrote last.
create table outcome_authors (
  outcome_id uuid not null,
  person_id uuid not null,
  constraint outcome_authors_key primary key (outcome_id, person_id),
  constraint outcome_authors_report foreign key (outcome_id) references outcome_reports (id),
  constraint outcome_authors_person foreign key (person_id) references people (id)
);

-- What it reports on, as it stood when it was chosen.
create table outcome_rows (
  outcome_id uuid not null,
  kind text not null,
  record_id uuid not null,
  position integer not null,
  facts jsonb not null,
  constraint outcome_rows_key primary key (outcome_id, kind, record_id),
  constraint outcome_rows_report foreign key (outcome_id) references outcome_reports (id),
  constraint outcome_rows_kind check (kind in ('session', 'decision', 'recommendation')),
  constraint outcome_rows_facts check (jsonb_typeof(facts) = 'object')
);
create index outcome_rows_record on outcome_rows (record_id);

-- What is said of it while it is consulted on, and what the group answers. Who has no account gives a name.
create table outcome_comments (
  id uuid not null,
  outcome_id uuid not null,
  part text,
  text text not null,
  language text not null,
  person_id uuid,
  name text,
  written_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  version integer not null default 1,
  constraint outcome_comments_key primary key (id),
  constraint outcome_comments_report foreign key (outcome_id) references outcome_reports (id),
  constraint outcome_comments_person foreign key (person_id) references people (id),
  constraint outcome_comments_answerer foreign key (answered_by) references people (id),
  constraint outcome_comments_part check (part in ('mandate', 'work', 'decisions', 'recommendations', 'next')),
  constraint outcome_comments_text check (text ~ '\S'),
  constraint outcome_comments_author check (num_nonnulls(person_id, name) = 1 and (name is null or name ~ '\S')),
  constraint outcome_comments_answered check ((answer is null) = (answered_at is null) and (answer is null or answer ~ '\S')),
  constraint outcome_comments_another_answers check (answered_by <> person_id)
);
create index outcome_comments_order on outcome_comments (outcome_id, written_at, id);

-- What goes with it: a brief, slides, a recording.
create table outcome_outputs (
  id uuid not null,
  outcome_id uuid not null,
  kind text not null,
  title text not null,
  file_id uuid,
  url text,
  added_by uuid,
  added_at timestamptz not null,
  constraint outcome_outputs_key primary key (id),
  constraint outcome_outputs_report foreign key (outcome_id) references outcome_reports (id),
  constraint outcome_outputs_file foreign key (file_id) references files (id),
  constraint outcome_outputs_person foreign key (added_by) references people (id),
  constraint outcome_outputs_kind check (kind in ('brief', 'guide', 'tool', 'dataset', 'slides', 'recording', 'other')),
  constraint outcome_outputs_title check (title ~ '\S'),
  constraint outcome_outputs_one_source check (num_nonnulls(file_id, url) = 1),
  constraint outcome_outputs_url check (url ~ '^https?://')
);
create index outcome_outputs_report_index on outcome_outputs (outcome_id);

-- OR-3: texts and rows change while it is drafted and in its final review, never while people comment on them, and not once they are approved.
create function outcome_words_stay() returns trigger language plpgsql as $$
begin
  if exists (select from outcome_reports r where r.id = coalesce(new.outcome_id, old.outcome_id) and r.status not in ('drafting', 'final_review')) then
    raise exception 'OR-3: an outcome report that is consulted on or approved stays as it is' using errcode = 'check_violation', constraint = 'outcome_words_stay';
  end if;
  return coalesce(new, old);
end $$;
create trigger outcome_texts_stay before insert or update or delete on outcome_texts for each row execute function outcome_words_stay();
create trigger outcome_rows_stay before insert or update or delete on outcome_rows for each row execute function outcome_words_stay();

-- OR-1: it goes one way, a step at a time; what was approved is what is launched and published.
create function outcome_reports_forward() returns trigger language plpgsql as $$
declare
  steps constant text[] := array['drafting', 'consultation', 'final_review', 'approved', 'launched', 'published'];
begin
  if array_position(steps, new.status) - array_position(steps, old.status) not in (0, 1)
    or (old.sha256 is not null and (new.sha256, new.approved_at, new.approved_by, new.working_group_id, new.number, new.kind, new.language) is distinct from (old.sha256, old.approved_at, old.approved_by, old.working_group_id, old.number, old.kind, old.language)) then
    raise exception 'OR-1: an outcome report goes one way' using errcode = 'check_violation', constraint = 'outcome_reports_forward';
  end if;
  return new;
end $$;
create trigger outcome_reports_forward before update on outcome_reports for each row execute function outcome_reports_forward();

-- An item of an agenda launches an annual report or an outcome report.
alter table agenda_items add column outcome_id uuid,
  add constraint agenda_items_launched_outcome foreign key (outcome_id) references outcome_reports (id),
  add constraint agenda_items_one_launch check (num_nonnulls(report_id, outcome_id) <= 1);
create index agenda_items_outcome_index on agenda_items (outcome_id) where outcome_id is not null;

select audited('outcome_reports', 'id', 'working_groups', 'working_group_id');
select audited('outcome_comments outcome_outputs', 'id', 'outcome_reports', 'outcome_id');
select audited('outcome_texts', 'part', 'outcome_reports', 'outcome_id');
select audited('outcome_rows', 'record_id', 'outcome_reports', 'outcome_id');
select audited('outcome_authors', 'person_id', 'outcome_reports', 'outcome_id');
