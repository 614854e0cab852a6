-- Why a commitment was taken back, how a gift in kind was valued, and where the PDF of a report is kept.

alter table commitments add column withdrawn_reason text,
  add constraint commitments_withdrawn_reason check (withdrawn_reason is null or status = 'withdrawn');

-- FI-9: what is given in kind says how it was valued and when. Pledges recorded before this was asked say that it was not.
alter table pledges add column valuation_method text, add column valued_on date;
select set_config('concord.actor', '{"kind":"system","name":"migration"}', true);
update pledges set valuation_method = 'not_recorded' where kind = 'in_kind';
set constraints all immediate;
alter table pledges
  add constraint pledges_valuation_method check (valuation_method in ('market_price', 'cost', 'replacement', 'appraisal', 'estimate', 'not_recorded')),
  add constraint pledges_valuation check (kind <> 'in_kind' or valuation_method is not null),
  add constraint pledges_valued_on check ((valued_on is not null) = (valuation_method is not null and valuation_method <> 'not_recorded')),
  add constraint pledges_valuation_of_kind check (valuation_method is null or kind not in ('cash', 'guarantee'));

-- A published report in one language, set once at a reader's first question and kept: like the files it names, it has no author to audit.
create table report_files (
  report_id uuid not null,
  language text not null,
  file_id uuid not null,
  constraint report_files_key primary key (report_id, language),
  constraint report_files_report foreign key (report_id) references reports (id),
  constraint report_files_file foreign key (file_id) references files (id),
  constraint report_files_file_once unique (file_id),
  constraint report_files_language check (language in ('en', 'fr', 'es', 'ar', 'ru', 'zh'))
);
insert into report_files (report_id, language, file_id)
  select distinct on (r.id, named.language) r.id, named.language, f.id
  from files f cross join lateral (select substring(f.name from '-([a-z]{2})\.pdf$') as language) named
  join reports r on f.name = 'report-' || r.id || '-' || r.edition || '-' || named.language || '.pdf'
  where f.uploaded_by is null and f.media_type = 'application/pdf' order by r.id, named.language, f.created_at, f.id;
