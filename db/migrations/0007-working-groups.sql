-- Working groups, their seats and sessions, decisions, actions, recommendations.

create table working_groups (
  id uuid not null,
  ref text not null,
  coalition_id uuid not null,
  kind text not null,
  status text not null default 'proposed',
  cadence text not null default 'monthly',
  quorum_share numeric(5, 2) not null default 50,
  decision_rule text not null default 'consensus',
  notice_days integer not null default 14,
  starts_on date,
  ends_on date,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint working_groups_key primary key (id),
  constraint working_groups_ref unique (ref),
  constraint working_groups_coalition foreign key (coalition_id) references coalitions (id),
  constraint working_groups_kind check (kind in ('working_group', 'expert_group', 'task_team', 'steering', 'plenary')),
  constraint working_groups_status check (status in ('proposed', 'chartered', 'active', 'reporting', 'concluded', 'dissolved')),
  constraint working_groups_cadence check (cadence in ('monthly', 'quarterly', 'yearly', 'irregular')),
  constraint working_groups_quorum check (quorum_share > 0 and quorum_share <= 100),
  constraint working_groups_decision_rule check (decision_rule in ('consensus', 'consent', 'majority', 'two_thirds')),
  constraint working_groups_notice check (notice_days >= 0)
);
create table working_group_texts (
  working_group_id uuid not null,
  language text not null,
  name text not null,
  mandate text,
  tokens text[] generated always as (search_tokens(name || ' ' || coalesce(mandate, ''))) stored,
  constraint working_group_texts_key primary key (working_group_id, language),
  constraint working_group_texts_group foreign key (working_group_id) references working_groups (id)
);
create index working_group_texts_tokens on working_group_texts using gin (tokens);
alter table roles add constraint roles_working_group foreign key (working_group_id) references working_groups (id);

create table seats (
  id uuid not null,
  working_group_id uuid not null,
  organisation_id uuid,
  constituency text,
  role text not null,
  voting boolean not null,
  holder_id uuid,
  alternate_id uuid,
  on_leave boolean not null default false,
  from_on date not null,
  until_on date,
  version integer not null default 1,
  constraint seats_key primary key (id),
  constraint seats_group foreign key (working_group_id) references working_groups (id),
  constraint seats_organisation foreign key (organisation_id) references organisations (id),
  constraint seats_holder foreign key (holder_id) references people (id),
  constraint seats_alternate foreign key (alternate_id) references people (id),
  constraint seats_of check (num_nonnulls(organisation_id, constituency) = 1),
  constraint seats_role check (role in ('chair', 'cochair', 'member', 'alternate', 'observer', 'expert', 'secretary')),
  -- ME-5: observers never vote.
  constraint seats_observers_never_vote check (not (voting and role in ('observer', 'expert', 'secretary'))),
  constraint seats_dates check (until_on >= from_on)
);
create index seats_group_index on seats (working_group_id);
create index seats_organisation_index on seats (organisation_id);

create table sessions (
  id uuid not null,
  ref text not null,
  working_group_id uuid not null,
  number integer not null,
  purpose text not null default 'working',
  title text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  time_zone text not null,
  wall_clock_start text not null,
  mode text not null default 'remote',
  place text,
  join_link text,
  status text not null default 'draft',
  visibility text not null default 'public',
  short_notice boolean not null default false,
  convened_at timestamptz,
  started_at timestamptz,
  adjourned_at timestamptz,
  cancelled_reason text,
  summary text,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  tokens text[] generated always as (search_tokens(title || ' ' || coalesce(summary, ''))) stored,
  constraint sessions_key primary key (id),
  constraint sessions_ref unique (ref),
  constraint sessions_number unique (working_group_id, number),
  constraint sessions_group foreign key (working_group_id) references working_groups (id),
  constraint sessions_purpose check (purpose in ('working', 'annual_meeting', 'consultation', 'launch')),
  constraint sessions_wall_clock check (wall_clock_start ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$'),
  constraint sessions_times check (ends_at > starts_at),
  constraint sessions_mode check (mode in ('in_person', 'remote', 'hybrid')),
  constraint sessions_status check (status in ('draft', 'convened', 'in_progress', 'adjourned', 'minutes_draft', 'in_correction', 'approved', 'published', 'cancelled')),
  constraint sessions_cancelled check ((status = 'cancelled') = (cancelled_reason is not null)),
  constraint sessions_visibility check (visibility in ('private', 'coalition', 'members', 'public'))
);
create index sessions_starts on sessions (starts_at desc, id desc);
create index sessions_tokens on sessions using gin (tokens);

-- WG-2: starting takes a snapshot of the seats; WG-3: quorum is derived from it.
create table session_seats (
  session_id uuid not null,
  seat_id uuid not null,
  organisation_id uuid,
  role text not null,
  voting boolean not null,
  holder_id uuid,
  alternate_id uuid,
  on_leave boolean not null,
  constraint session_seats_key primary key (session_id, seat_id),
  constraint session_seats_session foreign key (session_id) references sessions (id),
  constraint session_seats_seat foreign key (seat_id) references seats (id)
);
create table attendances (
  session_id uuid not null,
  seat_id uuid not null,
  person_id uuid not null,
  presence text not null,
  constraint attendances_key primary key (session_id, seat_id, person_id),
  constraint attendances_seat foreign key (session_id, seat_id) references session_seats (session_id, seat_id),
  constraint attendances_person foreign key (person_id) references people (id),
  constraint attendances_presence check (presence in ('in_person', 'remote', 'absent', 'excused'))
);

create table agenda_items (
  id uuid not null,
  session_id uuid not null,
  position integer not null,
  title text not null,
  kind text not null default 'discussion',
  minutes integer,
  presenter text,
  notes text,
  outcome text,
  commitment_id uuid,
  node_id uuid,
  version integer not null default 1,
  constraint agenda_items_key primary key (id),
  constraint agenda_items_session foreign key (session_id) references sessions (id),
  constraint agenda_items_commitment foreign key (commitment_id) references commitments (id),
  constraint agenda_items_node foreign key (node_id) references framework_nodes (id),
  constraint agenda_items_position unique (session_id, position) deferrable initially deferred,
  constraint agenda_items_kind check (kind in ('information', 'discussion', 'decision')),
  constraint agenda_items_minutes check (minutes between 1 and 480),
  constraint agenda_items_outcome check (outcome in ('treated', 'deferred', 'withdrawn'))
);

create table decisions (
  id uuid not null,
  ref text not null,
  session_id uuid not null,
  agenda_item_id uuid,
  text text not null,
  rule text not null,
  status text not null,
  quorum_present integer not null,
  quorum_base integer not null,
  quorum_share numeric(5, 2) not null,
  dissent text,
  adopted_on date,
  confirmed_in uuid,
  review_on date,
  recorded_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  tokens text[] generated always as (search_tokens(text)) stored,
  constraint decisions_key primary key (id),
  constraint decisions_ref unique (ref),
  constraint decisions_session foreign key (session_id) references sessions (id),
  constraint decisions_item foreign key (agenda_item_id) references agenda_items (id),
  constraint decisions_recorder foreign key (recorded_by) references people (id),
  constraint decisions_rule check (rule in ('consensus', 'consent', 'majority', 'two_thirds')),
  constraint decisions_status check (status in ('provisional', 'adopted', 'rejected', 'superseded', 'lapsed')),
  -- WG-4: without quorum decisions are provisional until confirmed; `confirmed_in` names the session that did.
  constraint decisions_quorum check (status <> 'adopted' or confirmed_in is not null or (quorum_base > 0 and quorum_present * 100 >= quorum_share * quorum_base)),
  constraint decisions_confirmed_in foreign key (confirmed_in) references sessions (id),
  constraint decisions_adopted check (status <> 'adopted' or adopted_on is not null)
);
create index decisions_session_index on decisions (session_id);
create index decisions_recent on decisions (coalesce(adopted_on, '0001-01-01'::date) desc, id desc);
create index decisions_tokens on decisions using gin (tokens);
-- WG-5: one vote per seat; tallies are derived.
create table votes (
  decision_id uuid not null,
  seat_id uuid not null,
  person_id uuid not null,
  vote text not null,
  constraint votes_key primary key (decision_id, seat_id),
  constraint votes_decision foreign key (decision_id) references decisions (id),
  constraint votes_seat foreign key (seat_id) references seats (id),
  constraint votes_person foreign key (person_id) references people (id),
  constraint votes_vote check (vote in ('for', 'against', 'abstain', 'objection'))
);
create table action_items (
  id uuid not null,
  session_id uuid not null,
  agenda_item_id uuid,
  text text not null,
  owner_id uuid not null,
  due_on date not null,
  status text not null default 'open',
  done_on date,
  version integer not null default 1,
  constraint action_items_key primary key (id),
  constraint action_items_session foreign key (session_id) references sessions (id),
  constraint action_items_item foreign key (agenda_item_id) references agenda_items (id),
  constraint action_items_owner foreign key (owner_id) references people (id),
  constraint action_items_status check (status in ('open', 'in_progress', 'done', 'blocked', 'cancelled')),
  constraint action_items_done check ((status = 'done') = (done_on is not null))
);
create index action_items_owner_index on action_items (owner_id, due_on) where status in ('open', 'in_progress', 'blocked');
create index action_items_session_index on action_items (session_id);

create table recommendations (
  id uuid not null,
  ref text not null,
  working_group_id uuid not null,
  title text not null,
  text text not null,
  status text not null default 'draft',
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint recommendations_key primary key (id),
  constraint recommendations_ref unique (ref),
  constraint recommendations_group foreign key (working_group_id) references working_groups (id),
  constraint recommendations_status check (status in ('draft', 'preliminary', 'final', 'endorsed', 'in_implementation', 'closed'))
);
create table recommendation_decisions (
  recommendation_id uuid not null,
  decision_id uuid not null,
  constraint recommendation_decisions_key primary key (recommendation_id, decision_id),
  constraint recommendation_decisions_recommendation foreign key (recommendation_id) references recommendations (id),
  constraint recommendation_decisions_decision foreign key (decision_id) references decisions (id)
);
create table recommendation_nodes (
  recommendation_id uuid not null,
  node_id uuid not null,
  constraint recommendation_nodes_key primary key (recommendation_id, node_id),
  constraint recommendation_nodes_recommendation foreign key (recommendation_id) references recommendations (id),
  constraint recommendation_nodes_node foreign key (node_id) references framework_nodes (id)
);

alter table commitments add constraint commitments_origin_decision foreign key (origin_decision_id) references decisions (id);
alter table commitments add constraint commitments_origin_recommendation foreign key (origin_recommendation_id) references recommendations (id);
alter table commitments add constraint commitments_one_origin check (num_nonnulls(origin_decision_id, origin_recommendation_id) <= 1);

select audited('working_groups sessions decisions recommendations', 'id');
select audited('working_group_texts', 'language', 'working_groups', 'working_group_id');
select audited('seats', 'id', 'working_groups', 'working_group_id');
select audited('session_seats attendances', 'seat_id', 'sessions', 'session_id');
select audited('agenda_items action_items', 'id', 'sessions', 'session_id');
select audited('votes', 'seat_id', 'decisions', 'decision_id');
select audited('recommendation_decisions', 'decision_id', 'recommendations', 'recommendation_id');
select audited('recommendation_nodes', 'node_id', 'recommendations', 'recommendation_id');
