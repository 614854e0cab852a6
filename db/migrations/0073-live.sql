-- The live desk: how long an item has been treated, by the server's clock; a code with which who is in the room says so; and everybody who
-- watches a session is told at the commit of whatever changes it, whichever process they are connected to.

alter table agenda_items add column ended_at timestamptz, add column extra_minutes integer not null default 0,
  add constraint agenda_items_extra check (extra_minutes between 0 and 480);
alter table sessions add column check_in_code text, add constraint sessions_check_in_code check (check_in_code ~ '^[0-9]{6}$');

create function session_changed() returns trigger language plpgsql as $$
declare
  changed jsonb := to_jsonb(coalesce(new, old));
  session text;
begin
  if tg_table_name = 'sessions' then session := changed->>'id';
  elsif tg_table_name = 'ballot_votes' then select b.session_id::text into session from ballots b where b.id = (changed->>'ballot_id')::uuid;
  else session := changed->>'session_id';
  end if;
  if session is not null then perform pg_notify('concord_session', session); end if;
  return null;
end $$;

do $$
declare name text;
begin
  foreach name in array array['sessions', 'session_presences', 'agenda_items', 'decisions', 'ballots', 'ballot_votes', 'action_items'] loop
    execute format('create trigger %I after insert or update or delete on %I for each row execute function session_changed()', name || '_told', name);
  end loop;
end $$;
