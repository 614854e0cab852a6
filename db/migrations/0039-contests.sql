-- Who disputes what was accepted, what the lead answers, and what somebody without a tie to either decides.
create table contests (
  id uuid not null,
  progress_update_id uuid not null,
  -- The value that is disputed; null for all that the update says.
  goal_id uuid,
  words text not null,
  language text not null,
  contested_by uuid,
  contested_as text not null,
  organisation_id uuid,
  country_iso2 text,
  contested_at timestamptz not null,
  reply text,
  reply_language text,
  replied_by uuid,
  replied_at timestamptz,
  outcome text,
  settlement text,
  settlement_language text,
  settled_by uuid,
  settled_at timestamptz,
  -- Where the update and each of its values stood before.
  rungs jsonb not null,
  constraint contests_key primary key (id),
  constraint contests_update foreign key (progress_update_id) references progress_updates (id),
  constraint contests_goal foreign key (goal_id) references goals (id),
  constraint contests_person foreign key (contested_by) references people (id),
  constraint contests_replier foreign key (replied_by) references people (id),
  constraint contests_settler foreign key (settled_by) references people (id),
  constraint contests_organisation foreign key (organisation_id) references organisations (id),
  constraint contests_country foreign key (country_iso2) references countries (iso2),
  constraint contests_as check (contested_as in ('secretariat', 'reviewer', 'country', 'partner')),
  constraint contests_party check ((contested_as = 'partner') = (organisation_id is not null) and (contested_as = 'country') = (country_iso2 is not null)),
  constraint contests_words check (length(btrim(words)) > 0),
  constraint contests_replied check (num_nulls(reply, reply_language, replied_at) in (0, 3)),
  constraint contests_outcome check (outcome in ('stands', 'does_not_stand')),
  constraint contests_settled check (num_nulls(outcome, settlement, settlement_language, settled_at) in (0, 4)),
  constraint contests_another_settles check (settled_by <> contested_by and settled_by <> replied_by),
  constraint contests_rungs check (jsonb_typeof(rungs) = 'object')
);
create unique index contests_one_open on contests (progress_update_id) where outcome is null;
create index contests_update_index on contests (progress_update_id);

-- What was said stays as it was said, by either side and by who settled it.
create function contests_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.outcome is not null
    or (new.progress_update_id, new.goal_id, new.words, new.contested_by, new.contested_as, new.contested_at, new.rungs)
      is distinct from (old.progress_update_id, old.goal_id, old.words, old.contested_by, old.contested_as, old.contested_at, old.rungs)
    or (old.reply is not null and (new.reply, new.replied_by, new.replied_at) is distinct from (old.reply, old.replied_by, old.replied_at)) then
    raise exception 'a contest stays as it was said' using errcode = 'integrity_constraint_violation', constraint = 'contests_stay';
  end if;
  return new;
end $$;
create trigger contests_stay before update or delete on contests for each row execute function contests_stay();

-- What is to mend in a record that comes back, field by field.
create table remarks (
  id uuid not null,
  commitment_id uuid,
  progress_update_id uuid,
  -- As the form calls it; of a goal, its field without the goal.
  field text not null,
  goal_id uuid,
  note text not null,
  -- What stood in the field: another answer ticks the remark off.
  said text,
  asked_by uuid,
  asked_at timestamptz not null,
  -- The record was sent again.
  settled_at timestamptz,
  constraint remarks_key primary key (id),
  constraint remarks_commitment foreign key (commitment_id) references commitments (id) on delete cascade,
  constraint remarks_update foreign key (progress_update_id) references progress_updates (id) on delete cascade,
  constraint remarks_goal foreign key (goal_id) references goals (id) on delete cascade,
  constraint remarks_person foreign key (asked_by) references people (id),
  constraint remarks_one_record check (num_nonnulls(commitment_id, progress_update_id) = 1),
  constraint remarks_note check (length(btrim(note)) > 0)
);
create unique index remarks_once on remarks (coalesce(commitment_id, progress_update_id), field, coalesce(goal_id, '00000000-0000-0000-0000-000000000000')) where settled_at is null;
alter table commitments add column returned_at timestamptz;

-- Where else the same is told, and why a goal was not assessed.
alter table progress_updates add column also_reported_to text[] not null default '{}';
alter table goal_values add constraint goal_values_missing check (missing in ('not_assessed', 'not_counted', 'no_data', 'not_due', 'method_changed'));

select audited('contests', 'id', 'progress_updates', 'progress_update_id');
select audited('remarks', 'id', 'commitments', 'commitment_id');
