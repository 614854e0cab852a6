-- The life of a working group: each step of it once, with its day, and the reason where it ends; and what it is chartered with.

create table working_group_steps (
  working_group_id uuid not null,
  status text not null,
  taken_on date not null,
  taken_at timestamptz not null,
  taken_by uuid,
  reason text,
  -- To whom the actions went that were open at the end, where they were passed on.
  heir_id uuid,
  constraint working_group_steps_key primary key (working_group_id, status),
  constraint working_group_steps_group foreign key (working_group_id) references working_groups (id),
  constraint working_group_steps_taker foreign key (taken_by) references people (id),
  constraint working_group_steps_heir foreign key (heir_id) references people (id),
  constraint working_group_steps_status check (status in ('proposed', 'chartered', 'active', 'reporting', 'concluded', 'dissolved')),
  constraint working_group_steps_ends check (status in ('concluded', 'dissolved') or (reason is null and heir_id is null)),
  constraint working_group_steps_reason check (status not in ('concluded', 'dissolved') or coalesce(reason, '') ~ '\S')
);
-- The clauses that a group works on.
create table working_group_nodes (
  working_group_id uuid not null,
  node_id uuid not null,
  constraint working_group_nodes_key primary key (working_group_id, node_id),
  constraint working_group_nodes_group foreign key (working_group_id) references working_groups (id),
  constraint working_group_nodes_node foreign key (node_id) references framework_nodes (id)
);
create index working_group_nodes_node_index on working_group_nodes (node_id);
select audited('working_group_steps', 'status', 'working_groups', 'working_group_id');
select audited('working_group_nodes', 'node_id', 'working_groups', 'working_group_id');

select set_config('concord.actor', '{"kind":"system","name":"migration"}', true);
alter table working_groups
  -- A short word by which it is also found.
  add column short_key text,
  add column visibility text not null default 'public',
  -- Its last day, once it has ended.
  add column ended_on date,
  add constraint working_groups_short_key unique (short_key),
  add constraint working_groups_short_key_spelling check (short_key ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(short_key) between 2 and 20 and short_key <> 'new'),
  add constraint working_groups_visibility check (visibility in ('private', 'coalition', 'members', 'public')),
  add constraint working_groups_dates check (ends_on >= starts_on);
insert into working_group_steps (working_group_id, status, taken_on, taken_at, reason)
  select g.id, s.status, coalesce(g.starts_on, (g.created_at at time zone 'UTC')::date), g.created_at, case when s.status in ('concluded', 'dissolved') then 'Ended before reasons were kept.' end
  from working_groups g join unnest(array['proposed', 'chartered', 'active', 'reporting', 'concluded', 'dissolved']) with ordinality s(status, step) on s.status = g.status
    or (g.status <> 'proposed' and s.step > 1 and s.step < array_position(array['proposed', 'chartered', 'active', 'reporting', 'concluded', 'dissolved'], g.status) and s.status <> 'concluded');
update working_groups g set ended_on = (select s.taken_on from working_group_steps s where s.working_group_id = g.id and s.status = g.status) where g.status in ('concluded', 'dissolved');
alter table working_groups add constraint working_groups_ended check ((status in ('concluded', 'dissolved')) = (ended_on is not null));
create trigger working_group_steps_append_only before update or delete on working_group_steps for each row execute function forbid_change();

-- Nobody approves what they submitted: who proposed a group does not charter it, who took it to its report does not conclude it.
create function working_group_steps_another() returns trigger language plpgsql as $$
begin
  if exists (select from working_group_steps s where s.working_group_id = new.working_group_id and s.taken_by = new.taken_by
    and (s.status, new.status) in (('proposed', 'chartered'), ('reporting', 'concluded'))) then
    raise exception 'another person takes this step' using errcode = 'integrity_constraint_violation', constraint = 'working_group_steps_another';
  end if;
  return new;
end $$;
create trigger working_group_steps_another before insert on working_group_steps for each row execute function working_group_steps_another();

-- The instant of the act that is under way, as it was told for the audit trail.
create function instant_of_act() returns timestamptz language sql stable as $$
  select coalesce((nullif(current_setting('concord.actor', true), '')::jsonb ->> 'at')::timestamptz, clock_timestamp())
$$;

-- A group goes on step by step, and ends only when nothing of it is open; what has ended stays as it is.
create function working_groups_life() returns trigger language plpgsql as $$
begin
  if (old.status, new.status) not in (('proposed', 'chartered'), ('chartered', 'active'), ('active', 'reporting'), ('reporting', 'concluded'),
    ('proposed', 'dissolved'), ('chartered', 'dissolved'), ('active', 'dissolved'), ('reporting', 'dissolved')) then
    raise exception 'no such step' using errcode = 'integrity_constraint_violation', constraint = 'working_groups_steps';
  end if;
  if new.status in ('concluded', 'dissolved') and (
    exists (select from sessions s where s.working_group_id = new.id and s.status not in ('published', 'cancelled'))
    or exists (select from ballots b where b.working_group_id = new.id and b.session_id is null and b.withdrawn_at is null and b.closes_at > instant_of_act())
    or exists (select from meetings m where m.working_group_id = new.id and m.status <> 'cancelled' and m.ends_on >= day_of_act())) then
    raise exception 'something of the group is open' using errcode = 'integrity_constraint_violation', constraint = 'working_groups_nothing_open';
  end if;
  return new;
end $$;
create trigger working_groups_life before update of status on working_groups for each row when (old.status <> new.status) execute function working_groups_life();
create function working_groups_step_kept() returns trigger language plpgsql as $$
begin
  if not exists (select from working_group_steps s where s.working_group_id = new.id and s.status = new.status) then
    raise exception 'a step leaves its row' using errcode = 'integrity_constraint_violation', constraint = 'working_groups_step_kept';
  end if;
  return null;
end $$;
create constraint trigger working_groups_step_kept after insert or update of status on working_groups deferrable initially deferred for each row execute function working_groups_step_kept();

-- What a group takes in which state: new work while it is at work; seats, offices, terms and dimensions until it ends.
create function working_group_takes() returns trigger language plpgsql as $$
declare
  stands text;
begin
  -- Waits for an end that is under way, and is found by one that begins now.
  select g.status into stands from working_groups g where g.id = case when tg_op = 'DELETE' then old.working_group_id else new.working_group_id end for share;
  if stands in ('concluded', 'dissolved') then
    raise exception 'the group has ended' using errcode = 'integrity_constraint_violation', constraint = 'working_groups_ended_stay';
  elsif tg_argv[0] = 'at_work' and stands not in ('active', 'reporting') then
    raise exception 'the group is not at work' using errcode = 'integrity_constraint_violation', constraint = 'working_groups_at_work';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger working_group_takes before insert on sessions for each row execute function working_group_takes('at_work');
create trigger working_group_takes before insert on meetings for each row execute function working_group_takes('at_work');
create trigger working_group_takes before insert on recommendations for each row execute function working_group_takes('at_work');
create trigger working_group_takes_on before update of status on recommendations for each row when (old.status in ('draft', 'preliminary') and new.status <> old.status) execute function working_group_takes('living');
create trigger working_group_takes before insert on agenda_proposals for each row execute function working_group_takes('at_work');
create trigger working_group_takes before insert on ballots for each row when (new.session_id is null) execute function working_group_takes('at_work');
create trigger working_group_takes before insert or update or delete on seats for each row execute function working_group_takes('living');
create trigger working_group_takes before insert on working_group_terms for each row execute function working_group_takes('living');
create trigger working_group_takes before insert or update on working_group_dimensions for each row execute function working_group_takes('living');
create trigger working_group_takes before insert on roles for each row when (new.working_group_id is not null) execute function working_group_takes('living');

-- What is of a group is never more open than the group.
create function openness(visibility text) returns integer language sql immutable parallel safe as $$
  select array_position(array['private', 'coalition', 'members', 'public'], visibility)
$$;
create function working_groups_no_more_open() returns trigger language plpgsql as $$
begin
  if openness(new.visibility) > (select openness(g.visibility) from working_groups g where g.id = new.working_group_id) then
    raise exception 'more open than its group' using errcode = 'integrity_constraint_violation', constraint = 'working_groups_no_more_open';
  end if;
  return new;
end $$;
create trigger working_groups_no_more_open before insert or update of visibility on sessions for each row execute function working_groups_no_more_open();
create trigger working_groups_no_more_open before insert or update of visibility on meetings for each row execute function working_groups_no_more_open();
create trigger working_groups_no_more_open before insert or update of visibility on ballots for each row when (new.session_id is null) execute function working_groups_no_more_open();

-- What was decided without quorum lapses when the group ends: no session can confirm it any more.
alter table decisions
  add column lapsed_on_end boolean not null default false,
  drop constraint decisions_lapsed,
  add constraint decisions_lapsed check ((status = 'lapsed') = (lapsed_in is not null or lapsed_on_end)),
  add constraint decisions_lapsed_once check (not (lapsed_on_end and lapsed_in is not null));
drop trigger sealed_stays on decisions;
select kept_when_sealed('decisions', 'session_id', 'status', 'confirmed_in', 'confirmed_at', 'adopted_on', 'review_on', 'supersedes_id', 'lapsed_in', 'lapsed_on_end');
