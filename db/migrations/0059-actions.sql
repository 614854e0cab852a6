-- Actions that can be cited, followed up and shown to be done.

-- The number that minutes and mails name, `A-2026-001`, by the year of the meeting: given to those that exist in the order of their meetings.
alter table action_items
  add column ref text,
  -- The day that was promised at first: it stays beside every later one.
  add column first_due_on date,
  -- What came of it, in the words of who did it.
  add column outcome text,
  -- Why it stands as it does, is due when it is, or has another owner: the words of the last such change. The trail keeps the others.
  add column reason text;
select set_config('concord.actor', '{"kind":"system","name":"migration"}', true);
with numbered as (
  select a.id, extract(year from s.starts_at at time zone s.time_zone)::int as year,
    row_number() over (partition by extract(year from s.starts_at at time zone s.time_zone) order by s.starts_at, a.due_on, a.id) as number
  from action_items a join sessions s on s.id = a.session_id)
update action_items a set first_due_on = a.due_on, ref = 'A-' || n.year || '-' || lpad(n.number::text, greatest(3, length(n.number::text)), '0') from numbered n where n.id = a.id;
insert into ref_counters (kind, year, last)
  select 'A', split_part(ref, '-', 2)::int, count(*) from action_items group by 2;
alter table action_items
  alter column ref set not null,
  alter column first_due_on set not null,
  add constraint action_items_ref unique (ref);

-- Evidence that an action was done.
alter table evidence add column action_item_id uuid;
alter table evidence add constraint evidence_action foreign key (action_item_id) references action_items (id);
alter table evidence drop constraint evidence_one_record;
alter table evidence add constraint evidence_one_record check (num_nonnulls(commitment_id, progress_update_id, transaction_id, adherence_id, action_item_id) = 1);
create index evidence_action_index on evidence (action_item_id) where action_item_id is not null;

-- Who has been told of which day of which action: once each, and by the next day that runs where nobody ran on the day. No act of anybody: not audited.
create table action_reminders (
  action_id uuid not null,
  person_id uuid not null,
  due_on date not null,
  stage text not null,
  told_at timestamptz not null,
  constraint action_reminders_key primary key (action_id, person_id, due_on, stage),
  constraint action_reminders_action foreign key (action_id) references action_items (id),
  constraint action_reminders_person foreign key (person_id) references people (id),
  constraint action_reminders_stage check (stage in ('ahead', 'today', 'late', 'chair'))
);
create index action_items_due on action_items (due_on, id);
