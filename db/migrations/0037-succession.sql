-- CO-6: a promise that takes the place of another one.
alter table commitments add column replaces_id uuid,
  add constraint commitments_replaces foreign key (replaces_id) references commitments (id),
  add constraint commitments_replaces_another check (replaces_id <> id);
-- One live successor: what was withdrawn leaves the place to the next.
create unique index commitments_one_successor on commitments (replaces_id) where status <> 'withdrawn';

create function commitments_no_succession_cycle() returns trigger language plpgsql as $$
begin
  if exists (
    with recursive before (id) as (
      select new.replaces_id
      union select c.replaces_id from before b join commitments c on c.id = b.id
    )
    select from before where id = new.id) then
    raise exception 'CO-6: % would come before itself', new.id using errcode = 'integrity_constraint_violation', constraint = 'commitments_no_succession_cycle';
  end if;
  return null;
end $$;
create constraint trigger commitments_no_succession_cycle after insert or update of replaces_id on commitments
  for each row when (new.replaces_id is not null) execute function commitments_no_succession_cycle();

-- What a successor replaces is settled when it is published, and nothing is superseded without one that is out.
create function commitments_superseded() returns trigger language plpgsql as $$
begin
  if new.published_at is not null and old.published_at is not null and new.replaces_id is distinct from old.replaces_id then
    raise exception 'CO-6: what % replaces was settled when it was published', new.id using errcode = 'integrity_constraint_violation', constraint = 'commitments_replaces_stays';
  end if;
  if new.status = 'superseded' and not exists (select from commitments c where c.replaces_id = new.id and c.published_at is not null) then
    raise exception 'CO-6: nothing that is out replaces %', new.id using errcode = 'integrity_constraint_violation', constraint = 'commitments_superseded_by_another';
  end if;
  return null;
end $$;
create trigger commitments_superseded after update on commitments for each row
  when (old.status is distinct from new.status or old.replaces_id is distinct from new.replaces_id) execute function commitments_superseded();
