-- Votes while they are given: ballots of a session, and written procedures between sessions. What they come to is a decision of the same register.

create table ballots (
  id uuid not null,
  working_group_id uuid not null,
  -- Of a session; without one it is a written procedure, which has a number of its own and ends by the clock.
  session_id uuid,
  agenda_item_id uuid,
  ref text,
  title text,
  text text not null,
  reasons text,
  rule text not null,
  -- The adopted decision that this one would stand in place of.
  supersedes_id uuid,
  visibility text,
  time_zone text,
  wall_clock_close text,
  closes_at timestamptz,
  quorum_share numeric(5, 2),
  quorum_minimums jsonb not null default '[]',
  opened_at timestamptz not null,
  opened_by uuid,
  closed_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  version integer not null default 1,
  constraint ballots_key primary key (id),
  constraint ballots_ref unique (ref),
  constraint ballots_group foreign key (working_group_id) references working_groups (id),
  constraint ballots_session foreign key (session_id) references sessions (id),
  constraint ballots_item foreign key (agenda_item_id) references agenda_items (id),
  constraint ballots_supersedes foreign key (supersedes_id) references decisions (id),
  constraint ballots_opener foreign key (opened_by) references people (id),
  constraint ballots_rule check (rule in ('consensus', 'consent', 'majority', 'two_thirds')),
  constraint ballots_text check (length(btrim(text)) > 0),
  constraint ballots_written check (
    case when session_id is null then num_nonnulls(ref, title, reasons, visibility, time_zone, wall_clock_close, closes_at, quorum_share) = 8 and agenda_item_id is null
    else num_nonnulls(ref, title, reasons, visibility, time_zone, wall_clock_close, closes_at, quorum_share) = 0 end),
  constraint ballots_wall_clock check (wall_clock_close ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$'),
  constraint ballots_visibility check (visibility in ('coalition', 'members', 'public')),
  constraint ballots_deadline check (closes_at > opened_at),
  constraint ballots_one_end check (num_nonnulls(closed_at, withdrawn_at) <= 1),
  constraint ballots_withdrawn check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index ballots_session_index on ballots (session_id);
create index ballots_group_index on ballots (working_group_id, opened_at desc);
create index ballots_waiting on ballots (closes_at) where closed_at is null and withdrawn_at is null and closes_at is not null;

-- The base of a written procedure: the voting seats of the day it was opened on, without those on leave.
create table ballot_seats (
  ballot_id uuid not null,
  seat_id uuid not null,
  organisation_id uuid,
  counts_for text,
  constraint ballot_seats_key primary key (ballot_id, seat_id),
  constraint ballot_seats_ballot foreign key (ballot_id) references ballots (id),
  constraint ballot_seats_seat foreign key (seat_id) references seats (id),
  constraint ballot_seats_organisation foreign key (organisation_id) references organisations (id)
);
create trigger ballot_seats_stay before update or delete on ballot_seats for each row execute function forbid_change();

-- WG-5: one vote a seat, and one a person; it can be changed while the ballot is open. `entered_by` is who put it down for the seat, where that was somebody else.
create table ballot_votes (
  ballot_id uuid not null,
  seat_id uuid not null,
  person_id uuid not null,
  standing text not null,
  vote text not null,
  words text,
  cast_at timestamptz not null,
  entered_by uuid,
  version integer not null default 1,
  constraint ballot_votes_key primary key (ballot_id, seat_id),
  constraint ballot_votes_person_once unique (ballot_id, person_id),
  constraint ballot_votes_ballot foreign key (ballot_id) references ballots (id),
  constraint ballot_votes_seat foreign key (seat_id) references seats (id),
  constraint ballot_votes_person foreign key (person_id) references people (id),
  constraint ballot_votes_enterer foreign key (entered_by) references people (id),
  constraint ballot_votes_standing check (standing in ('holder', 'alternate')),
  constraint ballot_votes_vote check (vote in ('for', 'against', 'abstain', 'objection')),
  constraint ballot_votes_words check (vote <> 'objection' or length(btrim(words)) > 0)
);
create function ballot_votes_open() returns trigger language plpgsql as $$
begin
  if exists (select from ballots where id = coalesce(new.ballot_id, old.ballot_id) and (closed_at is not null or withdrawn_at is not null)) then
    raise exception 'a ballot that is over takes no vote' using errcode = 'integrity_constraint_violation', constraint = 'ballot_votes_open';
  end if;
  return coalesce(new, old);
end $$;
create trigger ballot_votes_open before insert or update or delete on ballot_votes for each row execute function ballot_votes_open();

-- A decision belongs to its group, and was taken in a session or by a written procedure.
alter table decisions
  add column working_group_id uuid,
  add column ballot_id uuid,
  add column supersedes_id uuid,
  add column lapsed_in uuid,
  alter column session_id drop not null;
select set_config('concord.actor', '{"kind":"system","name":"migration"}', true);
update decisions d set working_group_id = s.working_group_id from sessions s where s.id = d.session_id;
alter table decisions
  alter column working_group_id set not null,
  add constraint decisions_group foreign key (working_group_id) references working_groups (id),
  add constraint decisions_ballot foreign key (ballot_id) references ballots (id),
  add constraint decisions_ballot_once unique (ballot_id),
  add constraint decisions_supersedes foreign key (supersedes_id) references decisions (id),
  add constraint decisions_lapsed_in foreign key (lapsed_in) references sessions (id),
  add constraint decisions_taken check (session_id is not null or ballot_id is not null),
  add constraint decisions_not_itself check (supersedes_id <> id),
  add constraint decisions_lapsed check ((status = 'lapsed') = (lapsed_in is not null));
create unique index decisions_supersedes_once on decisions (supersedes_id) where status in ('adopted', 'superseded');
create index decisions_group_index on decisions (working_group_id);
-- How somebody spoke for their vote, and who entered it for them.
alter table votes
  add column words text,
  add column entered_by uuid,
  add constraint votes_enterer foreign key (entered_by) references people (id);

select audited('ballots', 'id');
select audited('ballot_seats ballot_votes', 'seat_id', 'ballots', 'ballot_id');
