-- Before a meeting: what members propose for its agenda, its papers, who is invited and what they answer, and its entry in calendars.

-- How often the entry in calendars has changed (RFC 5545, SEQUENCE): it only rises, so that a calendar knows the later file.
alter table sessions
  add column sequence integer not null default 0,
  add constraint sessions_sequence check (sequence >= 0);

-- Items stand in sections, are given to people, and name what they treat.
alter table agenda_items
  add column section text,
  add column presenter_id uuid,
  add column action_id uuid,
  add column decision_id uuid,
  add column recommendation_id uuid,
  add column report_id uuid,
  add constraint agenda_items_of_session unique (id, session_id),
  add constraint agenda_items_section check (length(btrim(section)) > 0),
  add constraint agenda_items_presenter foreign key (presenter_id) references people (id),
  add constraint agenda_items_action foreign key (action_id) references action_items (id),
  add constraint agenda_items_decision foreign key (decision_id) references decisions (id),
  add constraint agenda_items_recommendation foreign key (recommendation_id) references recommendations (id),
  add constraint agenda_items_report foreign key (report_id) references reports (id);
create index agenda_items_presenter_index on agenda_items (presenter_id) where presenter_id is not null;

-- The backlog: what people on seats ask the chair to put on an agenda, and what became of it.
create table agenda_proposals (
  id uuid not null,
  working_group_id uuid not null,
  title text not null,
  why text not null,
  minutes integer,
  commitment_id uuid,
  node_id uuid,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  status text not null default 'open',
  -- Where it went, once it was taken up.
  agenda_item_id uuid,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  version integer not null default 1,
  constraint agenda_proposals_key primary key (id),
  constraint agenda_proposals_group foreign key (working_group_id) references working_groups (id),
  constraint agenda_proposals_commitment foreign key (commitment_id) references commitments (id),
  constraint agenda_proposals_node foreign key (node_id) references framework_nodes (id),
  constraint agenda_proposals_person foreign key (proposed_by) references people (id),
  constraint agenda_proposals_item foreign key (agenda_item_id) references agenda_items (id),
  constraint agenda_proposals_answerer foreign key (answered_by) references people (id),
  constraint agenda_proposals_words check (length(btrim(title)) > 0 and length(btrim(why)) > 0),
  constraint agenda_proposals_minutes check (minutes between 1 and 480),
  constraint agenda_proposals_status check (status in ('open', 'accepted', 'declined', 'withdrawn')),
  constraint agenda_proposals_accepted check ((status = 'accepted') = (agenda_item_id is not null)),
  constraint agenda_proposals_declined check (status <> 'declined' or answer is not null),
  constraint agenda_proposals_answered check ((status in ('accepted', 'declined')) = (answered_at is not null))
);
create index agenda_proposals_group_index on agenda_proposals (working_group_id, proposed_at desc, id desc);
create unique index agenda_proposals_item_once on agenda_proposals (agenda_item_id) where agenda_item_id is not null;

-- Papers of an item: as open as the session at most, and outside of the group only where the chair says so.
create table agenda_papers (
  id uuid not null,
  session_id uuid not null,
  agenda_item_id uuid not null,
  title text not null,
  file_id uuid,
  url text,
  is_open boolean not null default false,
  added_by uuid,
  added_at timestamptz not null,
  version integer not null default 1,
  constraint agenda_papers_key primary key (id),
  constraint agenda_papers_item foreign key (agenda_item_id, session_id) references agenda_items (id, session_id) on delete cascade on update cascade,
  constraint agenda_papers_file foreign key (file_id) references files (id),
  constraint agenda_papers_person foreign key (added_by) references people (id),
  constraint agenda_papers_title check (length(btrim(title)) > 0),
  constraint agenda_papers_one_source check (num_nonnulls(file_id, url) = 1),
  constraint agenda_papers_url check (url ~ '^https?://')
);
create index agenda_papers_session_index on agenda_papers (session_id);
create index agenda_papers_item_index on agenda_papers (agenda_item_id);

-- Who was invited, and what they answered. The hash is that of the secret in the link of their own mail.
create table session_invitations (
  session_id uuid not null,
  person_id uuid not null,
  invited_at timestamptz not null,
  secret_hash text not null,
  answer text,
  -- Who comes in place of somebody who does not.
  instead_id uuid,
  answered_at timestamptz,
  version integer not null default 1,
  constraint session_invitations_key primary key (session_id, person_id),
  constraint session_invitations_session foreign key (session_id) references sessions (id),
  constraint session_invitations_person foreign key (person_id) references people (id),
  constraint session_invitations_instead foreign key (instead_id) references people (id),
  constraint session_invitations_secret unique (secret_hash),
  constraint session_invitations_secret_hash check (secret_hash ~ '^[0-9a-f]{64}$'),
  constraint session_invitations_answer check (answer in ('in_person', 'remote', 'not_coming')),
  constraint session_invitations_answered check ((answer is null) = (answered_at is null)),
  constraint session_invitations_in_place check (instead_id is null or (answer = 'not_coming' and instead_id <> person_id))
);
create index session_invitations_person_index on session_invitations (person_id);

-- The address under which a calendar program reads somebody's sessions: of its secret only the hash is kept.
create table calendar_feeds (
  person_id uuid not null,
  secret_hash text not null,
  renewed_at timestamptz not null,
  constraint calendar_feeds_key primary key (person_id),
  constraint calendar_feeds_person foreign key (person_id) references people (id),
  constraint calendar_feeds_secret unique (secret_hash),
  constraint calendar_feeds_secret_hash check (secret_hash ~ '^[0-9a-f]{64}$')
);

-- Files that a mail brings along, as text: `[{"name", "type", "text"}]`.
alter table outbox_mails
  add column attachments jsonb,
  add constraint outbox_mails_attachments check (jsonb_typeof(attachments) = 'array');

select audited('agenda_proposals', 'id', 'working_groups', 'working_group_id');
select audited('agenda_papers', 'id', 'sessions', 'session_id');
select audited('session_invitations', 'person_id', 'sessions', 'session_id');
select audited('calendar_feeds', 'person_id', 'people', 'person_id');
