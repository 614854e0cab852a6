-- Terms of reference in versions: how a group meets and decides from a day on. A version is never changed; what has not begun is replaced by a later one.

create table working_group_terms (
  working_group_id uuid not null,
  version integer not null,
  from_on date not null,
  cadence text not null,
  -- Per cent of voting seats.
  quorum_share numeric(5, 2) not null,
  decision_rule text not null,
  notice_days integer not null,
  -- Working days for which those who attended can have minutes corrected, at least.
  correction_days integer not null,
  written_by uuid,
  written_at timestamptz not null,
  constraint working_group_terms_key primary key (working_group_id, version),
  constraint working_group_terms_group foreign key (working_group_id) references working_groups (id),
  constraint working_group_terms_writer foreign key (written_by) references people (id),
  constraint working_group_terms_version check (version > 0),
  -- What has been counted stays: only the first version may reach back.
  constraint working_group_terms_from check (version = 1 or from_on >= (written_at at time zone 'UTC')::date),
  constraint working_group_terms_cadence check (cadence in ('monthly', 'quarterly', 'yearly', 'irregular')),
  constraint working_group_terms_quorum check (quorum_share > 0 and quorum_share <= 100),
  constraint working_group_terms_decision_rule check (decision_rule in ('consensus', 'consent', 'majority', 'two_thirds')),
  constraint working_group_terms_notice check (notice_days >= 0),
  constraint working_group_terms_correction check (correction_days between 1 and 60)
);
create table working_group_term_texts (
  working_group_id uuid not null,
  version integer not null,
  language text not null,
  text text,
  -- What is new in this version, and why.
  note text,
  constraint working_group_term_texts_key primary key (working_group_id, version, language),
  constraint working_group_term_texts_terms foreign key (working_group_id, version) references working_group_terms (working_group_id, version),
  constraint working_group_term_texts_words check (text ~ '\S' or note ~ '\S')
);
-- How many voting seats of a part of society must be there, besides the share of all.
create table working_group_minimums (
  working_group_id uuid not null,
  version integer not null,
  constituency text not null,
  seats integer not null,
  constraint working_group_minimums_key primary key (working_group_id, version, constituency),
  constraint working_group_minimums_terms foreign key (working_group_id, version) references working_group_terms (working_group_id, version),
  constraint working_group_minimums_seats check (seats > 0)
);

select set_config('concord.actor', '{"kind":"system","name":"migration"}', true);
select audited('working_group_terms', 'version', 'working_groups', 'working_group_id');
select audited('working_group_term_texts', 'language', 'working_groups', 'working_group_id');
select audited('working_group_minimums', 'constituency', 'working_groups', 'working_group_id');
insert into working_group_terms (working_group_id, version, from_on, cadence, quorum_share, decision_rule, notice_days, correction_days, written_at)
  select id, 1, coalesce(starts_on, (created_at at time zone 'UTC')::date), cadence, quorum_share, decision_rule, notice_days, 5, created_at from working_groups;
alter table working_groups drop column cadence, drop column quorum_share, drop column decision_rule, drop column notice_days;
create trigger working_group_terms_append_only before update or delete on working_group_terms for each row execute function forbid_change();
create trigger working_group_term_texts_append_only before update or delete on working_group_term_texts for each row execute function forbid_change();
create trigger working_group_minimums_append_only before update or delete on working_group_minimums for each row execute function forbid_change();

-- The version that holds on a day: the latest of those that have begun by then; before the first day of all, the first.
create function working_group_terms_on(the_group uuid, the_day date) returns integer language sql stable parallel safe as $$
  select t.version from working_group_terms t where t.working_group_id = the_group
  order by t.from_on <= the_day desc, case when t.from_on <= the_day then -t.version else t.version end limit 1
$$;

-- Sessions from here on keep which version they began under; earlier ones, some of them sealed, keep what they have.
alter table sessions add constraint sessions_terms_version foreign key (working_group_id, terms_version) references working_group_terms (working_group_id, version);
