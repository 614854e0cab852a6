-- A snapshot holds all that a report tells, says which transactions it saw, and each figure keeps who has looked at what it counts and how it
-- differs from the figure of the report before.

alter table snapshot_rows drop constraint snapshot_rows_kind,
  add constraint snapshot_rows_kind check (kind in ('commitment', 'update', 'pledge', 'transaction', 'rate', 'link', 'endorsement', 'decision', 'member'));

-- The transactions that were visible when it was frozen (`pg_snapshot`): with it the trail tells the same rows again. Snapshots of before have none.
alter table snapshots add column seen text,
  add constraint snapshots_seen check (seen ~ '^[0-9]+:[0-9]+:[0-9,]*$');

-- Both are computed from snapshots alone and kept with the figure; null where nobody looks at what is counted, or no report came before.
alter table report_figures add column verification jsonb, add column difference jsonb,
  add constraint report_figures_verification check (jsonb_typeof(verification) = 'array'),
  add constraint report_figures_difference check (jsonb_typeof(difference) = 'object');
