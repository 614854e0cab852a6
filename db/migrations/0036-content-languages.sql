-- Commitments are written in any language, and translated by one person and checked by another.

-- BCP 47: a language, then a script, a region or variants.
create function is_language_tag(tag text) returns boolean
  language sql immutable parallel safe
  return tag ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$';

alter table commitments drop constraint commitments_language, add constraint commitments_language check (is_language_tag(language));

alter table commitment_texts
  drop constraint commitment_texts_language,
  add constraint commitment_texts_language check (is_language_tag(language)),
  add column translated_by uuid,
  add column checked_at timestamptz,
  add column version integer not null default 1,
  add constraint commitment_texts_translated_by foreign key (translated_by) references people (id),
  -- Nobody checks what they wrote.
  add constraint commitment_texts_another_checks check (checked_by <> translated_by);
create index commitment_texts_translated_by_index on commitment_texts (translated_by) where translated_by is not null;

-- In which languages somebody can work, and so what they can check.
alter table people
  drop constraint people_spoken_languages,
  add constraint people_spoken_languages check (spoken_languages = '{}' or array_to_string(spoken_languages, ' ', '*') ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}( [a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4})*$');
