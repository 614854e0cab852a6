-- Drafting the next version of a text, what a clause continues, endorsements whose day is not known, and who was told what.

alter table framework_versions
  add column copied_from_id uuid,
  add column edited_by uuid,
  add column published_by uuid,
  add constraint framework_versions_copied_from foreign key (copied_from_id) references framework_versions (id),
  add constraint framework_versions_editor foreign key (edited_by) references people (id),
  add constraint framework_versions_publisher foreign key (published_by) references people (id),
  -- Nobody approves what they submitted: who wrote in the draft last does not publish it.
  add constraint framework_versions_another_publishes check (published_by <> edited_by);
create unique index framework_versions_one_draft on framework_versions (framework_id) where status = 'draft';

alter table framework_nodes
  -- The clause of an earlier version that this one continues, also under another code.
  add column continues_id uuid,
  -- Counts the changes of the authoritative words; a translation made from an earlier state is out of date.
  add column text_version integer not null default 1,
  add column version integer not null default 1,
  add constraint framework_nodes_continues foreign key (continues_id) references framework_nodes (id),
  add constraint framework_nodes_continues_once unique (version_id, continues_id),
  add constraint framework_nodes_continues_another check (continues_id <> id);
create index framework_nodes_continued on framework_nodes (continues_id);
alter table framework_node_texts add column source_version integer not null default 1;

-- FR-1: neither into a published version nor out of one.
create or replace function frameworks_published_stay() returns trigger language plpgsql as $$
declare
  touched uuid[];
begin
  if tg_table_name = 'framework_nodes' then
    touched := array[new.version_id, old.version_id];
  else
    select array_agg(version_id) into touched from framework_nodes where id in (new.node_id, old.node_id);
  end if;
  if exists (select from framework_versions where id = any(touched) and status <> 'draft') then
    raise exception 'a published version never changes' using errcode = 'integrity_constraint_violation', constraint = 'framework_versions_published_stay';
  end if;
  return coalesce(new, old);
end $$;

-- FR-1: nor does what stands on its cover; a version only goes on from draft to published to superseded.
create function framework_versions_stay() returns trigger language plpgsql as $$
begin
  if old.status <> 'draft' and (tg_op = 'DELETE' or new.status = 'draft'
    or (new.framework_id, new.number, new.standing, new.source, new.authoritative_language, new.published_at, new.published_by, new.edited_by)
      is distinct from (old.framework_id, old.number, old.standing, old.source, old.authoritative_language, old.published_at, old.published_by, old.edited_by)) then
    raise exception 'a published version never changes' using errcode = 'integrity_constraint_violation', constraint = 'framework_versions_published_stay';
  end if;
  return coalesce(new, old);
end $$;
create trigger framework_versions_stay before update or delete on framework_versions for each row execute function framework_versions_stay();

alter table endorsements
  alter column endorsed_on drop not null,
  -- Why the day is not known: missing is null with a reason.
  add column endorsed_on_missing text,
  -- What followed the signature: how the party confirmed it, and when.
  add column confirmation text,
  add column confirmed_on date,
  -- When those who speak for the party were told that it has no commitment yet, and until when they have time.
  add column told_on date,
  add column promise_due_on date,
  add constraint endorsements_day check (num_nonnulls(endorsed_on, endorsed_on_missing) = 1),
  add constraint endorsements_confirmed check (confirmed_on is null or confirmation is not null),
  add constraint endorsements_told check (num_nonnulls(told_on, promise_due_on) in (0, 2)),
  add constraint endorsements_time_given check (promise_due_on > told_on);
