-- What a quorum is counted from, for ever: the rules of the session as they were at its start, and every note of who came and went.

-- WG-2: the session keeps the terms it began under; later ones change nothing about it.
alter table sessions
  add column quorum_share numeric(5, 2),
  add column decision_rule text,
  add column terms_version integer,
  add constraint sessions_quorum check (quorum_share > 0 and quorum_share <= 100),
  add constraint sessions_decision_rule check (decision_rule in ('consensus', 'consent', 'majority', 'two_thirds'));
select set_config('concord.actor', '{"kind":"system","name":"migration"}', true);
update sessions s set quorum_share = g.quorum_share, decision_rule = g.decision_rule from working_groups g where g.id = s.working_group_id and s.started_at is not null;
alter table sessions add constraint sessions_terms check (started_at is null or (quorum_share is not null and decision_rule is not null));

-- How many voting seats of a part of society must be there, besides the share of all.
create table session_minimums (
  session_id uuid not null,
  constituency text not null,
  seats integer not null,
  constraint session_minimums_key primary key (session_id, constituency),
  constraint session_minimums_session foreign key (session_id) references sessions (id),
  constraint session_minimums_seats check (seats > 0)
);
-- The part of society that a seat counts for: its own, or that of its organisation on that day.
alter table session_seats add column counts_for text;
update session_seats x set counts_for = coalesce(s.constituency, o.constituency) from seats s left join organisations o on o.id = s.organisation_id where s.id = x.seat_id;
create trigger session_seats_stay before update or delete on session_seats for each row execute function forbid_change();
create trigger session_minimums_stay before update or delete on session_minimums for each row execute function forbid_change();

-- Who came and went, as it was noted: the log is never rewritten. `attendances` holds the last note about each person.
alter table attendances
  add column at timestamptz,
  drop constraint attendances_presence,
  add constraint attendances_presence check (presence in ('in_person', 'remote', 'absent', 'excused', 'left'));
update attendances a set at = s.started_at from sessions s where s.id = a.session_id;
alter table attendances alter column at set not null;
create table session_presences (
  id bigint generated always as identity,
  session_id uuid not null,
  seat_id uuid not null,
  person_id uuid not null,
  presence text not null,
  at timestamptz not null,
  noted_by uuid,
  origin text not null,
  constraint session_presences_key primary key (id),
  constraint session_presences_seat foreign key (session_id, seat_id) references session_seats (session_id, seat_id),
  constraint session_presences_person foreign key (person_id) references people (id),
  constraint session_presences_noted_by foreign key (noted_by) references people (id),
  constraint session_presences_presence check (presence in ('in_person', 'remote', 'absent', 'excused', 'left')),
  constraint session_presences_origin check (origin in ('secretary', 'self', 'code'))
);
create index session_presences_order on session_presences (session_id, at, id);
insert into session_presences (session_id, seat_id, person_id, presence, at, origin) select session_id, seat_id, person_id, presence, at, 'secretary' from attendances order by session_id, seat_id, person_id;
create trigger session_presences_append_only before update or delete on session_presences for each row execute function forbid_change();

-- WG-3: a decision keeps the instant its quorum was counted at, the minimums it met or missed, and the verdict.
alter table decisions
  add column quorum_at timestamptz,
  add column confirmed_at timestamptz,
  add column quorum_minimums jsonb not null default '[]',
  add column quorum_met boolean;
update decisions set quorum_at = created_at, quorum_met = quorum_base > 0 and quorum_present * 100 >= quorum_share * quorum_base;
alter table decisions
  alter column quorum_at set not null,
  alter column quorum_met set not null,
  drop constraint decisions_quorum,
  add constraint decisions_quorum check (status not in ('adopted', 'superseded') or confirmed_in is not null or quorum_met),
  add constraint decisions_quorum_met check (not quorum_met or (quorum_base > 0 and quorum_present * 100 >= quorum_share * quorum_base)),
  add constraint decisions_quorum_present check (quorum_present between 0 and quorum_base);

select audited('session_minimums', 'constituency', 'sessions', 'session_id');
select audited('session_presences', 'seat_id', 'sessions', 'session_id');
