-- A profile that was left out of a report: its texts, versions, comments and number stay, and it can be taken back.

alter table report_sections
  add column left_out_at timestamptz,
  add column left_out_by uuid,
  add constraint report_sections_leaver foreign key (left_out_by) references people (id),
  -- Of a profile alone, and always with who did it: chapters are what a report is made of.
  add constraint report_sections_left_out check ((left_out_at is null) = (left_out_by is null) and (left_out_at is null or kind = 'profile'));
