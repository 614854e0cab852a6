-- Search: stored words for what was compared word by word until now.
alter table recommendations add column tokens text[] generated always as (search_tokens(title || ' ' || text)) stored;
create index recommendations_tokens on recommendations using gin (tokens);
alter table evidence add column tokens text[] generated always as (search_tokens(title)) stored;
create index evidence_tokens on evidence using gin (tokens);
create index organisation_identifiers_upper on organisation_identifiers (upper(identifier));
create index activities_identifier_upper on activities (upper(iati_identifier));
