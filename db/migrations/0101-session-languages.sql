-- In which languages a session is held (BCP 47), interpretation included; empty where nobody said.
alter table sessions
  add column languages text[] not null default '{}',
  add constraint sessions_languages check (languages = '{}' or array_to_string(languages, ' ', '*') ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}( [a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4})*$');
