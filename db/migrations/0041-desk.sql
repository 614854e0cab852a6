-- What the secretariat does with many commitments at once: who reads them, who was reminded of them, and words of its own to find them by.
alter table commitments add column reviewer_id uuid;
alter table commitments add constraint commitments_reviewer foreign key (reviewer_id) references people (id);
create index commitments_reviewer_index on commitments (reviewer_id) where reviewer_id is not null;

create table commitment_tags (
  commitment_id uuid not null,
  tag text not null,
  added_by uuid,
  added_at timestamptz not null,
  constraint commitment_tags_key primary key (commitment_id, tag),
  constraint commitment_tags_commitment foreign key (commitment_id) references commitments (id) on delete cascade,
  constraint commitment_tags_person foreign key (added_by) references people (id),
  constraint commitment_tags_tag check (tag = lower(btrim(tag)) and length(tag) between 1 and 40)
);
create index commitment_tags_tag_index on commitment_tags (tag, commitment_id);

create table commitment_nudges (
  id uuid not null,
  commitment_id uuid not null,
  words text,
  nudged_by uuid,
  nudged_at timestamptz not null,
  constraint commitment_nudges_key primary key (id),
  constraint commitment_nudges_commitment foreign key (commitment_id) references commitments (id) on delete cascade,
  constraint commitment_nudges_person foreign key (nudged_by) references people (id)
);
create index commitment_nudges_commitment_index on commitment_nudges (commitment_id, nudged_at);

-- Lists as somebody likes to find them again: theirs alone.
create table saved_views (
  id uuid not null,
  person_id uuid not null,
  list text not null,
  name text not null,
  query text not null,
  created_at timestamptz not null,
  constraint saved_views_key primary key (id),
  constraint saved_views_person foreign key (person_id) references people (id),
  constraint saved_views_name unique (person_id, list, name),
  constraint saved_views_length check (length(btrim(name)) between 1 and 100 and length(query) <= 4000)
);

-- Tags are the secretariat's own: they stand apart from the history that the lead reads.
select audited('commitment_tags', 'commitment_id');
select audited('commitment_nudges', 'id', 'commitments', 'commitment_id');
select audited('saved_views', 'id');
