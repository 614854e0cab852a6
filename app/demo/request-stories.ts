import type { PledgeKind } from '#app/financing/pledges/model';
import type { Language } from '#app/languages/language';
import type { BeneficiaryGroup } from '#db/reference/beneficiary-groups';

type Told = Readonly<Record<Language, string>>;
const six = (en: string, fr: string, es: string, ar: string, ru: string, zh: string): Told => ({ en, fr, es, ar, ru, zh });

/** What a country of the story asks for: invented. */
export interface Need {
  readonly pillar: '1' | '2' | '3' | '4' | '5' | '6';
  readonly line: string;
  readonly groups: readonly BeneficiaryGroup[];
  readonly title: Told;
  readonly need: Told;
}

export const needs = {
  solar: {
    pillar: '2', line: 'P1.2', groups: ['rural_remote', 'poorest_fifth'],
    title: six('Solar power for 60 connected schools', 'Énergie solaire pour 60 écoles connectées', 'Energía solar para 60 escuelas conectadas', 'طاقة شمسية لستين مدرسة متصلة', 'Солнечная энергия для 60 подключённых школ', '为 60 所联网学校提供太阳能供电'),
    need: six('Sixty schools have a line and no power after midday. Panels, batteries and the training of two keepers for each school are needed.', 'Soixante écoles ont une ligne et pas de courant après midi. Il faut des panneaux, des batteries et la formation de deux responsables par école.', 'Sesenta escuelas tienen línea y no tienen corriente después del mediodía. Se necesitan paneles, baterías y la formación de dos encargados por escuela.', 'ستون مدرسة لديها خط اتصال وليس لديها كهرباء بعد الظهر. المطلوب ألواح وبطاريات وتدريب مسؤولَين في كل مدرسة.', 'У шестидесяти школ есть связь, но после полудня нет электричества. Нужны панели, аккумуляторы и обучение двух ответственных в каждой школе.', '六十所学校已联网，但午后没有电力。需要太阳能板、蓄电池，并为每校培训两名管理员。'),
  },
  reviewers: {
    pillar: '5', line: 'P2.2', groups: ['indigenous_minority_language'],
    title: six('Reviewers for readers in home languages, grades 1 to 3', 'Relecteurs de livres en langues locales, années 1 à 3', 'Revisores de lecturas en lenguas maternas, grados 1 a 3', 'مراجعون لكتب القراءة باللغات المحلية، الصفوف 1 إلى 3', 'Рецензенты книг для чтения на родных языках, 1–3 классы', '一至三年级母语读物审校人员'),
    need: six('Forty days of work by people who teach in these languages, to read 120 open books before they are printed.', 'Quarante jours de travail de personnes qui enseignent dans ces langues, pour relire 120 livres ouverts avant impression.', 'Cuarenta días de trabajo de personas que enseñan en estas lenguas, para leer 120 libros abiertos antes de imprimirlos.', 'أربعون يوم عمل لأشخاص يدرّسون بهذه اللغات لقراءة 120 كتابًا مفتوحًا قبل طباعتها.', 'Сорок дней работы людей, преподающих на этих языках, чтобы прочесть 120 открытых книг до печати.', '需要以这些语言授课的人员工作四十天，在付印前审读 120 本开放读物。'),
  },
  skills: {
    pillar: '6', line: 'P3.3', groups: ['girls_women', 'out_of_school'],
    title: six('Survey of young people’s digital skills', 'Enquête sur les compétences numériques des jeunes', 'Encuesta de competencias digitales de jóvenes', 'مسح للمهارات الرقمية لدى الشباب', 'Опрос о цифровых навыках молодёжи', '青年数字技能调查'),
    need: six('There has been no household survey of digital skills since 2019. A module in the next survey, and two people to analyse it.', 'Aucune enquête auprès des ménages sur les compétences numériques depuis 2019. Un module dans la prochaine enquête et deux personnes pour l’analyser.', 'No hay encuesta de hogares sobre competencias digitales desde 2019. Un módulo en la próxima encuesta y dos personas para analizarla.', 'لم يُجرَ مسح للأسر عن المهارات الرقمية منذ 2019. المطلوب وحدة في المسح القادم وشخصان لتحليلها.', 'С 2019 года не было обследования домохозяйств о цифровых навыках. Нужны модуль в следующем обследовании и двое аналитиков.', '自 2019 年以来没有关于数字技能的住户调查。需要在下次调查中增设模块，并由两人分析。'),
  },
  mentors: {
    pillar: '4', line: 'P3.2', groups: ['girls_women', 'rural_remote'],
    title: six('Mentors for 900 teachers in island districts', 'Mentors pour 900 enseignants des districts insulaires', 'Mentores para 900 docentes de distritos insulares', 'مرشدون لـ900 معلم في المناطق الجزرية', 'Наставники для 900 учителей островных районов', '为岛屿地区 900 名教师配备导师'),
    need: six('Teachers on small islands meet a trainer once in three years. Thirty mentors who visit each term and answer by radio in between.', 'Les enseignants des petites îles voient un formateur tous les trois ans. Trente mentors qui passent chaque trimestre et répondent par radio entre-temps.', 'En las islas pequeñas los docentes ven a un formador cada tres años. Treinta mentores que visiten cada trimestre y respondan por radio entretanto.', 'يلتقي المعلمون في الجزر الصغيرة بمدرب مرة كل ثلاث سنوات. المطلوب ثلاثون مرشدًا يزورون كل فصل ويجيبون بالراديو بين الزيارات.', 'Учителя малых островов видят наставника раз в три года. Нужны тридцать наставников с визитом каждую четверть и связью по радио.', '小岛教师三年才见到一次培训员。需要三十名导师每学期走访，平时通过无线电答疑。'),
  },
  cable: {
    pillar: '2', line: 'P1.2', groups: ['rural_remote'],
    title: six('Keep outer islands on line when the cable fails', 'Garder les îles éloignées en ligne quand le câble rompt', 'Mantener en línea las islas exteriores cuando falla el cable', 'إبقاء الجزر البعيدة على الاتصال عند انقطاع الكابل', 'Связь для дальних островов при обрыве кабеля', '海缆中断时保持外岛联网'),
    need: six('Satellite capacity held in reserve for 45 schools and their ministry, for the weeks in which the only cable is repaired.', 'Une capacité satellitaire de réserve pour 45 écoles et leur ministère, pendant les semaines de réparation du seul câble.', 'Capacidad satelital de reserva para 45 escuelas y su ministerio durante las semanas en que se repara el único cable.', 'سعة احتياطية عبر الأقمار الصناعية لـ45 مدرسة ووزارتها خلال أسابيع إصلاح الكابل الوحيد.', 'Резервная спутниковая ёмкость для 45 школ и министерства на недели ремонта единственного кабеля.', '在唯一海缆维修的数周内，为 45 所学校及教育部预留卫星容量。'),
  },
  braille: {
    pillar: '5', line: 'P1.4', groups: ['disabilities'],
    title: six('Screen readers and braille displays for 25 resource rooms', 'Lecteurs d’écran et plages braille pour 25 salles de ressources', 'Lectores de pantalla y líneas braille para 25 aulas de apoyo', 'قارئات شاشة وأسطر برايل لـ25 غرفة مصادر', 'Программы экранного чтения и брайлевские дисплеи для 25 кабинетов', '为 25 间资源教室配备读屏软件和点显器'),
    need: six('Twenty-five rooms have computers that blind learners cannot use. Equipment, repair for three years, and a course for the teachers.', 'Vingt-cinq salles ont des ordinateurs inutilisables pour les apprenants aveugles. Du matériel, trois ans de réparation et un cours pour les enseignants.', 'Veinticinco aulas tienen computadoras que los alumnos ciegos no pueden usar. Equipo, tres años de reparación y un curso para docentes.', 'خمس وعشرون غرفة فيها حواسيب لا يستطيع المتعلمون المكفوفون استخدامها. المطلوب أجهزة وإصلاح لثلاث سنوات ودورة للمعلمين.', 'В двадцати пяти кабинетах есть компьютеры, недоступные незрячим. Нужны оборудование, ремонт на три года и курс для учителей.', '二十五间教室的电脑盲人学习者无法使用。需要设备、三年维修及教师课程。'),
  },
} as const satisfies Readonly<Record<string, Need>>;
export type NeedName = keyof typeof needs;

/** What a member of the story offers: invented. */
export interface Gift {
  readonly kind: PledgeKind;
  readonly title: Told;
  readonly body: Told;
}

export const gifts = {
  panels: {
    kind: 'in_kind',
    title: six('Panels and batteries, with their installation', 'Panneaux et batteries, installation comprise', 'Paneles y baterías, con su instalación', 'ألواح وبطاريات مع تركيبها', 'Панели и аккумуляторы с установкой', '太阳能板和蓄电池，含安装'),
    body: six('For up to thirty schools, delivered within eight months. The schools are chosen by the ministry.', 'Pour trente écoles au plus, livrés en huit mois. Le ministère choisit les écoles.', 'Para hasta treinta escuelas, entregados en ocho meses. El ministerio elige las escuelas.', 'لما يصل إلى ثلاثين مدرسة خلال ثمانية أشهر. وتختار الوزارة المدارس.', 'До тридцати школ, в течение восьми месяцев. Школы выбирает министерство.', '最多三十所学校，八个月内交付，由教育部选定学校。'),
  },
  money: {
    kind: 'cash',
    title: six('A grant towards the first year', 'Une subvention pour la première année', 'Una subvención para el primer año', 'منحة للسنة الأولى', 'Грант на первый год', '首年资助'),
    body: six('Paid in two parts, against a plan and a first report. The second year is decided then.', 'Versée en deux fois, sur plan puis sur premier rapport. La deuxième année se décide alors.', 'Se paga en dos partes, con un plan y un primer informe. El segundo año se decide entonces.', 'تُدفع على جزأين مقابل خطة وتقرير أول. ويُبت في السنة الثانية حينها.', 'Выплата в две части: по плану и по первому отчёту. Второй год решается тогда же.', '分两次支付，凭计划和首份报告。第二年届时再定。'),
  },
  experts: {
    kind: 'technical_assistance',
    title: six('Two specialists for six months', 'Deux spécialistes pour six mois', 'Dos especialistas por seis meses', 'خبيران لستة أشهر', 'Два специалиста на шесть месяцев', '两名专家，为期六个月'),
    body: six('They work beside the people of the ministry and leave behind what they use: forms, code and notes.', 'Ils travaillent aux côtés des agents du ministère et laissent ce qu’ils utilisent : formulaires, code et notes.', 'Trabajan junto al personal del ministerio y dejan lo que usan: formularios, código y notas.', 'يعملان إلى جانب موظفي الوزارة ويتركان ما يستخدمانه من نماذج ورموز وملاحظات.', 'Работают рядом с сотрудниками министерства и оставляют формы, код и заметки.', '与教育部人员并肩工作，并留下所用表格、代码和笔记。'),
  },
  link: {
    kind: 'connectivity',
    title: six('A year of satellite capacity', 'Un an de capacité satellitaire', 'Un año de capacidad satelital', 'سنة من السعة عبر الأقمار الصناعية', 'Год спутниковой ёмкости', '一年卫星容量'),
    body: six('Two hundred megabits, shared by schools of one country, with terminals lent for the time.', 'Deux cents mégabits partagés par les écoles d’un pays, terminaux prêtés pour la durée.', 'Doscientos megabits compartidos por las escuelas de un país, con terminales prestadas.', 'مئتا ميغابت تتقاسمها مدارس بلد واحد مع إعارة المحطات طوال المدة.', 'Двести мегабит на школы одной страны, терминалы — во временное пользование.', '两百兆带宽，供一国学校共享，并借用终端。'),
  },
} as const satisfies Readonly<Record<string, Gift>>;
export type GiftName = keyof typeof gifts;

/** An offer on a request: from whom (by its place among the others), and what became of it. */
export interface Answered {
  readonly gift: GiftName;
  readonly from: number;
  readonly amount: string | null;
  readonly then: 'waits' | 'accepted' | 'pledged' | 'declined' | 'withdrawn';
}

/** A request of the story, days before today. */
export interface Asked {
  readonly need: NeedName;
  readonly iso2: string;
  readonly ago: number;
  /** Days from today on which offers end. */
  readonly until: number;
  readonly amount: string | null;
  readonly then: 'draft' | 'published' | 'closed';
  readonly offers: readonly Answered[];
}

const asked = (need: NeedName, iso2: string, ago: number, until: number, amount: string | null, offers: readonly Answered[] = [], then: Asked['then'] = 'published'): Asked => ({ need, iso2, ago, until, amount, then, offers });
const answered = (gift: GiftName, from: number, amount: string | null, then: Answered['then'] = 'waits'): Answered => ({ gift, from, amount, then });

export const asking: readonly Asked[] = [
  asked('solar', 'KE', 40, 120, '1800000', [answered('panels', 21, '420000'), answered('money', 0, '250000')]),
  asked('reviewers', 'KE', 300, 30, null, [answered('experts', 3, '64000', 'pledged')]),
  asked('skills', 'KE', 30, 160, '400000'),
  asked('braille', 'KE', 3, 200, '310000', [], 'draft'),
  asked('mentors', 'FJ', 60, 110, '540000', [answered('experts', 15, null)]),
  asked('solar', 'SN', 180, 20, '1200000', [answered('panels', 23, '380000', 'accepted')]),
  asked('skills', 'JO', 380, -60, '260000', [answered('money', 28, '260000', 'pledged')], 'closed'),
  asked('cable', 'TO', 75, 90, '950000'),
  asked('cable', 'VU', 50, 100, '800000', [answered('link', 8, '300000')]),
  asked('braille', 'JM', 90, 70, null, [answered('money', 25, '40000', 'declined')]),
  asked('mentors', 'CV', 25, 130, '220000'),
  asked('solar', 'NE', 200, 45, '2400000', [answered('panels', 21, '500000', 'withdrawn'), answered('money', 29, '600000', 'accepted')]),
  asked('reviewers', 'PE', 120, 60, null, [answered('experts', 9, null)]),
  asked('skills', 'KG', 260, -20, '180000', [], 'closed'),
];

/** Offers on no request: for some countries, or for every one. */
export const standing: readonly { readonly gift: GiftName; readonly from: number; readonly pillar: Need['pillar']; readonly line: string; readonly countries: readonly string[]; readonly amount: string | null; readonly ago: number; readonly takenBy?: string }[] = [
  { gift: 'link', from: 8, pillar: '2', line: 'P1.2', countries: ['FJ', 'TO', 'VU', 'MH'], amount: '350000', ago: 140 },
  { gift: 'experts', from: 16, pillar: '6', line: 'P3.3', countries: [], amount: null, ago: 90 },
  { gift: 'money', from: 26, pillar: '5', line: 'P2.1', countries: ['CO', 'PE', 'UY', 'SV'], amount: '150000', ago: 210, takenBy: 'CO' },
];
