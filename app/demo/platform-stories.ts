import type { Language } from '#app/languages/language';
import type { Checkable, Description } from '#app/registries/platforms/model';

type Told = Readonly<Record<Language, string>>;
const six = (en: string, fr: string, es: string, ar: string, ru: string, zh: string): Told => ({ en, fr, es, ar, ru, zh });

/** How far a platform of the story has come. `renewed`: published, and its next edition is published too; `next`: that is being worked on. */
export type Come = 'nominated' | 'described' | 'returned' | 'country_confirmed' | 'expert_reviewed' | 'published' | 'renewed' | 'next' | 'discontinued';

/** A platform that does not exist. */
export interface ToldPlatform {
  readonly iso2: string;
  readonly ago: number;
  readonly come: Come;
  /** The language that it was described in first. */
  readonly language: Language;
  readonly name: string;
  /** Its name in the other languages, where that is another one. */
  readonly abroad?: string;
  readonly about: Told;
  readonly said: Partial<Omit<Description, 'language' | 'name' | 'description'>>;
  readonly review: string;
  readonly checked: readonly Checkable[];
}

const unknown: Omit<Description, 'language' | 'name' | 'description' | 'address'> = {
  owner: null, operator: null, levels: ['1'], subjects: [], languages: ['en'], cost: null, cost_words: null, offline: null, zero_rated: null, devices: [], licence: null, standards: [],
  curriculum: null, curriculum_source: null, curriculum_on: null, accessibility: null, accessibility_source: null, accessibility_on: null, users: null, users_source: null, users_on: null,
  teacher_stages: null, teacher_words: null, learner_data: null, safeguard: null, charter: null,
};

/** What is said of a platform, in its own language; what the story does not tell is not known. */
export const saidOf = ({ language, name, about, said }: ToldPlatform): Description => ({ ...unknown, address: `https://${name.toLowerCase().replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '') || 'platform'}.example/`, ...said, language, name, description: about[language] });

const looked = 'Opened on a telephone with a weak line, followed two lessons to their end, and read what is said against its sources.';

export const platforms: readonly ToldPlatform[] = [
  {
    iso2: 'KE', ago: 330, come: 'renewed', language: 'en', name: 'Shule Wazi', checked: ['users', 'curriculum'],
    about: six(
      'Lessons, readers and exercises for the eight years of primary school, written by teachers of the public schools.', 'Leçons, lectures et exercices pour les huit années du primaire, écrits par des enseignants des écoles publiques.', 'Lecciones, lecturas y ejercicios para los ocho años de primaria, escritos por docentes de escuelas públicas.',
      'دروس وكتب قراءة وتمارين لسنوات الابتدائي الثماني، كتبها معلمو المدارس العامة.', 'Уроки, книги для чтения и упражнения для восьми лет начальной школы, написанные учителями государственных школ.', '面向小学八年的课程、读物和练习，由公立学校教师编写。'),
    said: {
      owner: 'Ministry of Education of Kenya', operator: 'Savanna Research Network', levels: ['1'], subjects: ['literacy', 'mathematics', 'science'], languages: ['sw', 'en-KE', 'ki'], cost: 'free', offline: true, zero_rated: true,
      devices: ['feature_phone', 'smartphone', 'tablet', 'radio'], licence: 'CC BY 4.0', standards: ['epub', 'h5p', 'lrmi'], users: '412000', users_source: 'Yearbook of the ministry, table 14', users_on: '2024-12-31',
      curriculum: 'All learning areas of grades 1 to 6; grades 7 and 8 in mathematics alone', curriculum_source: 'https://curriculum.example/alignment-2024', curriculum_on: '2024-11-15',
      accessibility: 'WCAG 2.1 AA', accessibility_source: 'Audit by Learners with Disabilities International', accessibility_on: '2024-09-02', teacher_stages: ['design', 'testing', 'rollout'],
      teacher_words: 'Sixty teachers of eleven counties, chosen by their unions, wrote the first year; the reading lessons were cut to half because of them.', learner_data: true,
      safeguard: 'A number instead of a name; answers are kept on the telephone alone and never sent.', charter: [3, 3, 2, 2, 3, 3, 1],
    },
    review: looked,
  },
  {
    iso2: 'SN', ago: 240, come: 'published', language: 'fr', name: 'Leçons du Baobab', checked: [],
    about: six(
      'Audio and text lessons for primary school in French and Wolof, made to be heard on the radio and read afterwards.', 'Leçons audio et écrites pour le primaire, en français et en wolof, conçues pour la radio puis pour la lecture.', 'Lecciones en audio y texto para primaria, en francés y wólof, pensadas para oírse por radio y leerse después.',
      'دروس صوتية ومكتوبة للمرحلة الابتدائية بالفرنسية والولوفية، أُعدت لتُسمع في الإذاعة ثم تُقرأ.', 'Аудио- и текстовые уроки для начальной школы на французском и волоф: сначала по радио, затем для чтения.', '面向小学的法语和沃洛夫语音频与文字课程，先通过广播收听，再行阅读。'),
    said: {
      owner: 'Ministère de l’Éducation du Sénégal', operator: 'Sahel Radio Schools', levels: ['0', '1'], subjects: ['literacy', 'languages'], languages: ['fr', 'wo'], cost: 'free', offline: true, zero_rated: false, devices: ['radio', 'smartphone'],
      licence: 'CC BY-NC 4.0', users: '96000', users_source: 'Enquête auprès des auditeurs', users_on: '2025-06-30', teacher_stages: ['testing'], learner_data: false, charter: [2, 3, 2, 3, null, 1, 1],
    },
    review: 'The lessons were heard and read; no claim could be checked, because the survey is not public.',
  },
  {
    iso2: 'JO', ago: 200, come: 'next', language: 'ar', name: 'درسي المفتوح', abroad: 'Darsi', checked: ['accessibility'],
    about: six(
      'Mathematics and science for lower and upper secondary school, with recorded lessons and exercises that mark themselves.', 'Mathématiques et sciences pour le secondaire, avec leçons enregistrées et exercices autocorrigés.', 'Matemáticas y ciencias para la secundaria, con lecciones grabadas y ejercicios que se corrigen solos.',
      'رياضيات وعلوم للمرحلتين الإعدادية والثانوية، بدروس مسجلة وتمارين تصحح نفسها.', 'Математика и естественные науки для средней школы: записанные уроки и упражнения с автопроверкой.', '面向初中和高中的数学与科学课程，含录制课程和自动批改的练习。'),
    said: {
      address: 'https://darsi.example/', owner: 'وزارة التربية والتعليم في الأردن', levels: ['2', '3'], subjects: ['mathematics', 'science'], languages: ['ar'], cost: 'freemium', cost_words: 'الشهادات بمقابل، والدروس بلا مقابل.', offline: false, zero_rated: true,
      devices: ['smartphone', 'computer', 'television'], standards: ['scorm', 'xapi', 'qti'], users: '260000', users_source: 'https://darsi.example/numbers', users_on: '2025-05-31', accessibility: 'WCAG 2.1 A', accessibility_source: 'https://darsi.example/accessibility', accessibility_on: '2025-03-10',
      teacher_stages: ['none'], learner_data: true, safeguard: 'https://darsi.example/privacy',
    },
    review: looked,
  },
  {
    iso2: 'FJ', ago: 500, come: 'discontinued', language: 'en', name: 'Island Radio Lessons', checked: [],
    about: six(
      'Lessons by radio for the outer islands while the schools were closed.', 'Leçons radiophoniques pour les îles éloignées pendant la fermeture des écoles.', 'Lecciones por radio para las islas exteriores mientras las escuelas estaban cerradas.',
      'دروس إذاعية للجزر البعيدة أثناء إغلاق المدارس.', 'Радиоуроки для дальних островов, пока школы были закрыты.', '学校关闭期间面向外岛的广播课程。'),
    said: { owner: 'Ministry of Education of Fiji', levels: ['1', '2'], subjects: ['literacy'], languages: ['en', 'fj', 'hif'], cost: 'free', offline: true, devices: ['radio'], teacher_stages: ['rollout'], learner_data: false },
    review: 'Three broadcasts were heard and the lesson plans read.',
  },
  {
    iso2: 'FJ', ago: 70, come: 'expert_reviewed', language: 'en', name: 'Vuli Online', checked: ['users'],
    about: six(
      'Courses for upper secondary school that travel to the islands on a school server.', 'Cours du second cycle du secondaire, livrés aux îles sur un serveur scolaire.', 'Cursos de secundaria alta que viajan a las islas en un servidor escolar.',
      'مقررات للمرحلة الثانوية تصل إلى الجزر على خادم مدرسي.', 'Курсы для старших классов, которые приезжают на острова на школьном сервере.', '通过学校服务器送达各岛屿的高中课程。'),
    said: {
      owner: 'Ministry of Education of Fiji', operator: 'Island Universities Consortium', levels: ['3'], subjects: ['science', 'digital_skills'], languages: ['en', 'fj'], cost: 'free', offline: true, zero_rated: null, devices: ['tablet', 'computer'], licence: 'CC BY-SA 4.0', standards: ['lti', 'common_cartridge'],
      users: '8400', users_source: 'Count of the consortium, all servers', users_on: '2025-08-31', teacher_stages: ['design', 'rollout'], learner_data: false, charter: [3, 3, 1, 2, 3, 2, 2],
    },
    review: looked,
  },
  {
    iso2: 'SN', ago: 45, come: 'country_confirmed', language: 'fr', name: 'Atelier des métiers', checked: [],
    about: six('Short courses for trades, with films from workshops.', 'Cours brefs pour les métiers, avec des films tournés en atelier.', 'Cursos breves de oficios, con películas de talleres.', 'دورات قصيرة للمهن مع أفلام من الورش.', 'Короткие курсы ремёсел с фильмами из мастерских.', '配有工坊影片的短期职业课程。'),
    said: { owner: 'Ministère de l’Éducation du Sénégal', levels: ['3', '4'], subjects: ['vocational'], languages: ['fr'], cost: 'free', devices: ['smartphone'], users: '5200', users_source: 'Registre des ateliers', users_on: '2025-07-01' },
    review: looked,
  },
  {
    iso2: 'KE', ago: 30, come: 'described', language: 'en', name: 'Elimu Redio', checked: [],
    about: six('Radio lessons in six home languages for the first three grades.', 'Leçons radiophoniques en six langues locales pour les trois premières années.', 'Lecciones por radio en seis lenguas maternas para los tres primeros grados.', 'دروس إذاعية بست لغات محلية للصفوف الثلاثة الأولى.', 'Радиоуроки на шести родных языках для первых трёх классов.', '面向前三个年级的六种母语广播课程。'),
    said: { owner: 'Ministry of Education of Kenya', levels: ['1'], subjects: ['literacy'], languages: ['ki', 'luo', 'kam', 'kln', 'guz', 'so'], cost: 'free', offline: true, devices: ['radio', 'feature_phone'], teacher_stages: ['design'], learner_data: false },
    review: looked,
  },
  {
    iso2: 'JO', ago: 25, come: 'returned', language: 'en', name: 'Classroom Without Walls', checked: [],
    about: six('Lessons for young people who live in camps, with tutors who answer in the evening.', 'Leçons pour les jeunes des camps, avec des tuteurs qui répondent le soir.', 'Lecciones para jóvenes que viven en campamentos, con tutores que responden por la tarde.', 'دروس لشباب المخيمات، بمرشدين يجيبون مساءً.', 'Уроки для молодёжи в лагерях с наставниками, которые отвечают вечером.', '面向难民营青年的课程，晚间有辅导员答疑。'),
    said: { owner: 'Refugee Classroom Network', levels: ['2', '3'], subjects: ['mathematics', 'languages'], languages: ['ar', 'en'], cost: 'free', devices: ['smartphone'] },
    review: looked,
  },
  {
    iso2: 'KE', ago: 6, come: 'nominated', language: 'en', name: 'Hesabu Lab', checked: [],
    about: six('Mathematics games for lower secondary school.', 'Jeux de mathématiques pour le premier cycle du secondaire.', 'Juegos de matemáticas para la secundaria baja.', 'ألعاب رياضيات للمرحلة الإعدادية.', 'Математические игры для основной школы.', '面向初中的数学游戏。'),
    said: {}, review: looked,
  },
];
