-- Pledges, activities, transactions.

create table pledges (
  id uuid not null,
  ref text not null,
  coalition_id uuid not null,
  provider_organisation_id uuid,
  provider_country_iso2 text,
  kind text not null default 'cash',
  title text not null,
  amount numeric(24, 6) not null,
  currency text not null,
  announced_on date not null,
  starts_on date,
  ends_on date,
  new_money text not null default 'unknown',
  conditions text,
  commitment_id uuid,
  iati_identifier text,
  status text not null default 'announced',
  visibility text not null default 'public',
  recorded_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  tokens text[] generated always as (search_tokens(title)) stored,
  constraint pledges_key primary key (id),
  constraint pledges_ref unique (ref),
  constraint pledges_coalition foreign key (coalition_id) references coalitions (id),
  constraint pledges_provider_organisation foreign key (provider_organisation_id) references organisations (id),
  constraint pledges_provider_country foreign key (provider_country_iso2) references countries (iso2),
  constraint pledges_currency foreign key (currency) references currencies (code),
  constraint pledges_commitment foreign key (commitment_id) references commitments (id),
  constraint pledges_recorder foreign key (recorded_by) references people (id),
  constraint pledges_provider check (num_nonnulls(provider_organisation_id, provider_country_iso2) = 1),
  constraint pledges_amount check (amount > 0),
  constraint pledges_kind check (kind in ('cash', 'in_kind', 'guarantee', 'technical_assistance', 'connectivity', 'devices', 'content')),
  constraint pledges_new_money check (new_money in ('yes', 'repackaged', 'unknown')),
  constraint pledges_period check (ends_on >= starts_on),
  constraint pledges_status check (status in ('announced', 'confirmed', 'partly_committed', 'committed', 'fulfilled', 'reduced', 'cancelled')),
  constraint pledges_visibility check (visibility in ('private', 'coalition', 'members', 'public'))
);
create index pledges_commitment_index on pledges (commitment_id);
create index pledges_provider_organisation_index on pledges (provider_organisation_id);
create index pledges_provider_country_index on pledges (provider_country_iso2);
create index pledges_announced on pledges (announced_on desc, id desc);
create index pledges_tokens on pledges using gin (tokens);

-- FI-3: shares of recipients total 100.
create table pledge_recipients (
  pledge_id uuid not null,
  position integer not null,
  country_iso2 text,
  organisation_id uuid,
  share numeric(7, 4) not null,
  constraint pledge_recipients_key primary key (pledge_id, position),
  constraint pledge_recipients_pledge foreign key (pledge_id) references pledges (id) on delete cascade,
  constraint pledge_recipients_country foreign key (country_iso2) references countries (iso2),
  constraint pledge_recipients_organisation foreign key (organisation_id) references organisations (id),
  constraint pledge_recipients_party check (num_nonnulls(country_iso2, organisation_id) = 1),
  constraint pledge_recipients_share check (share > 0 and share <= 100)
);
create unique index pledge_recipients_country_once on pledge_recipients (pledge_id, country_iso2);
create unique index pledge_recipients_organisation_once on pledge_recipients (pledge_id, organisation_id);
create index pledge_recipients_country_index on pledge_recipients (country_iso2);
create function pledge_recipients_total() returns trigger language plpgsql as $$
declare
  it uuid := coalesce(new.pledge_id, old.pledge_id);
  total numeric;
begin
  select sum(share) into total from pledge_recipients where pledge_id = it;
  if total is not null and total <> 100 then
    raise exception 'FI-3: shares total %', total using errcode = 'integrity_constraint_violation', constraint = 'pledge_recipients_total';
  end if;
  return null;
end $$;
create constraint trigger pledge_recipients_total after insert or update or delete on pledge_recipients deferrable initially deferred for each row execute function pledge_recipients_total();

-- What published aid data is made of (IATI 2.03).
create table activities (
  id uuid not null,
  iati_identifier text not null,
  reporting_organisation_id uuid,
  status_code text,
  language text not null default 'en',
  starts_planned_on date,
  starts_on date,
  ends_planned_on date,
  ends_on date,
  default_currency text,
  default_finance_type text,
  default_aid_type text,
  default_flow_type text,
  default_tied_status text,
  missing jsonb not null default '{}',
  source_name text,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint activities_key primary key (id),
  constraint activities_identifier unique (iati_identifier),
  constraint activities_reporting_organisation foreign key (reporting_organisation_id) references organisations (id),
  constraint activities_missing check (jsonb_typeof(missing) = 'object')
);
create table activity_texts (
  activity_id uuid not null,
  language text not null,
  title text,
  description text,
  tokens text[] generated always as (search_tokens(coalesce(title, '') || ' ' || coalesce(description, ''))) stored,
  constraint activity_texts_key primary key (activity_id, language),
  constraint activity_texts_activity foreign key (activity_id) references activities (id)
);
create index activity_texts_tokens on activity_texts using gin (tokens);
create table activity_countries (
  activity_id uuid not null,
  country_iso2 text not null,
  share numeric(7, 4),
  constraint activity_countries_key primary key (activity_id, country_iso2),
  constraint activity_countries_activity foreign key (activity_id) references activities (id),
  constraint activity_countries_country foreign key (country_iso2) references countries (iso2)
);
create index activity_countries_country_index on activity_countries (country_iso2);
create table activity_participants (
  id uuid not null,
  activity_id uuid not null,
  organisation_id uuid,
  name text,
  identifier text,
  role_code text,
  type_code text,
  source_key text not null,
  missing jsonb not null default '{}',
  constraint activity_participants_key primary key (id),
  constraint activity_participants_source unique (source_key),
  constraint activity_participants_activity foreign key (activity_id) references activities (id),
  constraint activity_participants_organisation foreign key (organisation_id) references organisations (id)
);
create index activity_participants_activity_index on activity_participants (activity_id);
create table activity_budgets (
  id uuid not null,
  activity_id uuid not null,
  type_code text,
  status_code text,
  period_start_on date,
  period_end_on date,
  value numeric(24, 6),
  currency text,
  value_on date,
  source_key text not null,
  missing jsonb not null default '{}',
  constraint activity_budgets_key primary key (id),
  constraint activity_budgets_source unique (source_key),
  constraint activity_budgets_activity foreign key (activity_id) references activities (id),
  constraint activity_budgets_currency foreign key (currency) references currencies (code)
);
create index activity_budgets_activity_index on activity_budgets (activity_id);

create table transactions (
  id uuid not null,
  pledge_id uuid,
  activity_id uuid,
  type_code text,
  transaction_on date not null,
  value numeric(24, 6) not null,
  currency text not null,
  value_on date not null,
  description text,
  provider_organisation_id uuid,
  provider_name text,
  provider_activity text,
  receiver_organisation_id uuid,
  receiver_name text,
  receiver_activity text,
  receiver_country_iso2 text,
  reference text,
  reversal_of uuid,
  excess_explanation text,
  verification text not null default 'self_reported',
  source_name text,
  source_key text,
  missing jsonb not null default '{}',
  recorded_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  constraint transactions_key primary key (id),
  constraint transactions_belongs check (num_nonnulls(pledge_id, activity_id) >= 1),
  constraint transactions_pledge foreign key (pledge_id) references pledges (id),
  constraint transactions_activity foreign key (activity_id) references activities (id),
  constraint transactions_currency foreign key (currency) references currencies (code),
  constraint transactions_provider foreign key (provider_organisation_id) references organisations (id),
  constraint transactions_receiver foreign key (receiver_organisation_id) references organisations (id),
  constraint transactions_receiver_country foreign key (receiver_country_iso2) references countries (iso2),
  constraint transactions_reversal foreign key (reversal_of) references transactions (id),
  constraint transactions_reversal_once unique (reversal_of),
  constraint transactions_recorder foreign key (recorded_by) references people (id),
  constraint transactions_type check (type_code in ('1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13')),
  constraint transactions_verification check (verification in ('self_reported', 'evidence_attached', 'secretariat_checked', 'independently_verified', 'contested')),
  constraint transactions_source unique (source_name, source_key),
  constraint transactions_missing check (jsonb_typeof(missing) = 'object')
);
create index transactions_pledge_index on transactions (pledge_id);
create index transactions_activity_index on transactions (activity_id);
create index transactions_recent on transactions (transaction_on desc, id desc);
-- FI-1: transactions are append-only; an error is corrected by a reversal.
create trigger transactions_append_only before update or delete on transactions for each row execute function forbid_change();

-- FI-2: no future dates. The operation gives the day it acts on; the database refuses what is later than its own.
create function transactions_rules() returns trigger language plpgsql as $$
declare
  limits record;
begin
  if new.transaction_on > (clock_timestamp() at time zone 'UTC')::date + 1 then
    raise exception 'FI-2: % lies in the future', new.transaction_on using errcode = 'check_violation', constraint = 'transactions_not_future';
  end if;
  if new.reversal_of is not null then
    select * into limits from transactions where id = new.reversal_of;
    if limits.value <> -new.value or limits.currency <> new.currency or limits.type_code is distinct from new.type_code or limits.pledge_id is distinct from new.pledge_id or limits.activity_id is distinct from new.activity_id then
      raise exception 'FI-1: a reversal mirrors its original' using errcode = 'check_violation', constraint = 'transactions_reversal_mirrors';
    end if;
  end if;
  -- FI-4: of a pledge, disbursed beyond committed needs an explanation. The parent row is locked, so that two writers follow each other.
  if new.pledge_id is not null and new.type_code = '3' and new.value > 0 and new.excess_explanation is null then
    perform from pledges where id = new.pledge_id for no key update;
    select coalesce(sum(value) filter (where type_code = '2'), 0) as committed, coalesce(sum(value) filter (where type_code = '3'), 0) as disbursed
      into limits from transactions where pledge_id = new.pledge_id and currency = new.currency;
    if limits.disbursed + new.value > limits.committed then
      raise exception 'FI-4: % would be disbursed, % is committed', limits.disbursed + new.value, limits.committed using errcode = 'check_violation', constraint = 'transactions_within_commitment';
    end if;
  end if;
  return new;
end $$;
create trigger transactions_rules before insert on transactions for each row execute function transactions_rules();

alter table evidence add constraint evidence_transaction foreign key (transaction_id) references transactions (id);
create index evidence_transaction_index on evidence (transaction_id);

-- FI-6: the rate of the value date, else the year's average; never 0 or 1 for a missing one.
-- A dated rate holds for its day (and a month's for its month); `basis` says which was taken.
create function rate_for(wanted text, wanted_on date) returns table (rate_id uuid, units_per_usd numeric, rate_on date, source text, basis text)
  language sql stable parallel safe as $$
    select r.id, r.units_per_usd, r.rate_on, r.source, r.period
    from exchange_rates r
    where r.currency = wanted
      and case r.period
        when 'day' then r.rate_on = wanted_on
        when 'month' then date_trunc('month', r.rate_on) = date_trunc('month', wanted_on)
        else date_trunc('year', r.rate_on) = date_trunc('year', wanted_on)
      end
    order by array_position(array['day', 'month', 'year'], r.period), r.created_at, r.id
    limit 1
  $$;
create index exchange_rates_lookup on exchange_rates (currency, rate_on);

-- Every money row with its value in US dollars, or null where no rate is known.
create view pledge_values as
  select p.id as pledge_id, p.amount, p.currency, p.kind,
    case when p.currency = 'USD' then p.amount else round(p.amount / r.units_per_usd, 6) end as amount_usd,
    case when p.currency = 'USD' then 1 else r.units_per_usd end as units_per_usd,
    r.rate_on, r.source as rate_source, r.basis as rate_basis
  from pledges p left join lateral rate_for(p.currency, p.announced_on) r on p.currency <> 'USD';
create view transaction_values as
  select t.id as transaction_id, t.pledge_id, t.activity_id, t.type_code, t.value, t.currency,
    case when t.currency = 'USD' then t.value else round(t.value / r.units_per_usd, 6) end as value_usd,
    case when t.currency = 'USD' then 1 else r.units_per_usd end as units_per_usd,
    r.rate_on, r.source as rate_source, r.basis as rate_basis
  from transactions t left join lateral rate_for(t.currency, t.value_on) r on t.currency <> 'USD';

select audited('pledges', 'id');
select audited('pledge_recipients', 'position', 'pledges', 'pledge_id');
select audited('activities', 'id');
select audited('activity_texts', 'language', 'activities', 'activity_id');
select audited('activity_countries', 'country_iso2', 'activities', 'activity_id');
select audited('activity_participants activity_budgets', 'id', 'activities', 'activity_id');
select audited('transactions', 'id', 'pledges', 'pledge_id');
