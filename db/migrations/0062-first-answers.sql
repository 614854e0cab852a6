-- Where a form that was answered led: posted again, it leads there again, also when the record has moved on and the act is no longer open.

alter table form_submissions
  -- What the form was posted to.
  add column address text,
  add column location text,
  add constraint form_submissions_led check ((address is null) = (location is null));
