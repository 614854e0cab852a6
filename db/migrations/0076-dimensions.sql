-- The dimensions of the work of a group: what an item of an agenda, or a recommendation, is about, so that one sees what gets time and what does not.

create table working_group_dimensions (
  id uuid not null,
  working_group_id uuid not null,
  key text not null,
  position integer not null,
  -- Its last day: what it was given to stays with it, nothing new is.
  ended_on date,
  version integer not null default 1,
  constraint working_group_dimensions_key primary key (id),
  constraint working_group_dimensions_group foreign key (working_group_id) references working_groups (id),
  constraint working_group_dimensions_once unique (working_group_id, key),
  constraint working_group_dimensions_own unique (working_group_id, id),
  constraint working_group_dimensions_spelling check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 40 and key <> 'none')
);
create table working_group_dimension_texts (
  dimension_id uuid not null,
  language text not null,
  name text not null,
  constraint working_group_dimension_texts_key primary key (dimension_id, language),
  constraint working_group_dimension_texts_dimension foreign key (dimension_id) references working_group_dimensions (id),
  constraint working_group_dimension_texts_name check (name ~ '\S')
);

alter table agenda_items add column dimension_id uuid, add constraint agenda_items_dimension foreign key (dimension_id) references working_group_dimensions (id);
alter table recommendations add column dimension_id uuid,
  add constraint recommendations_dimension foreign key (working_group_id, dimension_id) references working_group_dimensions (working_group_id, id);
create index agenda_items_dimension_index on agenda_items (dimension_id) where dimension_id is not null;
create index recommendations_dimension_index on recommendations (dimension_id) where dimension_id is not null;

-- A dimension belongs to one group: an item takes one of the group whose session it is of.
create function agenda_items_own_dimension() returns trigger language plpgsql as $$
begin
  if not exists (select from sessions s join working_group_dimensions d on d.working_group_id = s.working_group_id where s.id = new.session_id and d.id = new.dimension_id) then
    raise exception 'a dimension of another group' using errcode = 'check_violation', constraint = 'agenda_items_own_dimension';
  end if;
  return new;
end $$;
create trigger agenda_items_own_dimension before insert or update of dimension_id on agenda_items for each row when (new.dimension_id is not null) execute function agenda_items_own_dimension();

select audited('working_group_dimensions', 'id', 'working_groups', 'working_group_id');
select audited('working_group_dimension_texts', 'language', 'working_group_dimensions', 'dimension_id');
