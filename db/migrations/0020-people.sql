-- People: suspension, languages, a new address that waits, and letters that somebody does not want.

alter table people
  add column suspended_at timestamptz,
  add column suspended_reason text,
  add column spoken_languages text[] not null default '{}',
  add constraint people_suspended check ((suspended_at is null) = (suspended_reason is null)),
  add constraint people_spoken_languages check (spoken_languages <@ array['en', 'fr', 'es', 'ar', 'ru', 'zh']);

-- PE-2: a lead who is suspended leads nobody, so the one who is left cannot go. Also between two at once.
create function another_lead(who uuid, coalition uuid) returns boolean language sql as $$
  select exists (
    select from roles r join people p on p.id = r.person_id
    where r.role = 'secretariat_lead' and r.ends_at is null and r.person_id <> who and r.coalition_id is not distinct from coalition
      and p.suspended_at is null and p.erased_at is null)
$$;
create or replace function roles_last_lead() returns trigger language plpgsql as $$
begin
  if old.role = 'secretariat_lead' and old.ends_at is null and (tg_op = 'DELETE' or new.ends_at is not null or new.role <> 'secretariat_lead') then
    perform pg_advisory_xact_lock(hashtext('roles_last_lead'));
    if not another_lead(old.person_id, old.coalition_id) then
      raise exception 'the last secretariat lead stays' using errcode = 'integrity_constraint_violation', constraint = 'roles_last_lead';
    end if;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create function people_last_lead() returns trigger language plpgsql as $$
begin
  if exists (select from roles where person_id = new.id and role = 'secretariat_lead' and ends_at is null) then
    perform pg_advisory_xact_lock(hashtext('roles_last_lead'));
    if exists (select from roles r where r.person_id = new.id and r.role = 'secretariat_lead' and r.ends_at is null and not another_lead(new.id, r.coalition_id)) then
      raise exception 'the last secretariat lead stays' using errcode = 'integrity_constraint_violation', constraint = 'roles_last_lead';
    end if;
  end if;
  return new;
end $$;
create trigger people_last_lead before update of suspended_at on people for each row
  when (old.suspended_at is null and new.suspended_at is not null) execute function people_last_lead();

-- A new address waits for 72 hours and for its owner to confirm it; the old one can call it off.
create table address_changes (
  id uuid not null,
  person_id uuid not null,
  address text not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  settled_at timestamptz,
  outcome text,
  constraint address_changes_key primary key (id),
  constraint address_changes_person foreign key (person_id) references people (id),
  constraint address_changes_lower check (address = lower(address) and address like '%_@_%'),
  constraint address_changes_outcome check (outcome in ('taken', 'called_off', 'lapsed')),
  constraint address_changes_settled check ((settled_at is null) = (outcome is null)),
  constraint address_changes_taken check (outcome is distinct from 'taken' or confirmed_at is not null)
);
create unique index address_changes_one_open on address_changes (person_id) where settled_at is null;
alter table one_time_links
  drop constraint one_time_links_purpose,
  add constraint one_time_links_purpose check (purpose in ('invitation', 'password_reset', 'address_confirmation', 'address_withdrawal'));

-- What somebody does not want to read by mail. Letters that ask for an act, or protect the account, are always sent.
create table letter_refusals (
  person_id uuid not null,
  topic text not null,
  constraint letter_refusals_key primary key (person_id, topic),
  constraint letter_refusals_person foreign key (person_id) references people (id),
  constraint letter_refusals_topic check (topic in ('commitments', 'review', 'sessions', 'endorsements'))
);

select audited('address_changes', 'id', 'people', 'person_id');
select audited('letter_refusals', 'person_id', 'people', 'person_id');
