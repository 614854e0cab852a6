-- Programmes that others publish: meetings with what they are about and what lies beside them. Nothing is invented: a programme that does not
-- say how a meeting takes place leaves that open.

alter table sessions alter column mode drop not null;
alter table sessions alter column ends_at drop not null;
alter table sessions add column description text;
-- What may be found of a session before anything came of it.
alter table sessions add column announced_tokens text[] generated always as (search_tokens(title || ' ' || coalesce(description, ''))) stored;
create index sessions_announced_tokens on sessions using gin (announced_tokens);

create table session_links (
  session_id uuid not null,
  position integer not null,
  href text not null,
  text text not null,
  constraint session_links_key primary key (session_id, position),
  constraint session_links_session foreign key (session_id) references sessions (id),
  constraint session_links_href check (href ~ '^https?://'),
  constraint session_links_position check (position > 0)
);
select audited('session_links', 'position', 'sessions', 'session_id');

-- Whose sessions a programme lists, and in which zone its hours are: asked of whoever brings it.
alter table imports add column working_group_id uuid, add column time_zone text,
  add constraint imports_group foreign key (working_group_id) references working_groups (id),
  add constraint imports_programme check (num_nonnulls(working_group_id, time_zone) in (0, 2)),
  add constraint imports_sessions check (kind <> 'sessions' or working_group_id is not null);
