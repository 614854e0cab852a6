-- Minutes: the words beside the facts of a session, their correction by those who attended, the seal, and errata.

-- A meeting that took place elsewhere and was typed in afterwards: by whom and when.
alter table sessions
  add column typed_in_at timestamptz,
  add column typed_in_by uuid,
  add constraint sessions_typed_in_by foreign key (typed_in_by) references people (id),
  add constraint sessions_typed_in check (typed_in_by is null or typed_in_at is not null);

-- Who was there without a seat, or sent regrets.
create table session_guests (
  id uuid not null,
  session_id uuid not null,
  position integer not null,
  name text not null,
  affiliation text,
  capacity text not null,
  presence text not null,
  -- Whether they agreed to be named in public.
  publish_name boolean not null default false,
  noted_by uuid,
  noted_at timestamptz not null,
  version integer not null default 1,
  constraint session_guests_key primary key (id),
  constraint session_guests_session foreign key (session_id) references sessions (id),
  constraint session_guests_noter foreign key (noted_by) references people (id),
  constraint session_guests_position unique (session_id, position) deferrable initially deferred,
  constraint session_guests_name check (length(btrim(name)) > 0),
  constraint session_guests_affiliation check (length(btrim(affiliation)) > 0),
  constraint session_guests_capacity check (capacity in ('guest', 'observer', 'expert', 'secretariat')),
  constraint session_guests_presence check (presence in ('in_person', 'remote', 'excused'))
);

create table session_minutes (
  session_id uuid not null,
  language text not null,
  composed_by uuid,
  composed_at timestamptz not null,
  -- Counts every change of the text: whoever seconds it seconds this one.
  text_version integer not null default 1,
  -- The correction window, in working days of the meeting's calendar; the instant is the end of its last day in the zone of the meeting.
  correction_days integer,
  corrected_from timestamptz,
  corrected_until timestamptz,
  reminded_at timestamptz,
  seconded_by uuid,
  seconded_at timestamptz,
  seconded_text integer,
  version integer not null default 1,
  constraint session_minutes_key primary key (session_id),
  constraint session_minutes_session foreign key (session_id) references sessions (id),
  constraint session_minutes_composer foreign key (composed_by) references people (id),
  constraint session_minutes_seconder foreign key (seconded_by) references people (id),
  constraint session_minutes_days check (correction_days between 1 and 60),
  constraint session_minutes_window check (num_nonnulls(correction_days, corrected_from, corrected_until) in (0, 3) and corrected_until > corrected_from),
  constraint session_minutes_seconded check (num_nonnulls(seconded_by, seconded_at, seconded_text) in (0, 3))
);
create index session_minutes_window_index on session_minutes (corrected_until) where reminded_at is null and corrected_until is not null;

-- The prose: an opening, one passage for each item of the agenda, and a closing. Facts are never typed into it.
create table minutes_passages (
  id uuid not null,
  session_id uuid not null,
  position integer not null,
  agenda_item_id uuid,
  text text not null,
  version integer not null default 1,
  constraint minutes_passages_key primary key (id),
  constraint minutes_passages_minutes foreign key (session_id) references session_minutes (session_id),
  constraint minutes_passages_item foreign key (agenda_item_id) references agenda_items (id),
  constraint minutes_passages_position unique (session_id, position),
  constraint minutes_passages_item_once unique (agenda_item_id)
);
-- Who wrote the text: nobody approves alone what they alone wrote.
create table minutes_authors (
  session_id uuid not null,
  person_id uuid not null,
  constraint minutes_authors_key primary key (session_id, person_id),
  constraint minutes_authors_minutes foreign key (session_id) references session_minutes (session_id),
  constraint minutes_authors_person foreign key (person_id) references people (id)
);

create table minutes_amendments (
  id uuid not null,
  session_id uuid not null,
  number integer not null,
  passage_id uuid not null,
  -- Empty where words are added at the end of the passage.
  old_words text not null,
  new_words text not null,
  reason text not null,
  proposed_by uuid not null,
  seat_id uuid not null,
  proposed_at timestamptz not null,
  status text not null default 'open',
  answer text,
  decided_by uuid,
  decided_at timestamptz,
  version integer not null default 1,
  constraint minutes_amendments_key primary key (id),
  constraint minutes_amendments_minutes foreign key (session_id) references session_minutes (session_id),
  constraint minutes_amendments_passage foreign key (passage_id) references minutes_passages (id),
  constraint minutes_amendments_proposer foreign key (proposed_by) references people (id),
  -- WG-6: only those who attended.
  constraint minutes_amendments_attended foreign key (session_id, seat_id, proposed_by) references attendances (session_id, seat_id, person_id),
  constraint minutes_amendments_decider foreign key (decided_by) references people (id),
  constraint minutes_amendments_number unique (session_id, number),
  constraint minutes_amendments_words check (old_words <> new_words),
  constraint minutes_amendments_reason check (length(btrim(reason)) > 0),
  constraint minutes_amendments_status check (status in ('open', 'accepted', 'rejected', 'withdrawn')),
  constraint minutes_amendments_decided check ((status in ('accepted', 'rejected')) = (decided_at is not null)),
  constraint minutes_amendments_answer check (status <> 'rejected' or length(btrim(answer)) > 0),
  constraint minutes_amendments_another_decides check (decided_by <> proposed_by)
);

-- The seal: the file of record as it was hashed. Persons stand in it as numbers with commitments; their names lie beside it.
create table minutes_seals (
  session_id uuid not null,
  ref text not null,
  rule_version integer not null,
  record text not null,
  sha256 text not null,
  approved_by uuid,
  seconded_by uuid,
  sealed_at timestamptz not null,
  constraint minutes_seals_key primary key (session_id),
  constraint minutes_seals_minutes foreign key (session_id) references session_minutes (session_id),
  constraint minutes_seals_ref unique (ref),
  constraint minutes_seals_approver foreign key (approved_by) references people (id),
  constraint minutes_seals_seconder foreign key (seconded_by) references people (id),
  constraint minutes_seals_sha256 check (sha256 = encode(sha256(convert_to(record, 'UTF8')), 'hex'))
);
-- A commitment is the SHA-256 of salt, line feed, name. Erasing a person empties name and salt: the seal holds, and says nothing about them.
create table minutes_names (
  session_id uuid not null,
  number integer not null,
  person_id uuid,
  guest_id uuid,
  name text,
  salt text,
  commitment text not null,
  constraint minutes_names_key primary key (session_id, number),
  constraint minutes_names_seal foreign key (session_id) references minutes_seals (session_id) deferrable initially deferred,
  constraint minutes_names_person foreign key (person_id) references people (id),
  constraint minutes_names_guest foreign key (guest_id) references session_guests (id),
  constraint minutes_names_one check (num_nonnulls(person_id, guest_id) = 1),
  constraint minutes_names_opened check ((name is null) = (salt is null)),
  constraint minutes_names_commitment check (name is null or commitment = encode(sha256(convert_to(salt || E'\n' || name, 'UTF8')), 'hex'))
);
create index minutes_names_person_index on minutes_names (person_id);

create table minutes_errata (
  id uuid not null,
  session_id uuid not null,
  number integer not null,
  passage_id uuid,
  -- What stands in the sealed text, and what is right.
  wrong text not null,
  correct text not null,
  reason text not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  constraint minutes_errata_key primary key (id),
  constraint minutes_errata_seal foreign key (session_id) references minutes_seals (session_id),
  constraint minutes_errata_passage foreign key (passage_id) references minutes_passages (id),
  constraint minutes_errata_recorder foreign key (recorded_by) references people (id),
  constraint minutes_errata_number unique (session_id, number),
  constraint minutes_errata_words check (length(btrim(wrong)) > 0 and length(btrim(correct)) > 0 and length(btrim(reason)) > 0)
);

create trigger minutes_seals_append_only before update or delete on minutes_seals for each row execute function forbid_change();
create trigger minutes_errata_append_only before update or delete on minutes_errata for each row execute function forbid_change();
create function minutes_names_rules() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new.name is not null or new.salt is not null
    or (new.session_id, new.number, new.commitment) is distinct from (old.session_id, old.number, old.commitment)
    or (new.person_id, new.guest_id) is distinct from (old.person_id, old.guest_id) then
    raise exception 'a name behind a seal can only be forgotten' using errcode = 'integrity_constraint_violation', constraint = 'minutes_names_append_only';
  end if;
  return new;
end $$;
create trigger minutes_names_append_only before update or delete on minutes_names for each row execute function minutes_names_rules();

create function forget_names_in_minutes() returns trigger language plpgsql as $$
begin
  update minutes_names set name = null, salt = null where person_id = new.id and name is not null;
  return null;
end $$;
create trigger people_erased_in_minutes after update of erased_at on people for each row when (old.erased_at is null and new.erased_at is not null) execute function forget_names_in_minutes();

-- WG-6: what a sealed session did stays, whoever asks. It looks after the row is written, when the foreign key to the session has waited for a seal under way.
-- Arguments: the column that leads to the session, then the columns that live on.
create function sealed_session_stays() returns trigger language plpgsql as $$
declare
  row_of jsonb := to_jsonb(coalesce(new, old));
  lives text[] := array['version', 'tokens', 'announced_tokens'];
  nth integer := 1;
  sealed uuid;
begin
  while tg_argv[nth] is not null loop
    lives := lives || tg_argv[nth];
    nth := nth + 1;
  end loop;
  if tg_op = 'UPDATE' and to_jsonb(old) - lives = to_jsonb(new) - lives then return null; end if;
  sealed := case when tg_argv[0] = 'decision_id' then (select session_id from decisions where id = (row_of ->> 'decision_id')::uuid) else (row_of ->> tg_argv[0])::uuid end;
  if exists (select from minutes_seals where session_id = sealed or (tg_op = 'UPDATE' and session_id::text = to_jsonb(old) ->> tg_argv[0])) then
    raise exception 'WG-6: the minutes of this session are sealed' using errcode = 'integrity_constraint_violation', constraint = 'sessions_sealed_stay';
  end if;
  return null;
end $$;
create function kept_when_sealed(tables text, leads text, variadic lives text[] default '{}') returns void language plpgsql as $$
declare
  one text;
begin
  foreach one in array string_to_array(tables, ' ') loop
    execute format('create trigger sealed_stays after insert or update or delete on %I for each row execute function sealed_session_stays(%s)',
      one, (select string_agg(quote_literal(argument), ', ') from unnest(array[leads] || lives) as argument));
  end loop;
end $$;
select kept_when_sealed('attendances session_presences agenda_items minutes_passages minutes_authors minutes_amendments session_minutes', 'session_id');
select kept_when_sealed('session_guests', 'session_id', 'name', 'publish_name');
select kept_when_sealed('decisions', 'session_id', 'status', 'confirmed_in', 'confirmed_at', 'adopted_on', 'review_on');
select kept_when_sealed('votes', 'decision_id');
select kept_when_sealed('action_items', 'session_id', 'status', 'owner_id', 'due_on', 'done_on', 'outcome', 'reason');
select kept_when_sealed('sessions', 'id', 'status', 'sequence');

-- Beyond the triggers: the application's role has no right to change what is sealed.
create or replace function concord_grant(app_role text, reader_role text) returns void language plpgsql as $$
begin
  if app_role is not null and exists (select from pg_roles where rolname = app_role) then
    execute format('grant usage on schema public to %I', app_role);
    execute format('grant select, insert, update, delete on all tables in schema public to %I', app_role);
    execute format('grant usage, select on all sequences in schema public to %I', app_role);
    execute format('revoke insert, update, delete, truncate on audit_log from %I', app_role);
    execute format('revoke update, delete, truncate on minutes_seals, minutes_errata from %I', app_role);
    execute format('revoke delete, truncate on minutes_names from %I', app_role);
  end if;
  if reader_role is not null and exists (select from pg_roles where rolname = reader_role) then
    execute format('grant usage on schema public to %I', reader_role);
    execute format('grant select on all tables in schema public to %I', reader_role);
    execute format('revoke select on outbox_mails, kept_forms, form_submissions from %I', reader_role);
  end if;
end $$;

select audited('session_guests minutes_passages minutes_amendments minutes_errata', 'id', 'sessions', 'session_id');
select audited('session_minutes minutes_seals', 'session_id', 'sessions', 'session_id');
select audited('minutes_authors', 'person_id', 'sessions', 'session_id');
-- `minutes_names` is not audited: a trail of names and salts would open the commitments of people who were erased.
