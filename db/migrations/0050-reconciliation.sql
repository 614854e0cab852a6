-- Reconciliation: what the receiver of a payment says arrived, what its provider answers, and where the two stand.

-- Everything that was said, by whom and when, in the order in which it was said.
create table reconciliation_acts (
  id uuid not null,
  transaction_id uuid not null,
  act text not null,
  -- Where the payment stood after it.
  state text not null,
  said_by uuid,
  said_at timestamptz not null,
  -- By the secretariat in the name of the side, on the evidence that it names.
  on_behalf boolean not null default false,
  evidence text,
  words text,
  language text,
  -- What arrived, in the currency of the payment; the same in the currency in which it came in, where that is another.
  received numeric(24, 6),
  receipt_amount numeric(24, 6),
  receipt_currency text,
  received_on date,
  reference text,
  -- The receiver's own published account of the same money: paired, never added (FI-8).
  pair_id uuid,
  constraint reconciliation_acts_key primary key (id),
  constraint reconciliation_acts_of_transaction unique (id, transaction_id),
  constraint reconciliation_acts_transaction foreign key (transaction_id) references transactions (id),
  constraint reconciliation_acts_person foreign key (said_by) references people (id),
  constraint reconciliation_acts_receipt_currency foreign key (receipt_currency) references currencies (code),
  constraint reconciliation_acts_pair foreign key (pair_id) references transactions (id),
  constraint reconciliation_acts_act check (act in ('confirm', 'correct', 'contest', 'pair', 'withdraw', 'reply', 'accept')),
  constraint reconciliation_acts_state check (state in ('unpaired', 'matched', 'amount_differs', 'contested', 'explained')),
  constraint reconciliation_acts_evidence check (on_behalf = (evidence is not null)),
  constraint reconciliation_acts_language check (words is null or language is not null),
  constraint reconciliation_acts_words check (act not in ('contest', 'withdraw', 'reply') or length(btrim(words)) > 0),
  constraint reconciliation_acts_received check ((act in ('confirm', 'correct', 'pair', 'accept')) = (received is not null) and received >= 0),
  constraint reconciliation_acts_receipt check (num_nulls(receipt_amount, receipt_currency) in (0, 2) and receipt_amount > 0),
  constraint reconciliation_acts_paired check ((act = 'pair') = (pair_id is not null))
);
create index reconciliation_acts_transaction_index on reconciliation_acts (transaction_id, said_at);
create trigger reconciliation_acts_append_only before update or delete on reconciliation_acts for each row execute function forbid_change();

-- Where a payment stands now. One of which nobody has said anything has no row, and is as good as `unpaired`.
create table reconciliations (
  transaction_id uuid not null,
  state text not null,
  received numeric(24, 6),
  pair_id uuid,
  -- What the receiver said last, what the provider answered to it, and the acceptance of that answer.
  said_id uuid not null,
  reply_id uuid,
  accepted_id uuid,
  said_at timestamptz not null,
  version integer not null default 1,
  constraint reconciliations_key primary key (transaction_id),
  constraint reconciliations_transaction foreign key (transaction_id) references transactions (id),
  constraint reconciliations_pair foreign key (pair_id) references transactions (id),
  constraint reconciliations_pair_once unique (pair_id),
  constraint reconciliations_said foreign key (said_id, transaction_id) references reconciliation_acts (id, transaction_id),
  constraint reconciliations_reply foreign key (reply_id, transaction_id) references reconciliation_acts (id, transaction_id),
  constraint reconciliations_accepted foreign key (accepted_id, transaction_id) references reconciliation_acts (id, transaction_id),
  constraint reconciliations_state check (state in ('unpaired', 'matched', 'amount_differs', 'contested', 'explained')),
  constraint reconciliations_received check ((state in ('matched', 'amount_differs', 'explained')) = (received is not null) and received >= 0),
  constraint reconciliations_replied check (reply_id is null or state in ('amount_differs', 'contested', 'explained')),
  constraint reconciliations_explained check ((state = 'explained') = (accepted_id is not null) and (accepted_id is null or reply_id is not null))
);
create index reconciliations_state_index on reconciliations (state, said_at);

-- Of payments of pledges only; matched is equal to the last digit; a pair is the same money in the receiver's own account, in the same currency.
create function reconciliations_rules() returns trigger language plpgsql as $$
declare
  payment record;
  pair record;
begin
  select * into payment from transactions where id = new.transaction_id;
  if payment.pledge_id is null or payment.type_code is distinct from '3' or payment.reversal_of is not null or payment.value <= 0 then
    raise exception 'RC-1: only a payment of a pledge is reconciled' using errcode = 'check_violation', constraint = 'reconciliations_of_payments';
  end if;
  if exists (select from transactions where reversal_of = new.transaction_id) then
    raise exception 'RC-7: the payment was reversed' using errcode = 'check_violation', constraint = 'reconciliations_reversed';
  end if;
  if (new.state = 'matched' and new.received <> payment.value) or (new.state = 'amount_differs' and new.received = payment.value) then
    raise exception 'RC-2: % of % is %', new.received, payment.value, new.state using errcode = 'check_violation', constraint = 'reconciliations_equal';
  end if;
  if new.pair_id is not null then
    select * into pair from transactions where id = new.pair_id;
    if pair.activity_id is null or pair.pledge_id is not null or pair.type_code is null or pair.type_code not in ('1', '11') or pair.currency <> payment.currency
      or pair.value is distinct from new.received or pair.reversal_of is not null or exists (select from transactions where reversal_of = pair.id) then
      raise exception 'RC-8: not the receiver''s account of this payment' using errcode = 'check_violation', constraint = 'reconciliations_pair_fits';
    end if;
  end if;
  return new;
end $$;
create trigger reconciliations_rules before insert or update on reconciliations for each row execute function reconciliations_rules();
-- What was said stays: a payment that was ever answered keeps its row.
create trigger reconciliations_stay before delete on reconciliations for each row execute function forbid_change();

select audited('reconciliations', 'transaction_id', 'transactions', 'transaction_id');
select audited('reconciliation_acts', 'id', 'transactions', 'transaction_id');
