-- Notes on an item of an agenda are rows of their own: who wrote what, and when. They are added and never changed, so that two who write at
-- once lose nothing, and an item that somebody edits meanwhile is not another one because somebody noted something on it.

create table agenda_notes (
  id uuid not null,
  session_id uuid not null,
  agenda_item_id uuid not null,
  text text not null,
  -- Null for what was noted before it was kept who did.
  written_by uuid,
  written_at timestamptz not null,
  constraint agenda_notes_key primary key (id),
  constraint agenda_notes_item foreign key (agenda_item_id, session_id) references agenda_items (id, session_id),
  constraint agenda_notes_author foreign key (written_by) references people (id),
  constraint agenda_notes_text check (length(btrim(text)) > 0)
);
create index agenda_notes_order on agenda_notes (agenda_item_id, written_at, id);

-- The notes so far: one paragraph each, in their order, at the moment that is known of their item.
insert into agenda_notes (id, session_id, agenda_item_id, text, written_at)
select gen_random_uuid(), i.session_id, i.id, note.text, coalesce(i.ended_at, s.adjourned_at, s.started_at, s.starts_at) + note.nth * interval '1 microsecond'
from agenda_items i join sessions s on s.id = i.session_id cross join lateral regexp_split_to_table(i.notes, E'\n\n') with ordinality as note (text, nth)
where btrim(note.text) <> '';
alter table agenda_items drop column notes;

create trigger agenda_notes_append_only before update or delete on agenda_notes for each row execute function forbid_change();
create trigger agenda_notes_told after insert on agenda_notes for each row execute function session_changed();
select kept_when_sealed('agenda_notes', 'session_id');
select audited('agenda_notes', 'id', 'sessions', 'session_id');
