-- CO-7: what touches data about learners is public only with a safeguard that was read by one person and approved by another.
create table safeguards (
  id uuid not null,
  commitment_id uuid not null,
  number integer not null,
  status text not null default 'draft',
  purpose text not null,
  categories text not null,
  subjects text not null,
  lawful_basis text not null,
  retention text not null,
  processors text not null,
  cross_border text not null,
  impact_assessment text not null,
  no_advertising boolean not null,
  no_profiling boolean not null,
  access_and_deletion text not null,
  service_until date not null,
  language text not null,
  written_by uuid,
  written_at timestamptz not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  -- From this day on it no longer counts.
  expires_on date,
  returned_reason text,
  version integer not null default 1,
  constraint safeguards_key primary key (id),
  constraint safeguards_number unique (commitment_id, number),
  constraint safeguards_commitment foreign key (commitment_id) references commitments (id) on delete cascade,
  constraint safeguards_writer foreign key (written_by) references people (id),
  constraint safeguards_reviewer foreign key (reviewed_by) references people (id),
  constraint safeguards_approver foreign key (approved_by) references people (id),
  constraint safeguards_status check (status in ('draft', 'reviewed', 'approved')),
  constraint safeguards_reviewed check (status = 'draft' or reviewed_at is not null),
  constraint safeguards_approved check ((status = 'approved') = (approved_at is not null and expires_on is not null)),
  constraint safeguards_promises check (status <> 'approved' or (no_advertising and no_profiling)),
  constraint safeguards_another_reviews check (reviewed_by <> written_by),
  constraint safeguards_another_approves check (approved_by <> written_by and approved_by <> reviewed_by)
);
create unique index safeguards_one_open on safeguards (commitment_id) where status <> 'approved';
create index safeguards_waiting on safeguards (written_at, id) where status <> 'approved';

-- What was approved stays as it was approved.
create function safeguards_stay() returns trigger language plpgsql as $$
begin
  raise exception 'an approved safeguard stays as it is' using errcode = 'integrity_constraint_violation', constraint = 'safeguards_stay';
end $$;
create trigger safeguards_stay before update on safeguards for each row when (old.status = 'approved') execute function safeguards_stay();

create function commitments_safeguarded() returns trigger language plpgsql as $$
begin
  if not exists (select from safeguards where commitment_id = new.id and status = 'approved') then
    raise exception 'CO-7: % touches data about learners and has no approved safeguard', new.ref using errcode = 'integrity_constraint_violation', constraint = 'commitments_safeguarded';
  end if;
  return null;
end $$;
create trigger commitments_safeguarded after insert or update of status, learner_data on commitments for each row
  when (new.status = 'published' and new.learner_data) execute function commitments_safeguarded();

select audited('safeguards', 'id', 'commitments', 'commitment_id');
