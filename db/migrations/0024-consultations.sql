-- Consultations on drafts of texts: what was consulted on, what was said on it, and what came of it.

create table consultations (
  id uuid not null,
  ref text not null,
  version_id uuid not null,
  audience text not null,
  -- Both days belong to it, in UTC.
  opens_on date not null,
  closes_on date not null,
  language text not null,
  introduction text not null,
  -- CN-3: before its last day was over.
  closed_at timestamptz,
  closed_by uuid,
  opened_by uuid,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint consultations_key primary key (id),
  constraint consultations_ref unique (ref),
  constraint consultations_version foreign key (version_id) references framework_versions (id),
  constraint consultations_opener foreign key (opened_by) references people (id),
  constraint consultations_closer foreign key (closed_by) references people (id),
  constraint consultations_closed check (num_nonnulls(closed_at, closed_by) in (0, 2)),
  constraint consultations_audience check (audience in ('members', 'public')),
  constraint consultations_language check (language in ('en', 'fr', 'es', 'ar', 'ru', 'zh')),
  constraint consultations_introduction check (length(btrim(introduction)) > 0),
  constraint consultations_days check (closes_on >= opens_on),
  -- CN-2: a draft is in one consultation at a time.
  constraint consultations_one_at_a_time exclude using gist (version_id with =, daterange(opens_on, closes_on, '[]') with &&)
);
create index consultations_recent on consultations (opens_on desc, id desc);

-- CN-1: the text as it stood when it was put out. The draft may go on; what was said was said on this.
create table consultation_clauses (
  id uuid not null,
  consultation_id uuid not null,
  -- The clause of the draft, as long as it has it.
  node_id uuid,
  parent_id uuid,
  code text not null,
  kind text not null,
  position integer not null,
  continues_id uuid,
  -- Title and body by language.
  words jsonb not null,
  constraint consultation_clauses_key primary key (id),
  constraint consultation_clauses_consultation foreign key (consultation_id) references consultations (id) on delete cascade,
  constraint consultation_clauses_node foreign key (node_id) references framework_nodes (id) on delete set null,
  constraint consultation_clauses_continues foreign key (continues_id) references framework_nodes (id),
  constraint consultation_clauses_code unique (consultation_id, code)
);
create index consultation_clauses_node_index on consultation_clauses (node_id);

create table consultation_comments (
  id uuid not null,
  ref text not null,
  consultation_id uuid not null,
  -- None: on the whole.
  clause_id uuid,
  -- A member speaks for an organisation or a country; somebody from the public for themselves.
  organisation_id uuid,
  country_iso2 text,
  person_id uuid,
  name text,
  body_name text,
  consented_at timestamptz,
  language text not null,
  body text not null,
  status text not null,
  refused_reason text,
  settled_by uuid,
  settled_at timestamptz,
  disposition text,
  disposition_reason text,
  -- The clause of the draft in which something came of it.
  disposition_node_id uuid,
  disposed_by uuid,
  disposed_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  tokens text[] generated always as (search_tokens(body || ' ' || coalesce(name, '') || ' ' || coalesce(body_name, ''))) stored,
  constraint consultation_comments_key primary key (id),
  constraint consultation_comments_ref unique (ref),
  constraint consultation_comments_consultation foreign key (consultation_id) references consultations (id),
  constraint consultation_comments_clause foreign key (clause_id) references consultation_clauses (id),
  constraint consultation_comments_organisation foreign key (organisation_id) references organisations (id),
  constraint consultation_comments_country foreign key (country_iso2) references countries (iso2),
  constraint consultation_comments_person foreign key (person_id) references people (id),
  constraint consultation_comments_settler foreign key (settled_by) references people (id),
  constraint consultation_comments_disposer foreign key (disposed_by) references people (id),
  constraint consultation_comments_disposition_node foreign key (disposition_node_id) references framework_nodes (id) on delete set null,
  constraint consultation_comments_language check (language in ('en', 'fr', 'es', 'ar', 'ru', 'zh')),
  constraint consultation_comments_body check (length(btrim(body)) > 0),
  -- CN-5: a party through who speaks for it, or a name that may be published.
  constraint consultation_comments_author check (
    case when person_id is null then num_nonnulls(organisation_id, country_iso2) = 0 and name is not null and consented_at is not null
    else num_nonnulls(organisation_id, country_iso2) = 1 and name is null and body_name is null end),
  constraint consultation_comments_status check (status in ('waiting', 'published', 'refused')),
  -- CN-6: a member's stands at once; one of the public was let through by somebody.
  constraint consultation_comments_let_through check (status <> 'waiting' or person_id is null),
  constraint consultation_comments_settled check (person_id is not null or (status = 'waiting') = (settled_at is null)),
  constraint consultation_comments_refused check ((status = 'refused') = (refused_reason is not null)),
  -- CN-7
  constraint consultation_comments_disposition check (disposition in ('accepted', 'accepted_in_part', 'not_accepted', 'noted')),
  constraint consultation_comments_reasoned check ((disposition is null) = (disposition_reason is null) and (disposition is null) = (disposed_at is null)),
  constraint consultation_comments_of_published check (disposition is null or status = 'published')
);
create index consultation_comments_consultation_index on consultation_comments (consultation_id, id);
create index consultation_comments_clause_index on consultation_comments (clause_id);
create index consultation_comments_tokens on consultation_comments using gin (tokens);

-- CN-9: where the answer goes. Apart from the comment and from the audit trail, so that it can be forgotten.
create table comment_addresses (
  comment_id uuid not null,
  address text not null,
  constraint comment_addresses_key primary key (comment_id),
  constraint comment_addresses_comment foreign key (comment_id) references consultation_comments (id),
  constraint comment_addresses_address check (address = lower(address) and address like '%_@_%')
);

select audited('consultations', 'id');
select audited('consultation_clauses', 'id', 'consultations', 'consultation_id');
select audited('consultation_comments', 'id', 'consultations', 'consultation_id');
