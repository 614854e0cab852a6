-- A seat lasts while its rows change: each row holds for days of its own, `place_id` says which are of one seat.
alter table seats add column place_id uuid not null default gen_random_uuid();
create index seats_place_index on seats (place_id, from_on);

-- No history of seats gives an organisation, or a person, two votes in one group on one day.

alter table seats
  add constraint seats_one_vote_organisation exclude using gist (working_group_id with =, organisation_id with =, daterange(from_on, until_on, '[]') with &&) where (voting and organisation_id is not null),
  add constraint seats_one_vote_holder exclude using gist (working_group_id with =, holder_id with =, daterange(from_on, until_on, '[]') with &&) where (voting and holder_id is not null);
