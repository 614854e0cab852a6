-- Payments in the order in which the list of what was disbursed and received shows them: the first page reads itself and not every payment.
create index transactions_payments_recent on transactions (transaction_on, id) where type_code = '3' and value > 0 and reversal_of is null;
