-- Goals that are not a number: states in words, in order or not, or a description; and what a number is read by.
alter table goals
  -- The states that a nominal or ordinal goal can be in, the first first.
  add column scale text[] not null default '{}',
  -- What is to be there, where it is no number.
  add column target_words text,
  add column disaggregations text[] not null default '{}',
  add constraint goals_in_words check (measure in ('unit', 'percentage') or (target_value is null and unit is null and baseline_value is null)),
  add constraint goals_target_words check (target_words is null or measure not in ('unit', 'percentage')),
  add constraint goals_scale check (scale = '{}' or measure in ('nominal', 'ordinal')),
  add constraint goals_disaggregations check (disaggregations <@ array['sex', 'age', 'location', 'disability', 'wealth', 'displacement', 'language', 'level']);

-- CO-5: words are promised as numbers are.
create trigger goals_words_stay after update on goals for each row
  when ((old.target_words, old.scale, old.cumulative) is distinct from (new.target_words, new.scale, new.cumulative)) execute function commitments_promise_stays();

-- Teachers at each stage: how many, how they were chosen, what changed by it; that none were is an answer, too.
create table teacher_involvements (
  commitment_id uuid not null,
  stage text not null,
  nobody boolean not null,
  how_many integer,
  how_chosen text,
  what_changed text,
  evidence_url text,
  written_by uuid,
  written_at timestamptz not null,
  constraint teacher_involvements_key primary key (commitment_id, stage),
  constraint teacher_involvements_commitment foreign key (commitment_id) references commitments (id) on delete cascade,
  constraint teacher_involvements_writer foreign key (written_by) references people (id),
  constraint teacher_involvements_stage check (stage in ('design', 'testing', 'rollout', 'scaling')),
  constraint teacher_involvements_nobody check (nobody = (how_many is null)),
  constraint teacher_involvements_said check (nobody or (how_many > 0 and how_chosen is not null and what_changed is not null)),
  constraint teacher_involvements_nothing check (not nobody or (how_chosen is null and what_changed is null and evidence_url is null)),
  constraint teacher_involvements_url check (evidence_url ~ '^https?://')
);

-- Data gaps: what is missing, who finds it out, how and by when.
create table data_gaps (
  id uuid not null,
  commitment_id uuid not null,
  -- Where it is the baseline of a goal that is missing; it goes with the goal.
  goal_id uuid,
  what text,
  status text not null default 'open',
  owner_id uuid,
  plan text,
  due_on date,
  opened_by uuid,
  opened_at timestamptz not null,
  -- How it was closed, or why it is accepted that nobody will know.
  answer text,
  ended_by uuid,
  ended_at timestamptz,
  version integer not null default 1,
  constraint data_gaps_key primary key (id),
  constraint data_gaps_commitment foreign key (commitment_id) references commitments (id) on delete cascade,
  constraint data_gaps_goal foreign key (goal_id) references goals (id) on delete cascade,
  constraint data_gaps_owner foreign key (owner_id) references people (id),
  constraint data_gaps_opener foreign key (opened_by) references people (id),
  constraint data_gaps_ender foreign key (ended_by) references people (id),
  constraint data_gaps_what check (goal_id is not null or (what is not null and length(btrim(what)) > 0)),
  constraint data_gaps_status check (status in ('open', 'planned', 'closed', 'accepted')),
  constraint data_gaps_planned check (status <> 'planned' or (plan is not null and due_on is not null and owner_id is not null)),
  constraint data_gaps_ended check ((status in ('closed', 'accepted')) = (ended_at is not null)),
  constraint data_gaps_accepted_why check (status <> 'accepted' or (answer is not null and length(btrim(answer)) > 0)),
  constraint data_gaps_another_accepts check (status <> 'accepted' or ended_by is distinct from opened_by)
);
create unique index data_gaps_one_of_goal on data_gaps (goal_id) where status in ('open', 'planned');
create index data_gaps_commitment_index on data_gaps (commitment_id, opened_at, id);
create index data_gaps_owner_index on data_gaps (owner_id) where status in ('open', 'planned');

-- A group that joins later is shown as that.
alter table commitment_beneficiaries
  add column added_on date,
  add constraint commitment_beneficiaries_added check (designed_in = (added_on is null)) not valid;

-- Evidence that no longer holds stays named, with the reason; its file is no longer given out.
alter table evidence
  add column taken_back_on date,
  add column taken_back_by uuid,
  add column taken_back_why text,
  add constraint evidence_taken_back_by foreign key (taken_back_by) references people (id),
  add constraint evidence_taken_back check ((taken_back_on is null) = (taken_back_why is null));

-- A request for support that a commitment answers.
alter table commitments
  add column origin_request_id uuid,
  add constraint commitments_origin_request foreign key (origin_request_id) references support_requests (id);
create index commitments_origin_request_index on commitments (origin_request_id);

select audited('teacher_involvements', 'stage', 'commitments', 'commitment_id');
select audited('data_gaps', 'id', 'commitments', 'commitment_id');
