-- Freezing writes hundreds of thousands of rows that all belong to one snapshot, or to one figure. A foreign key asks for each of them whether that
-- is there; asked once for a whole statement, the answer is the same, because neither a snapshot nor a figure ever goes.

alter table snapshot_rows drop constraint snapshot_rows_snapshot;
alter table report_figure_records drop constraint report_figure_records_figure;

-- The rows of a snapshot say much, so that they are not kept aside to be looked through: the few snapshots that there are rows of are found by the key.
create function snapshot_rows_snapshot() returns trigger language plpgsql as $$
begin
  if exists (
    with recursive told (id) as (
      (select snapshot_id from snapshot_rows order by snapshot_id limit 1)
      union all select (select r.snapshot_id from snapshot_rows r where r.snapshot_id > told.id order by r.snapshot_id limit 1) from told where told.id is not null)
    select from told where id is not null and not exists (select from snapshots s where s.id = told.id)
  ) then
    raise exception 'rows of a snapshot that is not there' using errcode = 'foreign_key_violation', constraint = 'snapshot_rows_snapshot';
  end if;
  return null;
end $$;
create trigger snapshot_rows_snapshot after insert on snapshot_rows for each statement execute function snapshot_rows_snapshot();

create function report_figure_records_figure() returns trigger language plpgsql as $$
begin
  if exists (select figure_id from new_rows except select id from report_figures) then
    raise exception 'records of a figure that is not there' using errcode = 'foreign_key_violation', constraint = 'report_figure_records_figure';
  end if;
  return null;
end $$;
create trigger report_figure_records_figure after insert on report_figure_records referencing new table as new_rows for each statement execute function report_figure_records_figure();

-- Snapshots and their rows can never be changed; neither can what a figure was found to count, and no figure goes.
create trigger report_figure_records_append_only before update or delete on report_figure_records for each row execute function forbid_change();
create trigger report_figures_stay before delete on report_figures for each row execute function forbid_change();

-- Records are asked for in a snapshot, never through all of them.
drop index snapshot_rows_ref;
