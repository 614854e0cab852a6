-- FI-4 once more, tranches, and who has looked at money.

-- A sum under a lock is right only where each statement sees what was committed before it: with a snapshot of an earlier instant the lock is
-- taken and the sum is old. Writers of a pledge's money follow each other at read committed; at any other level they are refused.
create function hold_pledge(it uuid) returns void language plpgsql as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'FI-4: sums are decided at read committed, not at %', current_setting('transaction_isolation')
      using errcode = 'invalid_transaction_state', constraint = 'transactions_read_committed';
  end if;
  perform from pledges where id = it for no key update;
end $$;

create table tranches (
  id uuid not null,
  pledge_id uuid not null,
  amount numeric(24, 6) not null,
  due_on date not null,
  condition text,
  cancelled_on date,
  cancelled_by uuid,
  cancelled_why text,
  recorded_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint tranches_key primary key (id),
  -- What a payment refers to: a tranche of its own pledge.
  constraint tranches_of_pledge unique (id, pledge_id),
  constraint tranches_pledge foreign key (pledge_id) references pledges (id),
  constraint tranches_recorder foreign key (recorded_by) references people (id),
  constraint tranches_canceller foreign key (cancelled_by) references people (id),
  constraint tranches_amount check (amount > 0),
  constraint tranches_cancelled check ((cancelled_on is null) = (cancelled_why is null) and (cancelled_why is null or cancelled_why ~ '\S'))
);
create index tranches_pledge_index on tranches (pledge_id);
create index tranches_due on tranches (due_on, id);

alter table transactions add column tranche_id uuid;
alter table transactions add constraint transactions_tranche foreign key (tranche_id, pledge_id) references tranches (id, pledge_id);
alter table transactions add constraint transactions_tranche_paid check (tranche_id is null or (type_code = '3' and pledge_id is not null));
create index transactions_tranche_index on transactions (tranche_id) where tranche_id is not null;

create or replace function transactions_rules() returns trigger language plpgsql as $$
declare
  limits record;
begin
  -- FI-2: no future dates. The operation gives the day it acts on; the database refuses what is later than its own.
  if new.transaction_on > (clock_timestamp() at time zone 'UTC')::date + 1 then
    raise exception 'FI-2: % lies in the future', new.transaction_on using errcode = 'check_violation', constraint = 'transactions_not_future';
  end if;
  if new.reversal_of is not null then
    select * into limits from transactions where id = new.reversal_of;
    if limits.value <> -new.value or limits.currency <> new.currency or limits.type_code is distinct from new.type_code or limits.pledge_id is distinct from new.pledge_id
      or limits.activity_id is distinct from new.activity_id or limits.tranche_id is distinct from new.tranche_id then
      raise exception 'FI-1: a reversal mirrors its original' using errcode = 'check_violation', constraint = 'transactions_reversal_mirrors';
    end if;
  end if;
  -- FI-4: of a pledge, whatever leaves more disbursed than committed is explained: a payment, a payment back that is reversed, a commitment that is
  -- taken back. A blank is no explanation. Each currency is compared with itself.
  if new.pledge_id is not null and ((new.type_code = '3' and new.value > 0) or (new.type_code = '2' and new.value < 0)) and coalesce(new.excess_explanation, '') !~ '\S' then
    perform hold_pledge(new.pledge_id);
    select coalesce(sum(value) filter (where type_code = '2'), 0) + case when new.type_code = '2' then new.value else 0 end as committed,
        coalesce(sum(value) filter (where type_code = '3'), 0) + case when new.type_code = '3' then new.value else 0 end as disbursed
      into limits from transactions where pledge_id = new.pledge_id and currency = new.currency;
    if limits.disbursed > limits.committed then
      raise exception 'FI-4: % would be disbursed, % is committed', limits.disbursed, limits.committed using errcode = 'check_violation', constraint = 'transactions_within_commitment';
    end if;
  end if;
  return new;
end $$;

-- TR-1: the tranches of a pledge are never more than what stands of it, and each is never paid more than it is. One that was cancelled counts with
-- what had been paid of it, and takes no further payment.
create function tranches_hold() returns trigger language plpgsql as $$
declare
  it uuid := case tg_table_name when 'pledges' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'pledge_id')::uuid end;
  found record;
begin
  if not exists (select from tranches where pledge_id = it) then
    return null;
  end if;
  perform hold_pledge(it);
  select p.amount + coalesce((select sum(value) from transactions where pledge_id = it and type_code = '12' and currency = p.currency), 0) as standing,
      told.planned, told.overpaid
    into found from pledges p cross join lateral (
      select sum(case when r.cancelled_on is null then r.amount else m.paid end) as planned, bool_or(m.paid > r.amount) as overpaid
      from tranches r cross join lateral (select coalesce(sum(value), 0) as paid from transactions where tranche_id = r.id) m where r.pledge_id = it
    ) told where p.id = it;
  if found.planned > found.standing then
    raise exception 'TR-1: % is planned, % stands', found.planned, found.standing using errcode = 'check_violation', constraint = 'tranches_within_pledge';
  end if;
  if found.overpaid then
    raise exception 'TR-1: more is paid than the tranche is' using errcode = 'check_violation', constraint = 'tranches_paid_within';
  end if;
  if tg_table_name = 'transactions' and (to_jsonb(new) ->> 'reversal_of') is null and exists (select from tranches where id = (to_jsonb(new) ->> 'tranche_id')::uuid and cancelled_on is not null) then
    raise exception 'TR-1: a cancelled tranche is not paid' using errcode = 'check_violation', constraint = 'tranches_cancelled_stay';
  end if;
  if tg_table_name = 'pledges' and (to_jsonb(old) ->> 'currency') <> (to_jsonb(new) ->> 'currency') and exists (select from tranches where pledge_id = it and cancelled_on is null) then
    raise exception 'TR-1: tranches are in the currency of their pledge' using errcode = 'check_violation', constraint = 'tranches_currency';
  end if;
  return null;
end $$;
create constraint trigger tranches_hold after insert or update on tranches deferrable initially deferred for each row execute function tranches_hold();
create constraint trigger transactions_tranches_hold after insert on transactions deferrable initially deferred for each row
  when (new.tranche_id is not null or (new.type_code = '12' and new.value < 0 and new.pledge_id is not null)) execute function tranches_hold();
create constraint trigger pledges_tranches_hold after update on pledges deferrable initially deferred for each row
  when (old.amount <> new.amount or old.currency <> new.currency) execute function tranches_hold();
-- What was planned is not made unsaid: it is cancelled, with a reason.
create trigger tranches_stay before delete on tranches for each row execute function forbid_change();

-- Who looked at the figures of a pledge, how, and what stood there: it stays what it was, whatever is paid later (PV-1).
create table pledge_verifications (
  id uuid not null,
  pledge_id uuid not null,
  rung text not null,
  committed numeric(24, 6) not null,
  disbursed numeric(24, 6) not null,
  currency text not null,
  method text not null,
  note text not null,
  verified_by uuid,
  verified_at timestamptz not null,
  constraint pledge_verifications_key primary key (id),
  constraint pledge_verifications_pledge foreign key (pledge_id) references pledges (id),
  constraint pledge_verifications_currency foreign key (currency) references currencies (code),
  constraint pledge_verifications_person foreign key (verified_by) references people (id),
  constraint pledge_verifications_rung check (rung in ('secretariat_checked', 'independently_verified')),
  constraint pledge_verifications_method check (method in ('document', 'call', 'visit', 'data_comparison', 'other')),
  constraint pledge_verifications_note check (note ~ '\S')
);
create index pledge_verifications_latest on pledge_verifications (pledge_id, verified_at desc, id desc);

-- The same of one transaction, or of all that a figure of its pledge was added from: those are the ones that the figure speaks of.
create table transaction_verifications (
  id uuid not null,
  transaction_id uuid not null,
  pledge_verification_id uuid,
  rung text not null,
  method text not null,
  note text not null,
  verified_by uuid,
  verified_at timestamptz not null,
  constraint transaction_verifications_key primary key (id),
  constraint transaction_verifications_transaction foreign key (transaction_id) references transactions (id),
  constraint transaction_verifications_figure foreign key (pledge_verification_id) references pledge_verifications (id),
  constraint transaction_verifications_once unique (pledge_verification_id, transaction_id),
  constraint transaction_verifications_person foreign key (verified_by) references people (id),
  constraint transaction_verifications_rung check (rung in ('secretariat_checked', 'independently_verified')),
  constraint transaction_verifications_method check (method in ('document', 'call', 'visit', 'data_comparison', 'other')),
  constraint transaction_verifications_note check (note ~ '\S')
);
create index transaction_verifications_transaction_index on transaction_verifications (transaction_id);
create trigger pledge_verifications_append_only before update or delete on pledge_verifications for each row execute function forbid_change();
create trigger transaction_verifications_append_only before update or delete on transaction_verifications for each row execute function forbid_change();

-- A figure says what stands at that moment, and whoever recorded money does not verify it.
create function pledge_verifications_rules() returns trigger language plpgsql as $$
declare
  stands record;
begin
  perform hold_pledge(new.pledge_id);
  select p.currency, coalesce(sum(t.value) filter (where t.type_code = '2'), 0) as committed, coalesce(sum(t.value) filter (where t.type_code = '3'), 0) as disbursed,
      coalesce(bool_or(t.recorded_by = new.verified_by), false) or coalesce(p.recorded_by = new.verified_by, false) as own
    into stands from pledges p left join transactions t on t.pledge_id = p.id and t.currency = p.currency where p.id = new.pledge_id group by p.id;
  if (stands.currency, stands.committed, stands.disbursed) is distinct from (new.currency, new.committed, new.disbursed) then
    raise exception 'PV-1: % is committed and % disbursed', stands.committed, stands.disbursed using errcode = 'check_violation', constraint = 'pledge_verifications_stand';
  end if;
  if stands.own then
    raise exception 'PE-1: who recorded it does not verify it' using errcode = 'check_violation', constraint = 'pledge_verifications_another';
  end if;
  return new;
end $$;
create trigger pledge_verifications_rules before insert on pledge_verifications for each row execute function pledge_verifications_rules();
create function transaction_verifications_rules() returns trigger language plpgsql as $$
begin
  if exists (select from transactions where id = new.transaction_id and recorded_by = new.verified_by) then
    raise exception 'PE-1: who recorded it does not verify it' using errcode = 'check_violation', constraint = 'transaction_verifications_another';
  end if;
  return new;
end $$;
create trigger transaction_verifications_rules before insert on transaction_verifications for each row execute function transaction_verifications_rules();

-- Where a transaction stands. It never changes, so its rung is read from what was added to it: who looked last at the highest rung, else whether
-- evidence is attached, else what its source says.
create function transaction_rung(it uuid, told text) returns text language sql stable parallel safe as $$
  select coalesce(
    (select rung from transaction_verifications where transaction_id = it order by rung = 'independently_verified' desc limit 1),
    case when told = 'self_reported' and exists (select from evidence where transaction_id = it and taken_back_on is null) then 'evidence_attached' else told end)
$$;

select audited('tranches', 'id', 'pledges', 'pledge_id');
select audited('pledge_verifications', 'id', 'pledges', 'pledge_id');
select audited('transaction_verifications', 'id', 'transactions', 'transaction_id');
