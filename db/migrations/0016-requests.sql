-- What countries ask for, and what is offered to them.

create table support_requests (
  id uuid not null,
  ref text not null,
  coalition_id uuid not null,
  country_iso2 text not null,
  pillar_node_id uuid not null,
  language text not null default 'en',
  amount numeric(24, 6),
  currency text,
  amount_missing text,
  deadline_on date not null,
  asked_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  published_at timestamptz,
  published_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  closed_reason text,
  version integer not null default 1,
  constraint support_requests_key primary key (id),
  constraint support_requests_ref unique (ref),
  constraint support_requests_coalition foreign key (coalition_id) references coalitions (id),
  constraint support_requests_country foreign key (country_iso2) references countries (iso2),
  constraint support_requests_pillar foreign key (pillar_node_id) references framework_nodes (id),
  constraint support_requests_currency foreign key (currency) references currencies (code),
  constraint support_requests_asker foreign key (asked_by) references people (id),
  constraint support_requests_publisher foreign key (published_by) references people (id),
  constraint support_requests_closer foreign key (closed_by) references people (id),
  constraint support_requests_language check (language in ('en', 'fr', 'es', 'ar', 'ru', 'zh')),
  -- An amount has a currency; a missing one has a reason, and is never 0.
  constraint support_requests_amount check (amount > 0 and (amount is null) = (currency is null)),
  constraint support_requests_amount_reason check ((amount is null) = (amount_missing is not null)),
  constraint support_requests_amount_missing check (amount_missing in ('not_costed', 'not_money', 'to_be_agreed')),
  -- RQ-2: what is closed was published, and says why.
  constraint support_requests_closed check (closed_at is null or (published_at is not null and closed_reason is not null))
);
create index support_requests_recent on support_requests (coalesce(published_at, created_at) desc, id desc);
create index support_requests_deadline on support_requests (deadline_on, id);
create index support_requests_country_index on support_requests (country_iso2);
create index support_requests_pillar_index on support_requests (pillar_node_id);
create table support_request_texts (
  request_id uuid not null,
  language text not null,
  title text not null,
  need text not null,
  origin text not null default 'human',
  checked_by uuid,
  tokens text[] generated always as (search_tokens(title || ' ' || need)) stored,
  constraint support_request_texts_key primary key (request_id, language),
  constraint support_request_texts_request foreign key (request_id) references support_requests (id) on delete cascade,
  constraint support_request_texts_checked_by foreign key (checked_by) references people (id),
  constraint support_request_texts_language check (language in ('en', 'fr', 'es', 'ar', 'ru', 'zh')),
  constraint support_request_texts_words check (length(btrim(title)) > 0 and length(btrim(need)) > 0),
  constraint support_request_texts_origin check (origin in ('human', 'machine'))
);
create index support_request_texts_tokens on support_request_texts using gin (tokens);
create table support_request_nodes (
  request_id uuid not null,
  node_id uuid not null,
  constraint support_request_nodes_key primary key (request_id, node_id),
  constraint support_request_nodes_request foreign key (request_id) references support_requests (id) on delete cascade,
  constraint support_request_nodes_node foreign key (node_id) references framework_nodes (id)
);
create index support_request_nodes_node_index on support_request_nodes (node_id, request_id);
create table support_request_beneficiaries (
  request_id uuid not null,
  group_code text not null,
  constraint support_request_beneficiaries_key primary key (request_id, group_code),
  constraint support_request_beneficiaries_request foreign key (request_id) references support_requests (id) on delete cascade
);
create index support_request_beneficiaries_group on support_request_beneficiaries (group_code, request_id);

create table offers (
  id uuid not null,
  ref text not null,
  -- On a request, or open to countries.
  request_id uuid,
  provider_organisation_id uuid,
  provider_country_iso2 text,
  pillar_node_id uuid,
  kind text not null,
  language text not null default 'en',
  amount numeric(24, 6),
  currency text,
  amount_missing text,
  deadline_on date,
  status text not null default 'offered',
  offered_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  -- The country that took it.
  accepted_for_iso2 text,
  decided_by uuid,
  decided_at timestamptz,
  declined_reason text,
  version integer not null default 1,
  constraint offers_key primary key (id),
  constraint offers_ref unique (ref),
  constraint offers_request foreign key (request_id) references support_requests (id),
  constraint offers_provider_organisation foreign key (provider_organisation_id) references organisations (id),
  constraint offers_provider_country foreign key (provider_country_iso2) references countries (iso2),
  constraint offers_pillar foreign key (pillar_node_id) references framework_nodes (id),
  constraint offers_currency foreign key (currency) references currencies (code),
  constraint offers_offerer foreign key (offered_by) references people (id),
  constraint offers_accepted_for foreign key (accepted_for_iso2) references countries (iso2),
  constraint offers_decider foreign key (decided_by) references people (id),
  constraint offers_provider check (num_nonnulls(provider_organisation_id, provider_country_iso2) = 1),
  constraint offers_kind check (kind in ('cash', 'in_kind', 'guarantee', 'technical_assistance', 'connectivity', 'devices', 'content')),
  constraint offers_language check (language in ('en', 'fr', 'es', 'ar', 'ru', 'zh')),
  constraint offers_amount check (amount > 0 and (amount is null) = (currency is null)),
  constraint offers_amount_reason check ((amount is null) = (amount_missing is not null)),
  constraint offers_amount_missing check (amount_missing in ('not_costed', 'not_money', 'to_be_agreed')),
  -- RQ-5: an open offer names its pillar; one on a request has the request's.
  constraint offers_one_pillar check ((request_id is null) = (pillar_node_id is not null)),
  constraint offers_status check (status in ('offered', 'accepted', 'declined', 'withdrawn')),
  constraint offers_accepted check ((status = 'accepted') = (accepted_for_iso2 is not null)),
  constraint offers_declined check ((status = 'declined') = (declined_reason is not null)),
  constraint offers_decided check ((status = 'offered') = (decided_at is null)),
  -- RQ-6: nobody accepts or declines their own offer.
  constraint offers_another_decides check (status not in ('accepted', 'declined') or decided_by <> offered_by)
);
create index offers_recent on offers (created_at desc, id desc);
create index offers_request_index on offers (request_id);
create index offers_provider_organisation_index on offers (provider_organisation_id);
create index offers_provider_country_index on offers (provider_country_iso2);
create index offers_accepted_for_index on offers (accepted_for_iso2);
create table offer_texts (
  offer_id uuid not null,
  language text not null,
  title text not null,
  body text not null,
  origin text not null default 'human',
  checked_by uuid,
  tokens text[] generated always as (search_tokens(title || ' ' || body)) stored,
  constraint offer_texts_key primary key (offer_id, language),
  constraint offer_texts_offer foreign key (offer_id) references offers (id) on delete cascade,
  constraint offer_texts_checked_by foreign key (checked_by) references people (id),
  constraint offer_texts_language check (language in ('en', 'fr', 'es', 'ar', 'ru', 'zh')),
  constraint offer_texts_words check (length(btrim(title)) > 0 and length(btrim(body)) > 0),
  constraint offer_texts_origin check (origin in ('human', 'machine'))
);
create index offer_texts_tokens on offer_texts using gin (tokens);
create table offer_nodes (
  offer_id uuid not null,
  node_id uuid not null,
  constraint offer_nodes_key primary key (offer_id, node_id),
  constraint offer_nodes_offer foreign key (offer_id) references offers (id) on delete cascade,
  constraint offer_nodes_node foreign key (node_id) references framework_nodes (id)
);
create index offer_nodes_node_index on offer_nodes (node_id, offer_id);
-- For whom an open offer is; none is every country.
create table offer_countries (
  offer_id uuid not null,
  country_iso2 text not null,
  constraint offer_countries_key primary key (offer_id, country_iso2),
  constraint offer_countries_offer foreign key (offer_id) references offers (id) on delete cascade,
  constraint offer_countries_country foreign key (country_iso2) references countries (iso2)
);
create index offer_countries_country_index on offer_countries (country_iso2, offer_id);

-- RQ-7: an offer becomes one pledge.
alter table pledges add column offer_id uuid,
  add constraint pledges_offer foreign key (offer_id) references offers (id),
  add constraint pledges_offer_once unique (offer_id);

select audited('support_requests offers', 'id');
select audited('support_request_texts', 'language', 'support_requests', 'request_id');
select audited('support_request_nodes', 'node_id', 'support_requests', 'request_id');
select audited('support_request_beneficiaries', 'group_code', 'support_requests', 'request_id');
select audited('offer_texts', 'language', 'offers', 'offer_id');
select audited('offer_nodes', 'node_id', 'offers', 'offer_id');
select audited('offer_countries', 'country_iso2', 'offers', 'offer_id');
