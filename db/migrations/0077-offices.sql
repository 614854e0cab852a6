-- Roles in a group that come with a seat, begin and end with it; those that were given by hand stay apart.
alter table roles add column by_seat boolean not null default false,
  add constraint roles_by_seat check (not by_seat or (working_group_id is not null and role in ('wg_chair', 'wg_cochair', 'wg_secretary')));
create index roles_working_group_index on roles (working_group_id) where working_group_id is not null;

-- The offices that are seated: roles that their holders have already are from now on those of the seat, and missing ones begin.
select set_config('concord.actor', '{"kind":"system","name":"console","rule":"group:seat"}', true);
create temporary table offices on commit drop as
  select x.working_group_id, x.holder_id as person_id, 'wg_' || x.role as role,
    greatest(now(), min(x.from_on)::timestamp at time zone 'UTC') as starts_at,
    case when bool_and(x.until_on is not null) then (max(x.until_on) + 1)::timestamp at time zone 'UTC' end as ends_at
  from seats x join people p on p.id = x.holder_id and p.erased_at is null
  where x.role in ('chair', 'cochair', 'secretary') and (x.until_on is null or x.until_on >= current_date)
  group by x.working_group_id, x.holder_id, x.role;
update roles r set by_seat = true, ends_at = o.ends_at from offices o
  where (r.working_group_id, r.person_id, r.role) = (o.working_group_id, o.person_id, o.role) and r.starts_at <= o.starts_at and (r.ends_at is null or r.ends_at > now());
insert into roles (id, person_id, role, scope, working_group_id, starts_at, ends_at, by_seat)
  select gen_random_uuid(), o.person_id, o.role, 'working_group', o.working_group_id, o.starts_at, o.ends_at, true from offices o
  where not exists (select from roles r where r.by_seat and (r.working_group_id, r.person_id, r.role) = (o.working_group_id, o.person_id, o.role));
select set_config('concord.actor', '', true);

-- Nobody is the alternate of two voting seats of one group on one day.
alter table seats add constraint seats_one_vote_alternate
  exclude using gist (working_group_id with =, alternate_id with =, daterange(from_on, until_on, '[]') with &&) where (voting and alternate_id is not null);

-- The day of the act that is under way, as it was told for the audit trail.
create function day_of_act() returns date language sql stable as $$
  select (coalesce((nullif(current_setting('concord.actor', true), '')::jsonb ->> 'at')::timestamptz, clock_timestamp()) at time zone 'UTC')::date
$$;
-- The group in which two of a family of merged organisations vote on one day from now on, if there is one.
create function group_of_two_votes(family uuid) returns uuid language sql stable as $$
  with members as (select organisation_family(family) as id)
  select x.working_group_id from members a join members b on b.id > a.id
  join seats x on x.organisation_id = a.id and x.voting join seats y on y.organisation_id = b.id and y.voting and y.working_group_id = x.working_group_id
  where (daterange(x.from_on, x.until_on, '[]') * daterange(y.from_on, y.until_on, '[]')) && daterange(day_of_act(), null) limit 1
$$;
create function seats_one_vote_family() returns trigger language plpgsql as $$
begin
  -- A merger under way holds both organisations: what is given meanwhile is decided after it.
  perform from organisations where id = new.organisation_id for share;
  if group_of_two_votes(organisation_successor(new.organisation_id)) = new.working_group_id then
    raise exception 'merged organisations vote once' using errcode = 'integrity_constraint_violation', constraint = 'seats_one_vote_family';
  end if;
  return null;
end $$;
create trigger seats_one_vote_family after insert or update of organisation_id, voting, from_on, until_on on seats
  for each row when (new.voting and new.organisation_id is not null) execute function seats_one_vote_family();
create function organisations_one_vote() returns trigger language plpgsql as $$
begin
  perform from organisations where id = new.merged_into_id for update;
  if group_of_two_votes(organisation_successor(new.id)) is not null then
    raise exception 'merged organisations vote once' using errcode = 'integrity_constraint_violation', constraint = 'organisations_one_vote';
  end if;
  return null;
end $$;
create trigger organisations_one_vote after update of merged_into_id on organisations
  for each row when (new.merged_into_id is not null) execute function organisations_one_vote();
