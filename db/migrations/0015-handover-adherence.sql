-- Handing the work of a focal point over; instruments that members adhere to.

-- ME-12: what somebody does for an organisation, offered to another person, who takes it or not.
create table handovers (
  id uuid not null,
  organisation_id uuid not null,
  giver_id uuid not null,
  receiver_id uuid not null,
  note text not null,
  status text not null default 'offered',
  offered_by uuid,
  offered_at timestamptz not null,
  answered_at timestamptz,
  answer text,
  moved jsonb,
  version integer not null default 1,
  constraint handovers_key primary key (id),
  constraint handovers_organisation foreign key (organisation_id) references organisations (id),
  constraint handovers_giver foreign key (giver_id) references people (id),
  constraint handovers_receiver foreign key (receiver_id) references people (id),
  constraint handovers_offered_by foreign key (offered_by) references people (id),
  constraint handovers_to_another check (giver_id <> receiver_id),
  constraint handovers_status check (status in ('offered', 'accepted', 'declined', 'withdrawn')),
  constraint handovers_answered check ((status = 'offered') = (answered_at is null)),
  constraint handovers_moved check ((status = 'accepted') = (moved is not null))
);
create unique index handovers_one_open on handovers (organisation_id, giver_id) where status = 'offered';
create index handovers_receiver_index on handovers (receiver_id) where status = 'offered';

-- ME-13: what members can adhere to.
create table instruments (
  code text not null,
  position integer not null,
  -- After how many months an adherence has to be renewed.
  months integer not null,
  constraint instruments_key primary key (code),
  constraint instruments_position unique (position),
  constraint instruments_months check (months > 0)
);
create table instrument_texts (
  code text not null,
  language text not null,
  name text not null,
  summary text not null,
  constraint instrument_texts_key primary key (code, language),
  constraint instrument_texts_instrument foreign key (code) references instruments (code)
);
insert into instruments (code, position, months) values ('LEARNER-DATA', 1, 24), ('CHARTER-7', 2, 36);
insert into instrument_texts (code, language, name, summary) values
  ('LEARNER-DATA', 'en', 'Principles for learner data', 'No profiling and no advertising; as little data as possible, for as short as possible; learners can see and erase what is kept.'),
  ('LEARNER-DATA', 'fr', 'Principes pour les données des apprenants', 'Ni profilage ni publicité ; le moins de données possible, le moins longtemps possible ; les apprenants peuvent voir et effacer ce qui est conservé.'),
  ('LEARNER-DATA', 'es', 'Principios para los datos de estudiantes', 'Ni perfiles ni publicidad; los menos datos posibles, el menor tiempo posible; los estudiantes pueden ver y borrar lo que se guarda.'),
  ('LEARNER-DATA', 'ar', 'مبادئ بيانات المتعلمين', 'لا تنميط ولا إعلانات؛ أقل ما يمكن من البيانات لأقصر مدة؛ وللمتعلمين أن يروا ما يُحفظ وأن يمحوه.'),
  ('LEARNER-DATA', 'ru', 'Принципы работы с данными учащихся', 'Без профилирования и рекламы; как можно меньше данных и на как можно меньший срок; учащиеся могут увидеть и удалить то, что хранится.'),
  ('LEARNER-DATA', 'zh', '学习者数据原则', '不做画像，不投广告；数据尽可能少、保存尽可能短；学习者可查看并删除所存数据。'),
  ('CHARTER-7', 'en', 'Charter of public digital learning', 'Seven promises for public platforms: open, free of charge, accessible, aligned with the curriculum, safe, taught with teachers, lasting.'),
  ('CHARTER-7', 'fr', 'Charte de l’apprentissage numérique public', 'Sept promesses pour les plateformes publiques : ouvertes, gratuites, accessibles, conformes aux programmes, sûres, conçues avec les enseignants, durables.'),
  ('CHARTER-7', 'es', 'Carta del aprendizaje digital público', 'Siete promesas para las plataformas públicas: abiertas, gratuitas, accesibles, acordes con el currículo, seguras, hechas con docentes, duraderas.'),
  ('CHARTER-7', 'ar', 'ميثاق التعلّم الرقمي العام', 'سبعة وعود للمنصات العامة: مفتوحة ومجانية وميسّرة ومتوافقة مع المنهاج وآمنة ومعدّة مع المعلمين ومستدامة.'),
  ('CHARTER-7', 'ru', 'Хартия общедоступного цифрового обучения', 'Семь обещаний для государственных платформ: открытость, бесплатность, доступность, соответствие программе, безопасность, участие учителей, долговечность.'),
  ('CHARTER-7', 'zh', '公共数字学习宪章', '公共平台的七项承诺：开放、免费、无障碍、符合课程、安全、教师参与、可持续。');

-- Pending until another person has confirmed it; whether it is current or expired is told by the clock.
create table adherences (
  id uuid not null,
  membership_id uuid not null,
  instrument text not null,
  signed_by text not null,
  signed_on date not null,
  -- A renewal that is signed early begins where the one before it ends.
  starts_on date not null,
  expires_on date not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  revoked_by uuid,
  revoked_at timestamptz,
  revoked_reason text,
  version integer not null default 1,
  constraint adherences_key primary key (id),
  constraint adherences_membership foreign key (membership_id) references memberships (id),
  constraint adherences_instrument foreign key (instrument) references instruments (code),
  constraint adherences_recorded_by foreign key (recorded_by) references people (id),
  constraint adherences_confirmed_by foreign key (confirmed_by) references people (id),
  constraint adherences_revoked_by foreign key (revoked_by) references people (id),
  constraint adherences_signed_by check (length(btrim(signed_by)) > 0),
  constraint adherences_dates check (expires_on > starts_on and starts_on >= signed_on),
  -- Nobody approves what they submitted.
  constraint adherences_another_confirms check (confirmed_by <> recorded_by),
  constraint adherences_revoked check ((revoked_at is null) = (revoked_reason is null)),
  -- What was revoked is in nobody's way.
  constraint adherences_no_overlap exclude using gist (membership_id with =, instrument with =, daterange(starts_on, expires_on, '[)') with &&) where (revoked_at is null)
);
create index adherences_membership_index on adherences (membership_id);
create index adherences_expiry_index on adherences (expires_on) where revoked_at is null and confirmed_at is not null;

alter table evidence add column adherence_id uuid;
alter table evidence add constraint evidence_adherence foreign key (adherence_id) references adherences (id);
create index evidence_adherence_index on evidence (adherence_id) where adherence_id is not null;
alter table evidence drop constraint evidence_one_record;
alter table evidence add constraint evidence_one_record check (num_nonnulls(commitment_id, progress_update_id, transaction_id, adherence_id) = 1);

select audited('handovers', 'id', 'organisations', 'organisation_id');
select audited('adherences', 'id', 'memberships', 'membership_id');
