-- What was still missing when a report was frozen, whom its cycle asked, up to when it counts, and what changed since.

alter table snapshot_rows drop constraint snapshot_rows_kind,
  add constraint snapshot_rows_kind check (kind in ('commitment', 'expected', 'update', 'pledge', 'transaction', 'rate', 'link', 'endorsement', 'decision', 'member'));

-- `missing`: what was missing at the freeze, each with its count; null in snapshots of before. `counts_to`: what came later is not counted;
-- null where that is the freeze itself.
alter table snapshots add column missing jsonb, add column counts_to timestamptz,
  add constraint snapshots_missing check (jsonb_typeof(missing) = 'array'),
  add constraint snapshots_counts_to check (counts_to <= frozen_at);

-- A correction tells the time of the edition that it corrects, unless it says that it counts what came since.
alter table reports add column counts_later boolean not null default false,
  add constraint reports_counts_later check (not counts_later or corrects_id is not null);

-- How many frozen records say something else than they did, as it was last counted.
create table snapshot_changes (
  snapshot_id uuid not null,
  counted_at timestamptz not null,
  counts jsonb not null,
  constraint snapshot_changes_key primary key (snapshot_id),
  constraint snapshot_changes_snapshot foreign key (snapshot_id) references snapshots (id),
  constraint snapshot_changes_counts check (jsonb_typeof(counts) = 'array')
);
select audited('snapshot_changes', 'snapshot_id', 'snapshots', 'snapshot_id');
