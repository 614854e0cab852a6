-- The crosswalk is kept by people: each mapping says why, and ends rather than vanishes.

alter table node_mappings
  -- Why the clauses relate; what was mapped before reasons were asked for has none.
  add column reason text,
  add column created_at timestamptz not null default clock_timestamp(),
  add column ended_at timestamptz,
  add column end_reason text,
  add column version integer not null default 1,
  add constraint node_mappings_reason check (reason <> '' and end_reason <> ''),
  add constraint node_mappings_ended check (num_nonnulls(ended_at, end_reason) in (0, 2)),
  drop constraint node_mappings_pair;

-- CW-1: two clauses have one live mapping, whichever way it was drawn. Of two that were drawn both ways the earlier one stays.
select set_config('concord.actor', '{"kind":"system","name":"migration"}', true);
update node_mappings m set ended_at = clock_timestamp(), end_reason = 'The same clauses were mapped the other way round.'
where exists (select from node_mappings o where o.from_node_id = m.to_node_id and o.to_node_id = m.from_node_id and o.id < m.id);
create unique index node_mappings_pair on node_mappings (least(from_node_id, to_node_id), greatest(from_node_id, to_node_id)) where ended_at is null;

-- CW-2: what it joins never changes, and what has ended stays as it ended. Only a mapping of a draft, which nobody else has seen, can go.
create function node_mappings_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.ended_at is null and (new.id, new.from_node_id, new.to_node_id, new.created_at) is not distinct from (old.id, old.from_node_id, old.to_node_id, old.created_at) then
    return new;
  end if;
  if tg_op = 'DELETE' and exists (
    select from framework_nodes n join framework_versions v on v.id = n.version_id where n.id in (old.from_node_id, old.to_node_id) and v.status = 'draft'
  ) then
    return old;
  end if;
  raise exception 'a mapping is ended, not rewritten' using errcode = 'integrity_constraint_violation', constraint = 'node_mappings_stay';
end $$;
create trigger node_mappings_stay before update or delete on node_mappings for each row execute function node_mappings_stay();
