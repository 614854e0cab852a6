-- CO-4: a partner is named in public only after it said yes: one side asks, the other answers, and consent can be taken back.
alter table commitment_partners
  -- Who asked: the lead a partner, or an organisation the lead, where the commitment is open to join.
  add column side text not null default 'lead',
  add column words text,
  add column asked_by uuid,
  add column asked_at timestamptz not null default clock_timestamp(),
  add column answered_by uuid,
  add column answered_at timestamptz,
  add column answer text,
  add column version integer not null default 1,
  drop constraint commitment_partners_role,
  drop constraint commitment_partners_consent,
  add constraint commitment_partners_role check (role in ('implementing', 'technical', 'content', 'funding', 'other')),
  add constraint commitment_partners_consent check (consent in ('asked', 'confirmed', 'declined', 'withdrawn')),
  add constraint commitment_partners_side check (side in ('lead', 'partner')),
  add constraint commitment_partners_asker foreign key (asked_by) references people (id),
  add constraint commitment_partners_answerer foreign key (answered_by) references people (id),
  add constraint commitment_partners_answered check ((consent = 'asked') = (answered_at is null)),
  add constraint commitment_partners_another_answers check (consent not in ('confirmed', 'declined') or answered_by <> asked_by);
create index commitment_partners_waiting on commitment_partners (organisation_id) where consent = 'asked';

-- Nothing is confirmed that was not asked, in the role in which it was asked.
create function commitment_partners_consented() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.consent <> 'asked'
    or tg_op = 'UPDATE' and new.consent = 'confirmed' and (old.consent not in ('asked', 'confirmed') or (new.commitment_id, new.organisation_id, new.role, new.side) is distinct from (old.commitment_id, old.organisation_id, old.role, old.side)) then
    raise exception 'CO-4: a partner is asked before it is one' using errcode = 'integrity_constraint_violation', constraint = 'commitment_partners_consented';
  end if;
  return new;
end $$;
create trigger commitment_partners_consented before insert or update on commitment_partners for each row execute function commitment_partners_consented();

-- What everybody may know of partners: pages, lists, files and searches that are not of the two sides read this.
create view confirmed_partners as select commitment_id, organisation_id, role, answered_at as since from commitment_partners where consent = 'confirmed';

-- Milestones: what is to be there on the way, by when. Their plan is part of the promise; what became of them is reported.
create table milestones (
  id uuid not null,
  commitment_id uuid not null,
  -- With a value it stands on the way of one goal, and goes with it.
  goal_id uuid,
  title text not null,
  due_on date not null,
  value numeric(24, 6),
  status text not null default 'planned',
  achieved_on date,
  note text,
  reported_by uuid,
  reported_at timestamptz,
  version integer not null default 1,
  constraint milestones_key primary key (id),
  constraint milestones_commitment foreign key (commitment_id) references commitments (id) on delete cascade,
  constraint milestones_goal foreign key (goal_id) references goals (id) on delete cascade,
  constraint milestones_reporter foreign key (reported_by) references people (id),
  constraint milestones_title check (length(btrim(title)) > 0),
  constraint milestones_due_on check (due_on between '1990-01-01' and '2100-12-31'),
  constraint milestones_value check (value is null or goal_id is not null),
  constraint milestones_status check (status in ('planned', 'in_progress', 'achieved', 'missed', 'dropped')),
  constraint milestones_achieved check ((status = 'achieved') = (achieved_on is not null)),
  constraint milestones_why check (status not in ('missed', 'dropped') or (note is not null and length(btrim(note)) > 0))
);
create index milestones_commitment_index on milestones (commitment_id, due_on, id);

-- CO-5: after publication a milestone is neither moved nor taken away, and none that lowers what is expected comes in.
create trigger milestones_promise_stays after update on milestones for each row
  when ((old.commitment_id, old.goal_id, old.title, old.due_on, old.value) is distinct from (new.commitment_id, new.goal_id, new.title, new.due_on, new.value))
  execute function commitments_promise_stays();
create trigger milestones_promise_kept after delete on milestones for each row execute function commitments_promise_stays();
create trigger milestones_promise_number_stays after insert on milestones for each row when (new.value is not null) execute function commitments_promise_stays();

select audited('milestones', 'id', 'commitments', 'commitment_id');
