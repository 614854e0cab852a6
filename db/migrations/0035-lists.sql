-- Lists: each order, and each filter that may be rare, has an index, so that a page costs the same however many there are.
create index commitments_updated on commitments (coalesce(last_update_on, '0001-01-01'), id);
create index commitment_texts_language_index on commitment_texts (language, commitment_id);
