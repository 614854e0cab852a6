-- CO-5: after publication a promise changes only by an amendment: what stood there, what stands there now, why, who asked, who else approved.
-- The first promise is what the first approved amendment found; without one it is what stands.
create table amendments (
  id uuid not null,
  commitment_id uuid not null,
  number integer not null,
  status text not null default 'asked',
  before jsonb not null,
  after jsonb not null,
  reason text not null,
  asked_by uuid,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  answer text,
  -- The transaction that approved it: in that one alone may the promise change.
  approved_in xid8,
  version integer not null default 1,
  constraint amendments_key primary key (id),
  constraint amendments_number unique (commitment_id, number),
  constraint amendments_commitment foreign key (commitment_id) references commitments (id),
  constraint amendments_asker foreign key (asked_by) references people (id),
  constraint amendments_decider foreign key (decided_by) references people (id),
  constraint amendments_status check (status in ('asked', 'approved', 'declined', 'withdrawn')),
  constraint amendments_number_range check (number > 0),
  constraint amendments_reason check (length(btrim(reason)) >= 10),
  constraint amendments_changes check (before is distinct from after),
  constraint amendments_decided check ((status = 'asked') = (decided_at is null)),
  constraint amendments_declined_why check (status <> 'declined' or length(btrim(answer)) > 0),
  constraint amendments_another_decides check (status not in ('approved', 'declined') or decided_by is distinct from asked_by)
);
create unique index amendments_one_open on amendments (commitment_id) where status = 'asked';
create index amendments_waiting on amendments (asked_at, id) where status = 'asked';

-- What was asked never changes, and a decision is made once.
create function amendments_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.status <> 'asked'
    or (new.commitment_id, new.number, new.before, new.after, new.reason, new.asked_by, new.asked_at) is distinct from (old.commitment_id, old.number, old.before, old.after, old.reason, old.asked_by, old.asked_at) then
    raise exception 'an amendment stays as it was asked and decided' using errcode = 'integrity_constraint_violation', constraint = 'amendments_stay';
  end if;
  new.approved_in := case when new.status = 'approved' then pg_current_xact_id() end;
  return new;
end $$;
create trigger amendments_stay before update or delete on amendments for each row execute function amendments_stay();

create function commitments_promise_stays() returns trigger language plpgsql as $$
declare
  it uuid := (to_jsonb(coalesce(new, old)) ->> case when tg_table_name = 'commitments' then 'id' else 'commitment_id' end)::uuid;
begin
  if exists (select from commitments where id = it and published_at is not null)
    and not exists (select from amendments where commitment_id = it and approved_in = pg_current_xact_id()) then
    raise exception 'CO-5: the promise of % changes by an amendment alone', it using errcode = 'integrity_constraint_violation', constraint = 'commitments_promise_stays';
  end if;
  return null;
end $$;
create trigger commitments_promise_stays after update on commitments for each row
  when (old.published_at is not null and (old.lead_organisation_id, old.lead_country_iso2, old.starts_on, old.ends_on, old.published_at)
    is distinct from (new.lead_organisation_id, new.lead_country_iso2, new.starts_on, new.ends_on, new.published_at))
  execute function commitments_promise_stays();
create trigger goals_promise_stays after update on goals for each row
  when ((old.statement, old.unit, old.measure, old.ascending, old.baseline_value, old.baseline_year, old.target_value, old.target_on, old.commitment_id)
    is distinct from (new.statement, new.unit, new.measure, new.ascending, new.baseline_value, new.baseline_year, new.target_value, new.target_on, new.commitment_id))
  execute function commitments_promise_stays();
create trigger goals_promise_number_stays after insert or delete on goals for each row execute function commitments_promise_stays();
create trigger commitment_countries_promise_stays after insert or update or delete on commitment_countries for each row execute function commitments_promise_stays();
-- The text that was promised; translations of it may come and be mended.
create function commitment_texts_promise_stays() returns trigger language plpgsql as $$
begin
  if exists (select from commitments where id = old.commitment_id and language = old.language and published_at is not null)
    and not exists (select from amendments where commitment_id = old.commitment_id and approved_in = pg_current_xact_id()) then
    raise exception 'CO-5: the promise of % changes by an amendment alone', old.commitment_id using errcode = 'integrity_constraint_violation', constraint = 'commitments_promise_stays';
  end if;
  return null;
end $$;
create trigger commitment_texts_promise_stays after update on commitment_texts for each row
  when ((old.title, old.action, old.language) is distinct from (new.title, new.action, new.language)) execute function commitment_texts_promise_stays();
create trigger commitment_texts_promise_kept after delete on commitment_texts for each row execute function commitment_texts_promise_stays();

select audited('amendments', 'id', 'commitments', 'commitment_id');
