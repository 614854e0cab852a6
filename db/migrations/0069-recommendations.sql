-- Recommendations with addressees, versions of their text, a life, and the responses of those whom they are for.

alter table recommendations
  -- The day from which its text stays as it is and its addressees are asked.
  add column final_on date,
  add column closed_why text,
  -- What it says in other words, since a final text does not change.
  add column succeeds_id uuid;
select set_config('concord.actor', '{"kind":"system","name":"migration"}', true);
update recommendations set final_on = (created_at at time zone 'UTC')::date where status not in ('draft', 'preliminary');
alter table recommendations
  add constraint recommendations_succeeds foreign key (succeeds_id) references recommendations (id),
  add constraint recommendations_one_successor unique (succeeds_id),
  add constraint recommendations_final check ((final_on is null) = (status in ('draft', 'preliminary'))),
  add constraint recommendations_closed check (status <> 'closed' or closed_why is not null) not valid;
create index recommendations_recent on recommendations (created_at desc, id desc);

-- RC-2: a final text is no longer changed, and what is final does not go back.
create function recommendations_stay() returns trigger language plpgsql as $$
begin
  if old.final_on is not null and (new.title, new.text, new.final_on, new.working_group_id) is distinct from (old.title, old.text, old.final_on, old.working_group_id) then
    raise exception 'RC-2: % is final', old.ref using errcode = 'check_violation', constraint = 'recommendations_text_stays';
  end if;
  return new;
end $$;
create trigger recommendations_stay before update on recommendations for each row execute function recommendations_stay();

-- Every text that it had before: the last one stands in the recommendation itself.
create table recommendation_versions (
  recommendation_id uuid not null,
  number integer not null,
  title text not null,
  text text not null,
  replaced_at timestamptz not null,
  replaced_by uuid,
  constraint recommendation_versions_key primary key (recommendation_id, number),
  constraint recommendation_versions_recommendation foreign key (recommendation_id) references recommendations (id),
  constraint recommendation_versions_person foreign key (replaced_by) references people (id),
  constraint recommendation_versions_number check (number > 0)
);
create trigger recommendation_versions_append_only before update or delete on recommendation_versions for each row execute function forbid_change();

-- Whom it is for: an organisation, a country, the members of a part of society, or the coalition's secretariat.
create table recommendation_addressees (
  id uuid not null,
  recommendation_id uuid not null,
  organisation_id uuid,
  country_iso2 text,
  constituency text,
  secretariat boolean not null default false,
  asked_on date not null,
  constraint recommendation_addressees_key primary key (id),
  constraint recommendation_addressees_recommendation foreign key (recommendation_id) references recommendations (id),
  constraint recommendation_addressees_organisation foreign key (organisation_id) references organisations (id),
  constraint recommendation_addressees_country foreign key (country_iso2) references countries (iso2),
  constraint recommendation_addressees_one check (num_nonnulls(organisation_id, country_iso2, constituency) + secretariat::int = 1),
  constraint recommendation_addressees_once unique nulls not distinct (recommendation_id, organisation_id, country_iso2, constituency, secretariat)
);
create index recommendation_addressees_organisation_index on recommendation_addressees (organisation_id) where organisation_id is not null;
create index recommendation_addressees_country_index on recommendation_addressees (country_iso2) where country_iso2 is not null;

-- What an addressee answers, once for each; neither organisation nor country is the secretariat. Earlier answers are in the trail.
create table recommendation_responses (
  id uuid not null,
  recommendation_id uuid not null,
  organisation_id uuid,
  country_iso2 text,
  answer text not null,
  words text not null,
  commitment_id uuid,
  answered_by uuid,
  first_answered_at timestamptz not null,
  answered_at timestamptz not null,
  version integer not null default 1,
  constraint recommendation_responses_key primary key (id),
  constraint recommendation_responses_recommendation foreign key (recommendation_id) references recommendations (id),
  constraint recommendation_responses_organisation foreign key (organisation_id) references organisations (id),
  constraint recommendation_responses_country foreign key (country_iso2) references countries (iso2),
  constraint recommendation_responses_commitment foreign key (commitment_id) references commitments (id),
  constraint recommendation_responses_person foreign key (answered_by) references people (id),
  constraint recommendation_responses_party check (num_nonnulls(organisation_id, country_iso2) <= 1),
  constraint recommendation_responses_answer check (answer in ('accept', 'in_part', 'not', 'noted')),
  constraint recommendation_responses_words check (words ~ '\S'),
  constraint recommendation_responses_once unique nulls not distinct (recommendation_id, organisation_id, country_iso2)
);
create index recommendation_responses_commitment_index on recommendation_responses (commitment_id) where commitment_id is not null;
create index recommendation_responses_organisation_index on recommendation_responses (organisation_id) where organisation_id is not null;
create index recommendation_responses_country_index on recommendation_responses (country_iso2) where country_iso2 is not null;

select audited('recommendation_versions', 'number', 'recommendations', 'recommendation_id');
select audited('recommendation_addressees recommendation_responses', 'id', 'recommendations', 'recommendation_id');

-- Words of actions are searched as those of decisions are.
alter table action_items add column tokens text[] generated always as (search_tokens(text)) stored;
create index action_items_tokens on action_items using gin (tokens);
