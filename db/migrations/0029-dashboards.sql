-- A health that few promises have, or none, is found without reading the others.
create index commitments_stale on commitments (stale_on) where status = 'published';
create index commitments_off_track on commitments (off_track_on) where status = 'published';
create index commitments_at_risk on commitments (at_risk_on) where status = 'published';
-- The latest promises that a group's work led to.
create index commitments_led on commitments (coalesce(published_at, created_at) desc, id desc) where num_nonnulls(origin_decision_id, origin_recommendation_id) = 1;
-- Whether an update was checked by another is told of promises: what is kept ready is made anew.
select coverage_noted('progress_updates', 'select r.commitment_id');
insert into coverage_changes (commitment_id) select id from commitments;
