import type { Language } from '#app/languages/language';
import type { ChapterPart, OutputKind } from '#app/reporting/outcomes/model';

/** An outcome report of the story: what its authors wrote; what the group did comes from its records. */
export interface OutcomeStory {
  readonly title: Readonly<Record<Language, string>>;
  readonly summary: Readonly<Record<Language, string>>;
  readonly chapters: Readonly<Record<ChapterPart, string>>;
  readonly comments: readonly string[];
  readonly answer: string;
  readonly outputs: readonly (readonly [OutputKind, string, string])[];
}

export const interim: OutcomeStory = {
  title: {
    en: 'Data that serve learning: what we agreed in the first year', fr: 'Des données au service de l’apprentissage : nos accords de la première année', es: 'Datos al servicio del aprendizaje: lo acordado en el primer año',
    ar: 'بيانات في خدمة التعلّم: ما اتفقنا عليه في السنة الأولى', ru: 'Данные на службе обучения: о чём мы договорились за первый год', zh: '服务学习的数据：第一年达成的共识',
  },
  summary: {
    en: 'Counting schools and connections needs no learner’s name. The group agreed on one number for each school, one tariff form and monthly tests at lesson time, and asks who is still to answer.',
    fr: 'Compter les écoles et les connexions n’exige aucun nom d’élève. Le groupe s’est accordé sur un numéro par école, un formulaire de tarif et des tests mensuels pendant les cours.',
    es: 'Contar escuelas y conexiones no exige el nombre de ningún alumno. El grupo acordó un número por escuela, un formulario de tarifas y pruebas mensuales en horario de clase.',
    ar: 'لا يتطلب عدّ المدارس والاتصالات اسم أي متعلّم. اتفق الفريق على رقم واحد لكل مدرسة، ونموذج واحد للتعرفة، واختبارات شهرية في وقت الدروس.',
    ru: 'Чтобы считать школы и подключения, имена учащихся не нужны. Группа договорилась об одном номере на школу, одной форме тарифа и ежемесячных проверках во время уроков.',
    zh: '统计学校和联网情况无需学生姓名。小组商定每校一个编号、一份资费表格，并每月在上课时间测试。',
  },
  chapters: {
    mandate: 'The coalition asked the group how data can serve learning without harming learners. Its terms name three dimensions: infrastructure, capacities and governance.\n\nThis report covers the first half of the mandate. It says what is agreed; it does not repeat what was discussed.',
    work: 'The group met every month, by video and once in person. Every session had its papers two weeks before, in the languages that members asked for.',
    decisions: 'Decisions were taken by consensus. Where a member did not share one, the dissent stands beside it.',
    recommendations: 'Recommendations rest on the decisions above and are addressed to those who can act on them. Who has answered is counted as of the day on which this report was composed.',
    next: 'In the second half of its mandate the group will:\n\n- try the school number in five registers and say what it costs;\n- publish a page for head teachers on counting without names;\n- propose who looks after the tariff template when the group has ended.',
  },
  comments: ['The second recommendation should say who pays for the monthly tests: in our country schools do not own their connection.'],
  answer: 'We agree. The text now leads to the tariff template, which names the operator as the one who tests.',
  outputs: [
    ['brief', 'Two pages for ministers', 'https://example.org/data-for-learning/brief'],
    ['tool', 'The tariff template, version 1', 'https://example.org/data-for-learning/tariff-template'],
    ['recording', 'The launch, as it was streamed', 'https://example.org/data-for-learning/launch'],
  ],
};

export const final: OutcomeStory = {
  title: {
    en: 'What it costs to connect a school, and who pays', fr: 'Ce que coûte la connexion d’une école, et qui paie', es: 'Lo que cuesta conectar una escuela, y quién paga',
    ar: 'كم تكلّف مدرسة متصلة ومن يدفع', ru: 'Сколько стоит подключить школу и кто платит', zh: '学校联网的成本与付费方',
  },
  summary: {
    en: 'A draft for everybody who pays for a connection, or waits for one. The group says what it found, what it decided and what it asks of regulators, operators and ministries.',
    fr: 'Un projet pour tous ceux qui paient une connexion ou l’attendent : ce que le groupe a constaté, décidé et demande.', es: 'Un borrador para quienes pagan una conexión o la esperan: qué constató, decidió y pide el grupo.',
    ar: 'مسودة لكل من يدفع ثمن الاتصال أو ينتظره: ما وجده الفريق وما قرره وما يطلبه.', ru: 'Проект для всех, кто платит за подключение или ждёт его: что группа выяснила, решила и о чём просит.', zh: '面向所有为联网付费或等待联网者的草案：小组的发现、决定与请求。',
  },
  chapters: {
    mandate: 'The group was to find out what it costs to connect a school and keep it connected, and who pays. Its mandate ends with this report.',
    work: 'Regulators, operators and ministries brought their own numbers. Where they differed, both stand in the papers of the session.',
    decisions: 'Decisions were taken by majority; the votes are counted from the record of each session.',
    recommendations: 'Each recommendation names those who can act on it. All of them are final: their words no longer change.',
    next: 'The coalition takes over what the group leaves:\n\n1. the secretariat keeps the list of tariffs;\n2. members answer the recommendations in their next annual update;\n3. a task team looks at schools that no operator serves.',
  },
  comments: ['Please say by when the task team begins: rainy season closes the roads in June.', 'Which of these decisions binds a school that pays its own bill?'],
  answer: 'By the end of April. We add the date to the last chapter.',
  outputs: [],
};
