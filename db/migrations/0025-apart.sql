-- What is not open to everybody is counted beside what is: it is found without looking at the rest.
create index commitments_apart on commitments (id) where visibility <> 'public' or embargo_until is not null;
create index pledges_apart on pledges (commitment_id) where visibility <> 'public';
