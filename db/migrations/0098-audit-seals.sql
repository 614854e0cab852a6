-- The audit trail is sealed in a chain, after the commit, so that no write waits for another one. A seal covers every entry from the seal
-- before it up to its own last one; `entries` holds, for each of them, its number (8 bytes) and its SHA-256 (32 bytes).
create table audit_seals (
  number bigint not null,
  sealed_at timestamptz not null default clock_timestamp(),
  -- Of how an entry is written down before it is hashed.
  form smallint not null,
  up_to bigint not null,
  entries bytea not null,
  -- Over the seal before it, its own number, form and last entry, and its entries.
  sha256 bytea not null,
  constraint audit_seals_key primary key (number),
  constraint audit_seals_up_to unique (up_to),
  constraint audit_seals_number check (number > 0),
  constraint audit_seals_entries check (length(entries) > 0 and length(entries) % 40 = 0),
  constraint audit_seals_hash check (length(sha256) = 32)
);
create trigger audit_seals_append_only before update or delete on audit_seals for each row execute function forbid_change();

-- The role of the application appends seals, and changes none.
create or replace function concord_grant(app_role text, reader_role text) returns void language plpgsql as $$
begin
  if app_role is not null and exists (select from pg_roles where rolname = app_role) then
    execute format('grant usage on schema public to %I', app_role);
    execute format('grant select, insert, update, delete on all tables in schema public to %I', app_role);
    execute format('grant usage, select on all sequences in schema public to %I', app_role);
    execute format('revoke insert, update, delete, truncate on audit_log from %I', app_role);
    execute format('revoke update, delete, truncate on audit_seals, minutes_seals, minutes_errata from %I', app_role);
    execute format('revoke delete, truncate on minutes_names from %I', app_role);
  end if;
  if reader_role is not null and exists (select from pg_roles where rolname = reader_role) then
    execute format('grant usage on schema public to %I', reader_role);
    execute format('grant select on all tables in schema public to %I', reader_role);
    execute format('revoke select on outbox_mails, kept_forms, form_submissions from %I', reader_role);
  end if;
end $$;
