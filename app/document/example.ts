import type { Language } from '#app/languages/language';
import { blocksOfMarkdown } from './markdown';
import type { Figure, PrintWords, PrintedDocument, Table } from './document';

/** Invented reports in the six languages for the tests of this folder: everything a report can hold, and one long table. */
interface Wording {
  readonly title: string; readonly subtitle: string; readonly publisher: string; readonly notice: string; readonly words: PrintWords;
  readonly chapter: string; readonly lede: string; readonly credit: string; readonly found: string; readonly narrative: string; readonly correction: string;
  readonly finding: string; readonly description: string; readonly alt: string; readonly source: string; readonly reporting: string;
  readonly regions: readonly string[]; readonly of: (part: string, whole: string) => string; readonly percent: (number: number) => string;
  readonly columns: readonly [string, string, string, string]; readonly same: string; readonly total: string;
  readonly all: string; readonly allCaption: string; readonly commitment: (number: number) => string;
}

const wordings: Readonly<Record<Language, Wording>> = {
  en: {
    title: 'Annual progress report 2025', subtitle: 'What the members of the coalition promised, what they report, and what is not known.', publisher: 'Coalition for digital learning',
    notice: 'Demonstration content: organisations, people, dates and figures are invented.',
    words: { contents: 'Contents', page: 'Page {page} of {pages}', figure: 'Figure {number}.', table: 'Table {number}', source: 'Source: {source}.', asOf: 'As of {day}.', reference: 'Reference', version: 'Version', publishedOn: 'Published', figuresAsOf: 'Figures as of' },
    chapter: 'Connecting schools', lede: 'Two of every five schools that were promised a connection had one by the end of the 2025 cycle.', credit: 'Written by the working group on connectivity. Signed off 26 February 2026.',
    found: 'What was found', narrative: 'Under 128 commitments, members have promised to connect **148,200 schools** between 2021 and 2032.\n\nWhere tariffs were negotiated *school by school*, work slowed down; see [the decision](https://example.org/decisions/D-2025-031).\n\n1. A school counts once.\n2. Shares are rounded.\n   - Totals are computed before rounding.\n\n### In detail\n\nRegions follow UN M49.',
    correction: 'Corrected in version 2. Oceania was given as 1,030 schools; it is 730.', finding: 'In Oceania one promised school in four is connected; in Asia almost one in two', description: 'Schools connected, as a share of schools promised. Region with the lowest share first.', alt: 'Schools connected as a share of schools promised: Oceania 26 per cent, Africa 35, Asia 48.',
    source: 'reports of members, snapshot 3f9c 41d2', reporting: '96 of 128 commitments reported.', regions: ['Oceania', 'Africa', 'Asia'], of: (part, whole) => `${part} of ${whole}`, percent: (number) => `${number} %`,
    columns: ['Region', 'Connected', 'Promised', 'Share'], same: 'The same numbers', total: 'All regions', all: 'All commitments', allCaption: 'Commitments, with what was connected', commitment: (number) => `Connect the secondary schools of district ${number} and train their teachers`,
  },
  fr: {
    title: 'Rapport annuel d’avancement 2025', subtitle: 'Ce que les membres de la coalition ont promis, ce qu’ils déclarent et ce que l’on ignore.', publisher: 'Coalition pour l’apprentissage numérique',
    notice: 'Contenu de démonstration : les organisations, les personnes, les dates et les chiffres sont inventés.',
    words: { contents: 'Sommaire', page: 'Page {page} sur {pages}', figure: 'Figure {number}.', table: 'Tableau {number}', source: 'Source : {source}.', asOf: 'Au {day}.', reference: 'Référence', version: 'Version', publishedOn: 'Publié le', figuresAsOf: 'Chiffres au' },
    chapter: 'Connecter les écoles', lede: 'Deux écoles sur cinq auxquelles une connexion avait été promise en disposaient à la fin du cycle 2025.', credit: 'Rédigé par le groupe de travail sur la connectivité. Validé le 26 février 2026.',
    found: 'Ce qui a été constaté', narrative: 'Au titre de 128 engagements, les membres ont promis de connecter **148 200 écoles**.\n\nLà où les tarifs ont été négociés *école par école*, les travaux ont ralenti ; voir [la décision](https://example.org/fr/decisions/D-2025-031).',
    correction: 'Corrigé dans la version 2. Le chiffre donné pour l’Océanie était de 1 030 écoles ; il est de 730.', finding: 'En Océanie, une école promise sur quatre est connectée ; en Asie, près d’une sur deux', description: 'Écoles connectées, en part des écoles promises.', alt: 'Part des écoles connectées : Océanie 26 pour cent, Afrique 35, Asie 48.',
    source: 'déclarations des membres', reporting: '96 engagements sur 128 ont fait l’objet d’une déclaration.', regions: ['Océanie', 'Afrique', 'Asie'], of: (part, whole) => `${part} sur ${whole}`, percent: (number) => `${number} %`,
    columns: ['Région', 'Connectées', 'Promises', 'Part'], same: 'Les mêmes chiffres', total: 'Toutes les régions', all: 'Tous les engagements', allCaption: 'Engagements et écoles connectées', commitment: (number) => `Connecter les écoles secondaires du district ${number}`,
  },
  es: {
    title: 'Informe anual de avance 2025', subtitle: 'Lo que prometieron los miembros de la coalición, lo que informan y lo que no se sabe.', publisher: 'Coalición para el aprendizaje digital',
    notice: 'Contenido de demostración: las organizaciones, las personas, las fechas y las cifras son inventadas.',
    words: { contents: 'Índice', page: 'Página {page} de {pages}', figure: 'Figura {number}.', table: 'Cuadro {number}', source: 'Fuente: {source}.', asOf: 'Al {day}.', reference: 'Referencia', version: 'Versión', publishedOn: 'Publicado', figuresAsOf: 'Cifras al' },
    chapter: 'Conectar las escuelas', lede: 'Dos de cada cinco escuelas a las que se prometió una conexión la tenían al final del ciclo 2025.', credit: 'Redactado por el grupo de trabajo sobre conectividad.',
    found: 'Lo que se encontró', narrative: 'En 128 compromisos, los miembros prometieron conectar **148.200 escuelas**.\n\nDonde las tarifas se negociaron *escuela por escuela*, el trabajo se retrasó; véase [la decisión](https://example.org/es/decisions/D-2025-031).',
    correction: 'Corregido en la versión 2. La cifra de Oceanía es 730.', finding: 'En Oceanía está conectada una de cada cuatro escuelas prometidas; en Asia, casi una de cada dos', description: 'Escuelas conectadas, como parte de las prometidas.', alt: 'Escuelas conectadas: Oceanía 26 por ciento, África 35, Asia 48.',
    source: 'informes de los miembros', reporting: 'Informaron 96 de 128 compromisos.', regions: ['Oceanía', 'África', 'Asia'], of: (part, whole) => `${part} de ${whole}`, percent: (number) => `${number} %`,
    columns: ['Región', 'Conectadas', 'Prometidas', 'Proporción'], same: 'Las mismas cifras', total: 'Todas las regiones', all: 'Todos los compromisos', allCaption: 'Compromisos y escuelas conectadas', commitment: (number) => `Conectar las escuelas secundarias del distrito ${number}`,
  },
  ar: {
    title: 'التقرير المرحلي السنوي 2025', subtitle: 'ما وعد به أعضاء التحالف، وما أبلغوا عنه، وما لا يزال غير معروف.', publisher: 'التحالف من أجل التعلم الرقمي',
    notice: 'محتوى تجريبي: المنظمات والأشخاص والتواريخ والأرقام كلها مختلقة.',
    words: { contents: 'المحتويات', page: 'صفحة {page} من {pages}', figure: 'الشكل {number}.', table: 'الجدول {number}', source: 'المصدر: {source}.', asOf: 'حتى {day}.', reference: 'الرقم المرجعي', version: 'الإصدار', publishedOn: 'تاريخ النشر', figuresAsOf: 'الأرقام حتى' },
    chapter: 'ربط المدارس بالإنترنت', lede: 'مدرستان من كل خمس مدارس وُعدت بالاتصال حصلت عليه بنهاية دورة 2025. وانتظرت مدارس الجزر الصغيرة أطول من غيرها.', credit: 'أعدّه الفريق العامل المعني بالاتصال. اعتُمد في 26 فبراير 2026.',
    found: 'ما توصلنا إليه', narrative: 'في إطار 128 التزامًا، وعد الأعضاء بربط **148,200 مدرسة** بين عامي 2021 و2032.\n\nحيثما جرى التفاوض على التعريفات *مدرسةً مدرسةً* تباطأ العمل؛ انظر [القرار D-2025-031](https://example.org/ar/decisions/D-2025-031).\n\n1. تُحتسب المدرسة مرة واحدة.\n2. النسب مقرّبة.\n   - تُحسب المجاميع قبل التقريب.',
    correction: 'صُحّح في الإصدار 2: كان الرقم الخاص بأوقيانوسيا 1,030 مدرسة، والصحيح 730.', finding: 'في أوقيانوسيا رُبطت مدرسة واحدة من كل أربع مدارس موعودة، وفي آسيا نحو نصفها', description: 'المدارس المربوطة كنسبة من المدارس الموعودة، والمنطقة ذات أدنى نسبة أولًا.', alt: 'نسبة المدارس المربوطة: أوقيانوسيا 26 في المائة، أفريقيا 35، آسيا 48.',
    source: 'تقارير الأعضاء، اللقطة 3f9c 41d2', reporting: 'أُبلغ عن 96 من أصل 128 التزامًا.', regions: ['أوقيانوسيا', 'أفريقيا', 'آسيا'], of: (part, whole) => `${part} من ${whole}`, percent: (number) => `${number}%`,
    columns: ['المنطقة', 'المربوطة', 'الموعودة', 'النسبة'], same: 'الأرقام نفسها', total: 'جميع المناطق', all: 'جميع الالتزامات', allCaption: 'الالتزامات وعدد المدارس المربوطة', commitment: (number) => `ربط المدارس الثانوية في المقاطعة ${number} وتدريب معلميها`,
  },
  ru: {
    title: 'Годовой отчёт о ходе работы за 2025 год', subtitle: 'Что обещали участники коалиции, о чём они сообщают и что остаётся неизвестным.', publisher: 'Коалиция за цифровое обучение',
    notice: 'Демонстрационные материалы: организации, люди, даты и цифры вымышлены.',
    words: { contents: 'Содержание', page: 'Страница {page} из {pages}', figure: 'Рисунок {number}.', table: 'Таблица {number}', source: 'Источник: {source}.', asOf: 'По состоянию на {day}', reference: 'Номер', version: 'Версия', publishedOn: 'Опубликовано', figuresAsOf: 'Данные на' },
    chapter: 'Подключение школ', lede: 'Две из каждых пяти школ, которым обещали подключение, получили его к концу цикла 2025 года.', credit: 'Подготовлено рабочей группой по подключению.',
    found: 'Что установлено', narrative: 'В рамках 128 обязательств участники обещали подключить **148 200 школ**.\n\nТам, где тарифы согласовывали *для каждой школы отдельно*, работа замедлилась; см. [решение](https://example.org/ru/decisions/D-2025-031).',
    correction: 'Исправлено в версии 2. Для Океании указано 1030 школ, верно 730.', finding: 'В Океании подключена каждая четвёртая обещанная школа, в Азии почти каждая вторая', description: 'Доля подключённых школ среди обещанных.', alt: 'Доля подключённых школ: Океания 26 процентов, Африка 35, Азия 48.',
    source: 'отчёты участников', reporting: 'Сообщили по 96 обязательствам из 128.', regions: ['Океания', 'Африка', 'Азия'], of: (part, whole) => `${part} из ${whole}`, percent: (number) => `${number} %`,
    columns: ['Регион', 'Подключено', 'Обещано', 'Доля'], same: 'Те же числа', total: 'Все регионы', all: 'Все обязательства', allCaption: 'Обязательства и подключённые школы', commitment: (number) => `Подключить средние школы района ${number}`,
  },
  zh: {
    title: '2025年年度进展报告', subtitle: '联盟成员承诺了什么，报告了什么，还有哪些尚不清楚。', publisher: '数字学习联盟',
    notice: '演示内容：机构、人物、日期和数字均为虚构。',
    words: { contents: '目录', page: '第{page}页，共{pages}页', figure: '图{number}', table: '表{number}', source: '来源：{source}。', asOf: '截至{day}。', reference: '编号', version: '版本', publishedOn: '发布日期', figuresAsOf: '数据截至' },
    chapter: '学校联网', lede: '到2025周期结束时，获得联网承诺的学校中有五分之二已经接通。小岛屿上的学校等待时间最长。', credit: '由互联互通工作组撰写，2026年2月26日签署。',
    found: '主要发现', narrative: '在128项承诺下，成员承诺在2021年至2032年间为**148,200所学校**接通网络。\n\n在资费由*各校逐一谈判*的地方，工作进展放缓；参见[决定 D-2025-031](https://example.org/zh/decisions/D-2025-031)。\n\n1. 每所学校只计算一次。\n2. 比例经过四舍五入。\n   - 合计在四舍五入之前计算。',
    correction: '第2版更正：大洋洲原为1,030所学校，实为730所。', finding: '在大洋洲，承诺的学校每四所接通一所；在亚洲接近一半', description: '已接通学校占承诺学校的比例，比例最低的地区在前。', alt: '已接通学校的比例：大洋洲百分之26，非洲35，亚洲48。',
    source: '成员报告，快照 3f9c 41d2', reporting: '128项承诺中有96项提交了报告。', regions: ['大洋洲', '非洲', '亚洲'], of: (part, whole) => `${part} / ${whole}`, percent: (number) => `${number}%`,
    columns: ['地区', '已接通', '承诺', '比例'], same: '相同的数字', total: '所有地区', all: '全部承诺', allCaption: '各项承诺与已接通学校', commitment: (number) => `为第${number}区的中学接通网络并培训教师`,
  },
};

const counted = [{ part: '730', whole: '2,800', share: 0.26 }, { part: '18,240', whole: '52,600', share: 0.35 }, { part: '27,910', whole: '58,300', share: 0.48 }] as const;

export function exampleReport(language: Language, rows = 300): PrintedDocument {
  const { words, ...said } = wordings[language];
  return {
    language, title: said.title, subtitle: said.subtitle, publisher: said.publisher, ref: 'AR-2025', version: '2',
    publishedOn: '2026-05-04', asOf: '2026-01-31', keywords: ['Concord', said.chapter], notices: [said.notice], words,
    sections: [
      {
        number: '1', heading: said.chapter, lede: said.lede, credit: said.credit, blocks: [{ kind: 'notice', tone: 'correction', runs: [{ text: said.correction }] }],
        sections: [{ number: '1.1', heading: said.found, blocks: [...blocksOfMarkdown(said.narrative), exampleFigure(said)] }],
      },
      { number: '2', heading: said.all, blocks: [longTable(said, rows)] },
    ],
  };
}

function exampleFigure(said: Omit<Wording, 'words'>): Figure {
  const { finding, description, alt, source, reporting } = said;
  const rows = counted.map((one, index) => [said.regions[index] ?? '', one.part, one.whole, said.percent(Math.round(one.share * 100))]);
  const bars = counted.map((one, index) => ({ label: said.regions[index] ?? '', value: said.percent(Math.round(one.share * 100)), note: said.of(one.part, one.whole), share: one.share }));
  const columns = said.columns.map((label, index) => ({ label, numeric: index > 0 }));
  return {
    kind: 'figure', number: '1.1', finding, description, alt, source, reporting, asOf: '2026-01-31', picture: { kind: 'bars', bars },
    table: { kind: 'table', number: '1.1', caption: said.same, columns, rows, total: [said.total, '46,880', '113,700', said.percent(41)] },
  };
}

function longTable(said: Omit<Wording, 'words'>, length: number): Table {
  const [region, connected, promised] = said.columns;
  const columns = [{ label: said.all, numeric: false }, { label: region, numeric: false }, { label: connected, numeric: true }, { label: promised, numeric: true }];
  const rows = Array.from({ length }, (_, index) => [`CMT-2025-${String(index + 1).padStart(4, '0')} ${said.commitment(index + 1)}`, said.regions[index % 3] ?? '', String(100 + index * 7), String(1000 + index * 13)]);
  return { kind: 'table', number: '2.1', caption: said.allCaption, columns, rows };
}

