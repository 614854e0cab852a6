-- What every later table leans on: search words, the audit trail, mail, jobs, files, forms.

create extension if not exists btree_gist;

-- Words without accents or tashkeel, and bigrams for scripts that are written without spaces.
-- The same function feeds the stored array and the query, so that both always agree.
create function search_tokens(source text) returns text[]
  language sql immutable parallel safe
  return (
    with plain as (
      select lower(regexp_replace(normalize(coalesce(source, ''), NFKD), '[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670]', '', 'g')) as words
    ),
    runs as (
      select m[1] as run from plain, regexp_matches(plain.words, '([[:alnum:]]+)', 'g') as m
    )
    select coalesce(array_agg(distinct token order by token), '{}')
    from (
      select run as token from runs where run !~ '[\u3400-\u9fff\uf900-\ufaff]'
      union
      select substr(run, i, least(2, length(run)))
      from runs, generate_series(1, greatest(length(run) - 1, 1)) as i
      where run ~ '[\u3400-\u9fff\uf900-\ufaff]'
    ) as tokens(token)
  );

-- Reference numbers are never reused: the counter only rises.
create table ref_counters (
  kind text not null,
  year integer not null,
  last integer not null,
  constraint ref_counters_key primary key (kind, year)
);

-- The audit trail. `at` is the database's own clock, `told_at` the instant that the operation was given:
-- they differ only where a story is told after the fact (the demo world, imports of dated records).
create table audit_log (
  id bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  told_at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text,
  rule text,
  request_id text,
  transaction_id xid8 not null default pg_current_xact_id(),
  table_name text not null,
  record_id text not null,
  parent_table text,
  parent_id text,
  action text not null,
  before jsonb,
  after jsonb,
  constraint audit_log_key primary key (id),
  constraint audit_log_actor_kind check (actor_kind in ('person', 'system', 'public')),
  constraint audit_log_action check (action in ('insert', 'update', 'delete'))
);
create index audit_log_record on audit_log (table_name, record_id, id);
create index audit_log_parent on audit_log (parent_table, parent_id, id);

create function forbid_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_append_only';
end $$;
create trigger audit_log_append_only before update or delete on audit_log for each row execute function forbid_change();

-- Trigger arguments: the key column, then optionally the parent table and the column that points to it.
create function audit_row() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  said text := current_setting('concord.actor', true);
  actor jsonb;
  row_before jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - 'tokens' - 'secret_hash' - 'password_hash' end;
  row_after jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - 'tokens' - 'secret_hash' - 'password_hash' end;
  anyone jsonb := coalesce(row_after, row_before);
  key_column text := tg_argv[0];
begin
  if said is null or said = '' then
    raise exception 'a write to % names no actor', tg_table_name using errcode = 'insufficient_privilege', constraint = 'audit_log_actor';
  end if;
  if tg_op = 'UPDATE' and row_before = row_after then
    return null;
  end if;
  actor := said::jsonb;
  insert into audit_log (told_at, actor_kind, actor_id, actor_name, rule, request_id, table_name, record_id, parent_table, parent_id, action, before, after)
  values (
    coalesce((actor ->> 'at')::timestamptz, clock_timestamp()), actor ->> 'kind', (actor ->> 'id')::uuid, actor ->> 'name', actor ->> 'rule', actor ->> 'request',
    tg_table_name, anyone ->> key_column,
    case when tg_nargs > 1 then tg_argv[1] end, case when tg_nargs > 1 then anyone ->> tg_argv[2] end,
    lower(tg_op), row_before, row_after
  );
  -- Pages that are kept for visitors are as old as the last change; one notice for each transaction, at its commit.
  perform pg_notify('concord_changed', '');
  return null;
end $$;

create function audited(tables text, key_column text, parent_table text default null, parent_column text default null) returns void language plpgsql as $$
declare
  one text;
begin
  foreach one in array string_to_array(tables, ' ') loop
    execute format(
      'create trigger %I after insert or update or delete on %I for each row execute function audit_row(%s)',
      one || '_audit', one,
      case when parent_table is null then quote_literal(key_column)
           else concat_ws(', ', quote_literal(key_column), quote_literal(parent_table), quote_literal(parent_column)) end
    );
  end loop;
end $$;

-- Mail: a row written in the transaction that causes it, delivered afterwards, at least once, with an idempotency key.
create table outbox_mails (
  id uuid not null,
  recipient text not null,
  person_id uuid,
  thread text not null,
  template text not null,
  language text not null,
  props jsonb not null,
  secret bytea,
  subject text,
  html text,
  body_text text,
  idempotency_key text not null,
  status text not null default 'queued',
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  first_attempt_at timestamptz,
  locked_until timestamptz,
  provider_id text,
  last_error text,
  keep_here boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  constraint outbox_mails_key primary key (id),
  constraint outbox_mails_idempotency unique (idempotency_key),
  constraint outbox_mails_status check (status in ('queued', 'kept', 'sent', 'failed')),
  constraint outbox_mails_props check (jsonb_typeof(props) = 'object')
);
create index outbox_mails_due on outbox_mails (next_attempt_at, id) where status = 'queued';
create index outbox_mails_thread on outbox_mails (recipient, thread, created_at, id) where status = 'queued';
create index outbox_mails_person on outbox_mails (person_id, created_at desc);
create index outbox_mails_created on outbox_mails (created_at desc, id desc);

create table jobs (
  id uuid not null,
  kind text not null,
  payload jsonb not null,
  unique_key text,
  run_at timestamptz not null,
  status text not null default 'queued',
  attempts integer not null default 0,
  locked_until timestamptz,
  last_error text,
  created_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  constraint jobs_key primary key (id),
  constraint jobs_unique_key unique (unique_key),
  constraint jobs_status check (status in ('queued', 'done', 'failed')),
  constraint jobs_payload check (jsonb_typeof(payload) = 'object')
);
create index jobs_due on jobs (run_at, id) where status = 'queued';

-- Files on disk; the row is what the guard of a record hands out.
create table files (
  id uuid not null,
  sha256 text not null,
  size_bytes bigint not null,
  media_type text not null,
  name text not null,
  uploaded_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  constraint files_key primary key (id),
  constraint files_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint files_size check (size_bytes > 0)
);

-- A form that was posted twice answers as it did the first time.
create table form_submissions (
  key uuid not null,
  actor text not null,
  path text not null,
  answer text not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint form_submissions_key primary key (key, actor)
);

-- What was posted after a sign-in had expired, kept until the person is back.
create table kept_forms (
  secret_hash text not null,
  path text not null,
  fields jsonb not null,
  expires_at timestamptz not null,
  constraint kept_forms_key primary key (secret_hash),
  constraint kept_forms_fields check (jsonb_typeof(fields) = 'array')
);

create table rate_limits (
  bucket text not null,
  window_start timestamptz not null,
  hits integer not null,
  constraint rate_limits_key primary key (bucket, window_start)
);

-- Facts about this installation: what was loaded, and from which content.
create table installation (
  name text not null,
  value text not null,
  changed_at timestamptz not null default clock_timestamp(),
  constraint installation_key primary key (name)
);

-- The application may not alter the audit trail; the reader only reads. Called after the migrations, by the owner.
create function concord_grant(app_role text, reader_role text) returns void language plpgsql as $$
begin
  if app_role is not null and exists (select from pg_roles where rolname = app_role) then
    execute format('grant usage on schema public to %I', app_role);
    execute format('grant select, insert, update, delete on all tables in schema public to %I', app_role);
    execute format('grant usage, select on all sequences in schema public to %I', app_role);
    execute format('revoke insert, update, delete, truncate on audit_log from %I', app_role);
  end if;
  if reader_role is not null and exists (select from pg_roles where rolname = reader_role) then
    execute format('grant usage on schema public to %I', reader_role);
    execute format('grant select on all tables in schema public to %I', reader_role);
    execute format('revoke select on outbox_mails, kept_forms, form_submissions from %I', reader_role);
  end if;
end $$;
