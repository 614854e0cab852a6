-- The coalition's own meetings: several sessions in tracks over some days, with registration and attendance; and what participants agreed to
-- carry forward from a session.

create table meetings (
  id uuid not null,
  ref text not null,
  working_group_id uuid not null,
  status text not null default 'draft',
  starts_on date not null,
  ends_on date not null,
  time_zone text not null,
  mode text not null,
  place text,
  visibility text not null,
  registration_opens_on date not null,
  registration_closes_on date not null,
  -- How many can come in person; null where there is no limit.
  places integer,
  language text not null,
  announced_at timestamptz,
  cancelled_reason text,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint meetings_key primary key (id),
  constraint meetings_ref unique (ref),
  constraint meetings_group foreign key (working_group_id) references working_groups (id),
  constraint meetings_status check (status in ('draft', 'announced', 'cancelled')),
  constraint meetings_dates check (ends_on >= starts_on and ends_on <= starts_on + 30),
  constraint meetings_registration check (registration_opens_on <= registration_closes_on and registration_closes_on <= ends_on),
  constraint meetings_mode check (mode in ('in_person', 'remote', 'hybrid')),
  constraint meetings_place check (mode = 'remote' or place is not null),
  constraint meetings_places check (places > 0),
  constraint meetings_visibility check (visibility in ('coalition', 'members', 'public')),
  constraint meetings_announced check (status <> 'announced' or announced_at is not null),
  constraint meetings_cancelled check ((status = 'cancelled') = (cancelled_reason is not null)),
  -- A session belongs to the meeting of its group on its day: two meetings of a group never share one.
  constraint meetings_apart exclude using gist (working_group_id with =, daterange(starts_on, ends_on, '[]') with &&) where (status <> 'cancelled')
);
create table meeting_texts (
  meeting_id uuid not null,
  language text not null,
  title text not null,
  introduction text,
  constraint meeting_texts_key primary key (meeting_id, language),
  constraint meeting_texts_meeting foreign key (meeting_id) references meetings (id)
);
alter table meetings add constraint meetings_text foreign key (id, language) references meeting_texts (meeting_id, language) deferrable initially deferred;

create table meeting_registrations (
  id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  -- For whom somebody comes; null for oneself.
  organisation_id uuid,
  mode text not null,
  registered_at timestamptz not null,
  withdrawn_at timestamptz,
  -- Null until somebody has noted it.
  presence text,
  version integer not null default 1,
  constraint meeting_registrations_key primary key (id),
  constraint meeting_registrations_once unique (meeting_id, person_id),
  constraint meeting_registrations_meeting foreign key (meeting_id) references meetings (id),
  constraint meeting_registrations_person foreign key (person_id) references people (id),
  constraint meeting_registrations_organisation foreign key (organisation_id) references organisations (id),
  constraint meeting_registrations_mode check (mode in ('in_person', 'remote')),
  constraint meeting_registrations_presence check (presence in ('in_person', 'remote', 'absent'))
);
create index meeting_registrations_person_index on meeting_registrations (person_id);

alter table sessions add column track text;

-- What participants agreed to carry forward, where a session takes no decisions.
create table takeaways (
  id uuid not null,
  ref text not null,
  session_id uuid not null,
  text text not null,
  language text not null,
  recorded_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  tokens text[] generated always as (search_tokens(text)) stored,
  constraint takeaways_key primary key (id),
  constraint takeaways_ref unique (ref),
  constraint takeaways_session foreign key (session_id) references sessions (id),
  constraint takeaways_recorder foreign key (recorded_by) references people (id)
);
create index takeaways_session_index on takeaways (session_id);
create table takeaway_nodes (
  takeaway_id uuid not null,
  node_id uuid not null,
  constraint takeaway_nodes_key primary key (takeaway_id, node_id),
  constraint takeaway_nodes_takeaway foreign key (takeaway_id) references takeaways (id),
  constraint takeaway_nodes_node foreign key (node_id) references framework_nodes (id)
);
create index takeaway_nodes_node_index on takeaway_nodes (node_id);
create table recommendation_takeaways (
  recommendation_id uuid not null,
  takeaway_id uuid not null,
  constraint recommendation_takeaways_key primary key (recommendation_id, takeaway_id),
  constraint recommendation_takeaways_recommendation foreign key (recommendation_id) references recommendations (id),
  constraint recommendation_takeaways_takeaway foreign key (takeaway_id) references takeaways (id)
);
create index recommendation_takeaways_takeaway_index on recommendation_takeaways (takeaway_id);

alter table commitments add column origin_takeaway_id uuid,
  add constraint commitments_origin_takeaway foreign key (origin_takeaway_id) references takeaways (id),
  drop constraint commitments_one_origin,
  add constraint commitments_one_origin check (num_nonnulls(origin_decision_id, origin_recommendation_id, origin_request_id, origin_takeaway_id) <= 1);
create index commitments_origin_takeaway on commitments (origin_takeaway_id) where origin_takeaway_id is not null;

select audited('meetings takeaways', 'id');
select audited('meeting_texts', 'language', 'meetings', 'meeting_id');
select audited('meeting_registrations', 'id', 'meetings', 'meeting_id');
select audited('takeaway_nodes', 'node_id', 'takeaways', 'takeaway_id');
select audited('recommendation_takeaways', 'takeaway_id', 'recommendations', 'recommendation_id');
