-- RE-6: a correction carries over that a member gave no reply: the last day on which the edition before took one. They are not asked again.
alter table report_replies
  add column silent_on date,
  add constraint report_replies_silent check (silent_on is null or replied_at is null);
