-- Sections of a report in full: limits, states told in words, comments, translations that age, and every saved text as a version.

select set_config('concord.actor', '{"kind":"system","name":"migration"}', true);

alter table report_sections
  -- How many words it may have, in each language.
  add column word_limit integer,
  -- Of one that came back from review: what is to mend, until it is sent again.
  add column return_words text,
  add column returned_by uuid,
  add column returned_at timestamptz,
  add constraint report_sections_returner foreign key (returned_by) references people (id),
  add constraint report_sections_word_limit check (word_limit between 50 and 20000),
  add constraint report_sections_returned check ((return_words is null) = (returned_at is null) and (return_words is null or (length(btrim(return_words)) > 0 and status in ('assigned', 'drafting'))));

-- The text that stands in a language, and where it comes from.
alter table report_section_texts
  add column number integer not null default 1,
  -- The version that its writer had before them, and the one whose words it has again.
  add column base integer,
  add column restores integer,
  -- Of a translation: the version of the authoritative text that it says.
  add column source integer,
  add column written_by uuid,
  add column written_at timestamptz,
  add column checked_at timestamptz,
  add constraint report_section_texts_writer foreign key (written_by) references people (id),
  add constraint report_section_texts_another_checks check (checked_by <> written_by),
  add constraint report_section_texts_checked check ((checked_by is null) or (source is not null));
update report_section_texts t set
  source = case when t.language <> r.language then 1 end,
  written_by = (select l.actor_id from audit_log l where l.parent_table = 'report_sections' and l.parent_id = t.section_id::text and l.table_name = 'report_section_texts' and l.record_id = t.language order by l.id desc limit 1),
  written_at = coalesce((select max(l.told_at) from audit_log l where l.parent_table = 'report_sections' and l.parent_id = t.section_id::text and l.table_name = 'report_section_texts' and l.record_id = t.language), now())
from report_sections s join reports r on r.id = s.report_id where s.id = t.section_id;
alter table report_section_texts alter column written_at set not null;

-- Every text that was ever saved. Nothing writes here but the trigger: no way of saving goes past it.
create table report_section_versions (
  section_id uuid not null,
  language text not null,
  number integer not null,
  heading text not null,
  body text not null,
  origin text not null,
  base integer,
  restores integer,
  source integer,
  written_by uuid,
  written_at timestamptz not null,
  constraint report_section_versions_key primary key (section_id, language, number),
  constraint report_section_versions_section foreign key (section_id) references report_sections (id),
  constraint report_section_versions_writer foreign key (written_by) references people (id),
  constraint report_section_versions_base check (base < number),
  constraint report_section_versions_restores check (restores < number)
);
insert into report_section_versions select section_id, language, number, heading, body, origin, base, restores, source, written_by, written_at from report_section_texts;
create trigger report_section_versions_append_only before update or delete on report_section_versions for each row execute function forbid_change();
create function keep_section_version() returns trigger language plpgsql as $$
begin
  -- A check changes nothing that is said.
  if tg_op = 'UPDATE' and (new.heading, new.body, new.origin) is not distinct from (old.heading, old.body, old.origin) then
    return null;
  end if;
  insert into report_section_versions values (new.section_id, new.language, new.number, new.heading, new.body, new.origin, new.base, new.restores, new.source, new.written_by, new.written_at);
  return null;
end $$;
create trigger report_section_texts_version after insert or update on report_section_texts for each row execute function keep_section_version();

-- What is said about a section while it is being made: about words of it, or the whole; answered, and settled.
create table report_section_comments (
  id uuid not null,
  section_id uuid not null,
  -- The comment that this one answers.
  parent_id uuid,
  -- The text that it is about.
  language text not null,
  number integer not null,
  quoted text,
  words text not null,
  written_by uuid,
  written_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  constraint report_section_comments_key primary key (id),
  constraint report_section_comments_within unique (id, section_id),
  constraint report_section_comments_section foreign key (section_id) references report_sections (id),
  constraint report_section_comments_parent foreign key (parent_id, section_id) references report_section_comments (id, section_id),
  constraint report_section_comments_writer foreign key (written_by) references people (id),
  constraint report_section_comments_settler foreign key (settled_by) references people (id),
  constraint report_section_comments_words check (length(btrim(words)) > 0 and (quoted is null or length(btrim(quoted)) > 0)),
  constraint report_section_comments_settled check ((settled_at is not null) or (settled_by is null)),
  constraint report_section_comments_answer check (parent_id is null or (quoted is null and settled_at is null))
);
create index report_section_comments_section_index on report_section_comments (section_id, written_at);

select audited('report_section_comments', 'id', 'report_sections', 'section_id');
