-- Under which licence a coalition hands out its reports; null where it has not said. Each edition keeps the one that stood when it was published.

alter table coalitions add column licence text,
  add constraint coalitions_licence check (licence in ('CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0', 'CC-BY-3.0-IGO', 'CC-BY-SA-3.0-IGO', 'CC-BY-NC-SA-3.0-IGO'));

alter table reports add column licence text,
  add constraint reports_licence_when_out check (licence is null or status in ('published', 'corrected'));

-- What is out already said this in its files, and goes on saying it (RP-5).
select set_config('concord.actor', '{"kind":"system","name":"migration"}', true);
update reports set licence = 'CC-BY-4.0' where status in ('published', 'corrected');
