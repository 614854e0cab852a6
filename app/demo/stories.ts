import type { CommitmentType } from '#app/commitments/model';
import type { Language } from '#app/languages/language';

/** One kind of promise, told in six languages. `{{n}}` is the number that is promised. */
export interface Undertaking {
  readonly line: string;
  readonly type: CommitmentType;
  readonly unit: string;
  readonly numbers: readonly number[];
  readonly groups: readonly string[];
  readonly title: Readonly<Record<Language, string>>;
  readonly action: Readonly<Record<Language, string>>;
}

const six = (en: string, fr: string, es: string, ar: string, ru: string, zh: string): Record<Language, string> => ({ en, fr, es, ar, ru, zh });

export const promises: readonly Undertaking[] = [
  {
    line: 'P1.1', type: 'programme', unit: 'learners', numbers: [4000, 9000, 15000, 22000], groups: ['displaced_refugee', 'out_of_school'],
    title: six('Open digital learning to {{n}} displaced learners', 'Ouvrir l’apprentissage numérique à {{n}} apprenants déplacés', 'Abrir el aprendizaje digital a {{n}} estudiantes desplazados', 'إتاحة التعلّم الرقمي لـ {{n}} متعلم نازح', 'Открыть цифровое обучение для {{n}} перемещённых учащихся', '为 {{n}} 名流离失所的学习者开放数字学习'),
    action: six('Learning centres near host communities get devices, offline lessons and a tutor each; learners are counted, never named.', 'Des centres proches des communautés d’accueil reçoivent des appareils, des leçons hors ligne et un tuteur ; les apprenants sont comptés, jamais nommés.', 'Los centros cercanos a las comunidades de acogida reciben dispositivos, lecciones sin conexión y un tutor; los estudiantes se cuentan, nunca se nombran.', 'تحصل مراكز التعلّم القريبة من المجتمعات المضيفة على أجهزة ودروس دون اتصال ومرشد لكل منها؛ يُحصى المتعلمون ولا تُذكر أسماؤهم.', 'Учебные центры рядом с принимающими общинами получают устройства, офлайн-уроки и наставника; учащихся считают, но не называют.', '收容社区附近的学习中心各配备设备、离线课程和一名辅导员；学习者只计数，不记名。'),
  },
  {
    line: 'P1.2', type: 'infrastructure', unit: 'schools', numbers: [60, 120, 240, 500, 900], groups: ['rural_remote', 'poorest_fifth'],
    title: six('Connect {{n}} rural primary schools', 'Connecter {{n}} écoles primaires rurales', 'Conectar {{n}} escuelas primarias rurales', 'ربط {{n}} مدرسة ابتدائية ريفية بالإنترنت', 'Подключить {{n}} сельских начальных школ', '连通 {{n}} 所农村小学'),
    action: six('Each school gets at least 20 Mbit/s, power that lasts the school day, and a person who keeps it running.', 'Chaque école reçoit au moins 20 Mbit/s, une alimentation qui dure la journée scolaire et une personne qui en assure l’entretien.', 'Cada escuela recibe al menos 20 Mbit/s, energía para toda la jornada y una persona que lo mantiene en marcha.', 'تحصل كل مدرسة على 20 ميغابت في الثانية على الأقل، وكهرباء تدوم طوال اليوم الدراسي، وشخص يتولى الصيانة.', 'Каждая школа получает не менее 20 Мбит/с, электропитание на весь учебный день и человека, который следит за работой.', '每所学校至少获得 20 Mbit/s 带宽、覆盖整个教学日的电力，以及一名维护人员。'),
  },
  {
    line: 'P1.3', type: 'policy', unit: 'percent', numbers: [40, 50, 70], groups: ['poorest_fifth'],
    title: six('Lower school internet tariffs by {{n}} per cent', 'Réduire de {{n}} % les tarifs Internet des écoles', 'Reducir un {{n}} % las tarifas de internet de las escuelas', 'خفض تعرفة الإنترنت للمدارس بنسبة {{n}} في المائة', 'Снизить школьные интернет-тарифы на {{n}} процентов', '将学校互联网资费降低 {{n}}%'),
    action: six('The regulator and operators agree on a school tariff and publish it every year.', 'Le régulateur et les opérateurs conviennent d’un tarif scolaire et le publient chaque année.', 'El regulador y los operadores acuerdan una tarifa escolar y la publican cada año.', 'تتفق الهيئة التنظيمية والمشغّلون على تعرفة مدرسية تُنشر كل عام.', 'Регулятор и операторы согласуют школьный тариф и публикуют его ежегодно.', '监管机构与运营商商定学校资费，并每年公布。'),
  },
  {
    line: 'P1.4', type: 'programme', unit: 'resources', numbers: [80, 150, 300], groups: ['disabilities', 'girls_women'],
    title: six('Make {{n}} lessons accessible to learners with disabilities', 'Rendre {{n}} leçons accessibles aux apprenants handicapés', 'Hacer accesibles {{n}} lecciones para estudiantes con discapacidad', 'إتاحة {{n}} درس للمتعلمين ذوي الإعاقة', 'Сделать {{n}} уроков доступными для учащихся с инвалидностью', '使 {{n}} 节课程对残障学习者无障碍'),
    action: six('Captions, sign language and screen-reader text are made with the learners who need them, and tested in class.', 'Sous-titres, langue des signes et textes pour lecteurs d’écran sont conçus avec les apprenants concernés et testés en classe.', 'Los subtítulos, la lengua de señas y los textos para lectores de pantalla se hacen con quienes los necesitan y se prueban en clase.', 'تُعدّ الترجمة النصية ولغة الإشارة ونصوص قارئ الشاشة مع المتعلمين الذين يحتاجون إليها وتُجرَّب في الصف.', 'Субтитры, жестовый язык и тексты для экранных дикторов создаются с самими учащимися и проверяются на уроке.', '字幕、手语和读屏文本与有需要的学习者共同制作，并在课堂上试用。'),
  },
  {
    line: 'P2.1', type: 'content', unit: 'resources', numbers: [120, 400, 900], groups: ['girls_women', 'rural_remote'],
    title: six('Publish {{n}} lessons under an open licence', 'Publier {{n}} leçons sous licence ouverte', 'Publicar {{n}} lecciones con licencia abierta', 'نشر {{n}} درس برخصة مفتوحة', 'Опубликовать {{n}} уроков под открытой лицензией', '以开放许可发布 {{n}} 节课程'),
    action: six('Lessons for the core subjects are aligned with the curriculum, work offline and may be adapted by anyone.', 'Les leçons des matières principales suivent le programme, fonctionnent hors ligne et peuvent être adaptées par tous.', 'Las lecciones de las materias básicas siguen el currículo, funcionan sin conexión y cualquiera puede adaptarlas.', 'دروس المواد الأساسية متوافقة مع المنهج وتعمل دون اتصال ويجوز لأي شخص تكييفها.', 'Уроки по основным предметам соответствуют программе, работают офлайн и могут быть адаптированы кем угодно.', '核心科目的课程与课标一致，可离线使用，任何人都可改编。'),
  },
  {
    line: 'P2.2', type: 'content', unit: 'resources', numbers: [40, 90, 160], groups: ['indigenous_minority_language'],
    title: six('Write {{n}} readers in minority languages', 'Écrire {{n}} livres de lecture en langues minoritaires', 'Escribir {{n}} libros de lectura en lenguas minoritarias', 'تأليف {{n}} كتاب قراءة بلغات الأقليات', 'Написать {{n}} книг для чтения на языках меньшинств', '编写 {{n}} 本少数民族语言读本'),
    action: six('Authors of the language communities write and record them; schools test them for a year before they are printed.', 'Des auteurs des communautés linguistiques les écrivent et les enregistrent ; les écoles les essaient un an avant l’impression.', 'Autores de las comunidades lingüísticas los escriben y graban; las escuelas los prueban un año antes de imprimirlos.', 'يكتبها ويسجّلها مؤلفون من المجتمعات اللغوية، وتجرّبها المدارس عامًا قبل طباعتها.', 'Авторы из языковых общин пишут и записывают их; школы проверяют их год до печати.', '由各语言社区的作者编写和录音，学校试用一年后再付印。'),
  },
  {
    line: 'P2.3', type: 'infrastructure', unit: 'learning_places', numbers: [30, 75, 200], groups: ['rural_remote', 'displaced_refugee'],
    title: six('Bring the public platform offline to {{n}} places of learning', 'Apporter la plateforme publique hors ligne à {{n}} lieux d’apprentissage', 'Llevar la plataforma pública sin conexión a {{n}} lugares de aprendizaje', 'إتاحة المنصة العامة دون اتصال في {{n}} مكان للتعلّم', 'Сделать общественную платформу доступной офлайн в {{n}} местах обучения', '将公共平台离线带到 {{n}} 处学习场所'),
    action: six('A small server holds the whole library of lessons and is refreshed once a month by hand where there is no line.', 'Un petit serveur contient toute la bibliothèque de leçons ; il est actualisé à la main chaque mois là où il n’y a pas de ligne.', 'Un pequeño servidor guarda toda la biblioteca de lecciones y se actualiza a mano cada mes donde no hay línea.', 'خادم صغير يحفظ مكتبة الدروس كاملة ويُحدَّث يدويًا مرة في الشهر حيث لا يوجد اتصال.', 'Небольшой сервер хранит всю библиотеку уроков и ежемесячно обновляется вручную там, где нет связи.', '小型服务器存放全部课程资料，在无网络之处每月人工更新一次。'),
  },
  {
    line: 'P2.4', type: 'finance', unit: 'schools', numbers: [200, 450, 800], groups: ['poorest_fifth'],
    title: six('Put running costs of {{n}} connected schools into the budget', 'Inscrire au budget les frais de fonctionnement de {{n}} écoles connectées', 'Incluir en el presupuesto los gastos de {{n}} escuelas conectadas', 'إدراج تكاليف تشغيل {{n}} مدرسة متصلة في الموازنة', 'Внести в бюджет расходы {{n}} подключённых школ', '将 {{n}} 所联网学校的运行费用列入预算'),
    action: six('A budget line for power, connection and repair is voted for three years and reported by district.', 'Une ligne budgétaire pour l’électricité, la connexion et les réparations est votée pour trois ans et suivie par district.', 'Se aprueba por tres años una partida para energía, conexión y reparaciones, con informe por distrito.', 'يُعتمد بند في الموازنة للكهرباء والاتصال والإصلاح لثلاث سنوات وتُقدَّم عنه تقارير بحسب المنطقة.', 'На три года принимается бюджетная строка на электричество, связь и ремонт с отчётом по районам.', '设立为期三年的电力、联网与维修预算科目，并按地区报告。'),
  },
  {
    line: 'P3.1', type: 'capacity', unit: 'teachers', numbers: [300, 800, 1500], groups: ['girls_women', 'rural_remote'],
    title: six('Design lessons together with {{n}} teachers', 'Concevoir des leçons avec {{n}} enseignants', 'Diseñar lecciones junto con {{n}} docentes', 'تصميم الدروس بالاشتراك مع {{n}} معلم', 'Разрабатывать уроки вместе с {{n}} учителями', '与 {{n}} 名教师共同设计课程'),
    action: six('Teachers choose the topics, test the lessons in their classes and decide what is published.', 'Les enseignants choisissent les thèmes, essaient les leçons en classe et décident de ce qui est publié.', 'Los docentes eligen los temas, prueban las lecciones en sus clases y deciden qué se publica.', 'يختار المعلمون الموضوعات ويجرّبون الدروس في صفوفهم ويقررون ما يُنشر.', 'Учителя выбирают темы, проверяют уроки в классах и решают, что публиковать.', '教师选择主题、在课堂试用课程并决定发布内容。'),
  },
  {
    line: 'P3.2', type: 'capacity', unit: 'teachers', numbers: [600, 1200, 3000, 8000], groups: ['girls_women', 'poorest_fifth'],
    title: six('Train {{n}} teachers in offline-first lessons', 'Former {{n}} enseignants aux leçons hors ligne', 'Formar a {{n}} docentes en lecciones sin conexión', 'تدريب {{n}} معلم على الدروس دون اتصال', 'Обучить {{n}} учителей офлайн-урокам', '培训 {{n}} 名教师使用离线优先课程'),
    action: six('Two weeks of paid time, a mentor in the district, and a certificate that counts for promotion.', 'Deux semaines rémunérées, un mentor dans le district et un certificat pris en compte pour l’avancement.', 'Dos semanas remuneradas, un mentor en el distrito y un certificado válido para el ascenso.', 'أسبوعان مدفوعا الأجر ومرشد في المنطقة وشهادة تُحتسب في الترقية.', 'Две оплачиваемые недели, наставник в районе и сертификат, учитываемый при повышении.', '两周带薪时间、一名地区导师，以及计入晋升的证书。'),
  },
  {
    line: 'P3.3', type: 'data', unit: 'schools', numbers: [150, 350, 700], groups: ['girls_women', 'disabilities'],
    title: six('Audit data protection in {{n}} schools', 'Auditer la protection des données dans {{n}} écoles', 'Auditar la protección de datos en {{n}} escuelas', 'تدقيق حماية البيانات في {{n}} مدرسة', 'Провести аудит защиты данных в {{n}} школах', '在 {{n}} 所学校审计数据保护'),
    action: six('Independent auditors check which services schools use and publish what they find, school by school, without any learner’s data.', 'Des auditeurs indépendants vérifient les services utilisés et publient leurs constats, école par école, sans aucune donnée d’apprenant.', 'Auditores independientes revisan los servicios que usan las escuelas y publican lo que hallan, escuela por escuela, sin datos de estudiantes.', 'يتحقق مدققون مستقلون من الخدمات التي تستخدمها المدارس وينشرون ما يجدونه مدرسةً مدرسةً دون أي بيانات عن المتعلمين.', 'Независимые аудиторы проверяют используемые школами сервисы и публикуют результаты по каждой школе без данных учащихся.', '独立审计人员检查学校使用的服务并逐校公布结果，不含任何学习者数据。'),
  },
];
