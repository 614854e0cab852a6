-- Lists: what a cycle still waits for, and what is disputed, cost the same however many commitments there are.

-- In which years something was accepted of it: whoever asks what is missing need not look into every cycle of every commitment.
alter table commitments add column reported_years integer[] not null default '{}';

-- The commitment carries the rung of its last accepted update too, as before.
create or replace function last_verification() returns trigger language plpgsql as $$
begin
  update commitments c set last_verification = heard.last, reported_years = heard.years
  from (select (array_agg(u.verification order by u.accepted_at desc))[1] as last, coalesce(array_agg(distinct y.year), '{}') as years
    from progress_updates u join cycles y on y.id = u.cycle_id where u.commitment_id = new.commitment_id and u.status in ('accepted', 'published')) heard
  where c.id = new.commitment_id and (c.last_verification, c.reported_years) is distinct from (heard.last, heard.years);
  return null;
end $$;

select set_config('concord.actor', '{"kind":"system","name":"migration"}', true);
update commitments c set reported_years = heard.years
from (select u.commitment_id, array_agg(distinct y.year) as years from progress_updates u join cycles y on y.id = u.cycle_id where u.status in ('accepted', 'published') group by 1) heard
where c.id = heard.commitment_id;

-- What was reported stays in the year for which it was asked.
create function cycles_year_stays() returns trigger language plpgsql as $$
begin
  if exists (select from progress_updates where cycle_id = old.id) then
    raise exception 'the year of a cycle with updates stays' using errcode = 'integrity_constraint_violation', constraint = 'cycles_year_stays';
  end if;
  return new;
end $$;
create trigger cycles_year_stays before update of year on cycles for each row when (old.year is distinct from new.year) execute function cycles_year_stays();

-- The rung together with the usual order of the list, so that a page of what is rare need not be sorted.
drop index commitments_verification;
create index commitments_verification on commitments (last_verification, coalesce(ends_on, '9999-12-31'), id);
