-- Who says so: the rung of every value and of every update, who gave it, how, and the version that they looked at.

alter table commitments add column last_verification text;
alter table commitments add constraint commitments_last_verification
  check (last_verification in ('self_reported', 'evidence_attached', 'secretariat_checked', 'independently_verified', 'contested'));
create index commitments_verification on commitments (last_verification, id);

alter table goal_values add column verification text not null default 'self_reported';
alter table goal_values add constraint goal_values_verification
  check (verification in ('self_reported', 'evidence_attached', 'secretariat_checked', 'independently_verified', 'contested'));

-- One act of somebody who looked: at the whole update, or at the value of one goal.
create table verifications (
  id uuid not null,
  progress_update_id uuid not null,
  goal_id uuid,
  rung text not null,
  method text not null,
  note text,
  -- Of the update that was looked at: what was accepted stays as it is, so this is what anybody still reads.
  update_version integer not null,
  verified_by uuid,
  verified_at timestamptz not null,
  constraint verifications_key primary key (id),
  constraint verifications_update foreign key (progress_update_id) references progress_updates (id),
  constraint verifications_goal foreign key (goal_id) references goals (id),
  constraint verifications_person foreign key (verified_by) references people (id),
  constraint verifications_rung check (rung in ('secretariat_checked', 'independently_verified')),
  constraint verifications_method check (method in ('document', 'call', 'visit', 'data_comparison', 'other')),
  constraint verifications_note check (rung <> 'independently_verified' or length(btrim(note)) > 0)
);
create index verifications_update_index on verifications (progress_update_id);
create trigger verifications_append_only before update or delete on verifications for each row execute function forbid_change();

-- The documents that stand behind an update: its own, and those that its commitment was given while it was the latest cycle's.
create function documents_behind(it uuid) returns integer language sql stable as $$
  select count(*)::integer from progress_updates u join cycles y on y.id = u.cycle_id join evidence e on e.progress_update_id = u.id or e.commitment_id = u.commitment_id
  where u.id = it and (e.progress_update_id is not null or (e.added_at >= y.opens_on and not exists (
    select from progress_updates x join cycles z on z.id = x.cycle_id where x.commitment_id = u.commitment_id and z.opens_on > y.opens_on and e.added_at >= z.opens_on)))
$$;

-- A document that comes later lifts the rung of what nobody had looked at.
create function evidence_attached() returns trigger language plpgsql as $$
declare
  it uuid;
begin
  for it in
    select u.id from progress_updates u where (u.id = new.progress_update_id or u.commitment_id = new.commitment_id)
      and u.status <> 'draft' and u.verification = 'self_reported' and documents_behind(u.id) > 0
  loop
    update goal_values set verification = 'evidence_attached' where progress_update_id = it and verification = 'self_reported';
    update progress_updates set verification = 'evidence_attached' where id = it;
  end loop;
  return null;
end $$;
create trigger evidence_attached after insert on evidence for each row execute function evidence_attached();

-- The commitment carries the rung of its last accepted update, so that lists and totals find it without looking into every cycle.
create function last_verification() returns trigger language plpgsql as $$
begin
  update commitments c set last_verification = last.verification
  from (select (select u.verification from progress_updates u where u.commitment_id = new.commitment_id and u.status in ('accepted', 'published') order by u.accepted_at desc limit 1) as verification) last
  where c.id = new.commitment_id and c.last_verification is distinct from last.verification;
  return null;
end $$;

select set_config('concord.actor', '{"kind":"system","name":"migration"}', true);
update progress_updates u set verification = 'evidence_attached' where status <> 'draft' and verification = 'self_reported' and documents_behind(id) > 0;
update goal_values v set verification = u.verification from progress_updates u where u.id = v.progress_update_id and u.verification <> v.verification;
insert into verifications (id, progress_update_id, rung, method, update_version, verified_by, verified_at)
  select gen_random_uuid(), id, 'secretariat_checked', 'document', version - 1, accepted_by, accepted_at from progress_updates where verification = 'secretariat_checked' and accepted_at is not null;
update commitments c set last_verification = (select u.verification from progress_updates u where u.commitment_id = c.id and u.status in ('accepted', 'published') order by u.accepted_at desc limit 1)
where exists (select from progress_updates u where u.commitment_id = c.id and u.status in ('accepted', 'published'));

create trigger progress_updates_last_verification after insert or update of status, verification on progress_updates for each row execute function last_verification();

-- What was accepted stays as it was accepted: a verification speaks of what anybody reads.
create function accepted_stays() returns trigger language plpgsql as $$
begin
  if exists (select from progress_updates where id = (to_jsonb(old) ->> case when tg_table_name = 'goal_values' then 'progress_update_id' else 'id' end)::uuid and status in ('accepted', 'published')) then
    raise exception 'an accepted update stays as it is' using errcode = 'integrity_constraint_violation', constraint = 'progress_updates_accepted_stay';
  end if;
  return null;
end $$;
create trigger progress_updates_accepted_stay after update on progress_updates for each row
  when ((old.answer, old.completion, old.narrative, old.language, old.barriers, old.enablers, old.equity, old.as_of, old.written_by, old.commitment_id, old.cycle_id)
    is distinct from (new.answer, new.completion, new.narrative, new.language, new.barriers, new.enablers, new.equity, new.as_of, new.written_by, new.commitment_id, new.cycle_id))
  execute function accepted_stays();
create trigger goal_values_accepted_stay after update on goal_values for each row
  when ((old.value, old.missing, old.goal_id) is distinct from (new.value, new.missing, new.goal_id)) execute function accepted_stays();
create trigger goal_values_accepted_kept after delete on goal_values for each row execute function accepted_stays();

select audited('verifications', 'id', 'progress_updates', 'progress_update_id');
