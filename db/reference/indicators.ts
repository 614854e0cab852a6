import { localised, type Localised } from './languages';

/** What an indicator is counted in: a share of 100, a ratio of two groups, a speed. */
export type IndicatorUnit = 'percent' | 'ratio' | 'mbit_s';

export interface Indicator {
  /** The SDG indicator and what part of it, or a word of our own. */
  readonly code: string;
  /** The SDG indicator that it belongs to. */
  readonly sdg: string | null;
  readonly unit: IndicatorUnit;
  /** Whether more is better. */
  readonly ascending: boolean;
  readonly name: Localised;
  /** What sources call it, to the letter but for case and spaces. */
  readonly aliases: readonly string[];
}

const indicator = (code: string, sdg: string | null, unit: IndicatorUnit, name: Localised, aliases: readonly string[] = [], ascending = true): Indicator => ({ code, sdg, unit, ascending, name, aliases });

/** What country pages show, in this order. Names after the metadata of the UNESCO Institute for Statistics; the last three are our own. */
export const INDICATORS: readonly Indicator[] = [
  indicator('4.1.2-primary', '4.1.2', 'percent', localised('Children who complete primary school', 'Enfants qui achèvent le primaire', 'Niños que terminan la primaria', 'الأطفال الذين يتمون التعليم الابتدائي', 'Дети, завершающие начальную школу', '完成小学学业的儿童'),
    ['CR.1 - Completion rate, primary education, both sexes (%)']),
  indicator('4.1.2-lower-secondary', '4.1.2', 'percent', localised('Young people who complete lower secondary school', 'Jeunes qui achèvent le premier cycle du secondaire', 'Jóvenes que terminan el primer ciclo de secundaria', 'الشباب الذين يتمون المرحلة الإعدادية', 'Молодые люди, завершающие неполную среднюю школу', '完成初中学业的青年'),
    ['CR.2 - Completion rate, lower secondary education, both sexes (%)']),
  indicator('4.1.2-upper-secondary', '4.1.2', 'percent', localised('Young people who complete upper secondary school', 'Jeunes qui achèvent le second cycle du secondaire', 'Jóvenes que terminan el segundo ciclo de secundaria', 'الشباب الذين يتمون المرحلة الثانوية', 'Молодые люди, завершающие полную среднюю школу', '完成高中学业的青年'),
    ['CR.3 - Completion rate, upper secondary education, both sexes (%)']),
  indicator('4.a.1-internet', '4.a.1', 'percent', localised('Primary schools with internet for teaching', 'Écoles primaires avec internet pour l’enseignement', 'Escuelas primarias con internet para la enseñanza', 'المدارس الابتدائية المزودة بالإنترنت للتدريس', 'Начальные школы с интернетом для преподавания', '有教学用互联网的小学'),
    ['Proportion of primary schools with access to Internet for pedagogical purposes (%)']),
  indicator('4.a.1-electricity', '4.a.1', 'percent', localised('Primary schools with electricity', 'Écoles primaires avec électricité', 'Escuelas primarias con electricidad', 'المدارس الابتدائية المزودة بالكهرباء', 'Начальные школы с электричеством', '通电的小学'),
    ['Proportion of primary schools with access to electricity (%)']),
  indicator('4.a.1-computers', '4.a.1', 'percent', localised('Primary schools with computers for teaching', 'Écoles primaires avec ordinateurs pour l’enseignement', 'Escuelas primarias con computadoras para la enseñanza', 'المدارس الابتدائية المزودة بحواسيب للتدريس', 'Начальные школы с компьютерами для преподавания', '有教学用计算机的小学'),
    ['Proportion of primary schools with access to computers for pedagogical purposes (%)']),
  indicator('4.4.1', '4.4.1', 'percent', localised('Young people who can send a message with a file', 'Jeunes sachant envoyer un message avec un fichier', 'Jóvenes que saben enviar un mensaje con un archivo', 'الشباب القادرون على إرسال رسالة مع ملف', 'Молодые люди, умеющие отправить сообщение с файлом', '会发送带附件信息的青年'),
    ['Proportion of youth who have sent e-mails with attached files, both sexes (%)']),
  indicator('4.5.1-internet', '4.5.1', 'ratio', localised('Rural to urban parity, internet in schools', 'Parité rural-urbain, internet à l’école', 'Paridad rural-urbana, internet en las escuelas', 'التكافؤ بين الريف والحضر، الإنترنت في المدارس', 'Паритет села и города, интернет в школах', '城乡均等，学校互联网')),
  indicator('4.c.1', '4.c.1', 'percent', localised('Primary teachers with the minimum training', 'Enseignants du primaire ayant la formation minimale', 'Docentes de primaria con la formación mínima', 'معلمو المرحلة الابتدائية الحاصلون على الحد الأدنى من التأهيل', 'Учителя начальной школы с минимальной подготовкой', '具备最低培训资格的小学教师'),
    ['Proportion of teachers with the minimum required qualifications in primary education, both sexes (%)']),
  indicator('teachers-digital', null, 'percent', localised('Teachers trained in digital skills', 'Enseignants formés aux compétences numériques', 'Docentes formados en competencias digitales', 'المعلمون المدربون على المهارات الرقمية', 'Учителя, обученные цифровым навыкам', '接受过数字技能培训的教师')),
  indicator('use', null, 'percent', localised('Connected schools that use it for teaching each week', 'Écoles connectées qui s’en servent chaque semaine pour enseigner', 'Escuelas conectadas que la usan cada semana para enseñar', 'المدارس المتصلة التي تستخدم الاتصال في التدريس كل أسبوع', 'Подключённые школы, еженедельно использующие связь на уроках', '每周用于教学的联网学校')),
  indicator('speed', null, 'mbit_s', localised('Median speed in connected schools', 'Débit médian dans les écoles connectées', 'Velocidad mediana en las escuelas conectadas', 'متوسط السرعة في المدارس المتصلة', 'Медианная скорость в подключённых школах', '联网学校的网速中位数')),
  indicator('price', null, 'percent', localised('Price of 2 GB of mobile data, share of income per head', 'Prix de 2 Go de données mobiles, part du revenu par habitant', 'Precio de 2 GB de datos móviles, parte del ingreso por habitante', 'سعر 2 غيغابايت من بيانات الهاتف، نسبةً إلى دخل الفرد', 'Цена 2 ГБ мобильных данных, доля дохода на душу', '2GB 移动数据的价格占人均收入比重'), [], false),
];

const spelled = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();
const byAlias = new Map(INDICATORS.flatMap(({ code, aliases }) => [code, ...aliases].map((alias) => [spelled(alias), code] as const)));
const byCode = new Map(INDICATORS.map((one) => [one.code, one]));

/** The code of an indicator by any name that sources use; null when the name is not known. Equality alone: likeness is for a person. */
export const resolveIndicator = (name: string): string | null => byAlias.get(spelled(name)) ?? null;
export const findIndicator = (code: string): Indicator | undefined => byCode.get(code);
