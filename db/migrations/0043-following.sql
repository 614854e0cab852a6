-- Following: what a person wants to hear of, and how often.
create table follows (
  id uuid not null,
  person_id uuid not null,
  commitment_id uuid,
  country_iso2 text,
  node_id uuid,
  since timestamptz not null,
  constraint follows_key primary key (id),
  constraint follows_person foreign key (person_id) references people (id),
  constraint follows_commitment foreign key (commitment_id) references commitments (id) on delete cascade,
  constraint follows_country foreign key (country_iso2) references countries (iso2),
  constraint follows_node foreign key (node_id) references framework_nodes (id) on delete cascade,
  constraint follows_one_subject check (num_nonnulls(commitment_id, country_iso2, node_id) = 1),
  constraint follows_once unique nulls not distinct (person_id, commitment_id, country_iso2, node_id)
);
create index follows_commitment_index on follows (commitment_id) where commitment_id is not null;
create index follows_country_index on follows (country_iso2) where country_iso2 is not null;
create index follows_node_index on follows (node_id) where node_id is not null;

create table follow_rhythms (
  person_id uuid not null,
  rhythm text not null,
  constraint follow_rhythms_key primary key (person_id),
  constraint follow_rhythms_person foreign key (person_id) references people (id),
  constraint follow_rhythms_rhythm check (rhythm in ('daily', 'weekly', 'monthly', 'none'))
);

-- How far each reader has been told, which moves on with every digest and is no act of anybody: not audited.
create table digests (
  person_id uuid not null,
  -- Up to when they were told, and on which day that was decided.
  told_until timestamptz not null,
  told_on date not null,
  -- The last letter; quiet times send none.
  sent_at timestamptz,
  -- Of the secret in the link that stops them.
  secret_hash text not null,
  constraint digests_key primary key (person_id),
  constraint digests_person foreign key (person_id) references follow_rhythms (person_id),
  constraint digests_secret unique (secret_hash),
  constraint digests_secret_hash check (secret_hash ~ '^[0-9a-f]{64}$')
);

select audited('follows', 'id', 'people', 'person_id');
select audited('follow_rhythms', 'person_id');

-- What happened in a time, by when it happened.
create index commitments_out on commitments (greatest(published_at, embargo_until)) where published_at is not null;
create index progress_updates_accepted on progress_updates (accepted_at) where accepted_at is not null;
create index amendments_approved on amendments (decided_at) where status = 'approved';
create index contests_contested on contests (contested_at);
create index contests_settled_index on contests (settled_at) where settled_at is not null;
create index milestones_reported on milestones (reported_at) where status in ('achieved', 'missed');
create index audit_log_endings on audit_log (told_at) where table_name = 'commitments' and action = 'update' and before ->> 'status' = 'published' and after ->> 'status' <> 'published';

-- What a mail says to the program that shows it, as how its reader stops more of its kind (RFC 8058).
alter table outbox_mails add column headers jsonb,
  add constraint outbox_mails_headers check (jsonb_typeof(headers) = 'object');
