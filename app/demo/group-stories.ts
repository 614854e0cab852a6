import type { Language } from '#app/languages/language';
import type { DecisionRule, GroupKind } from '#app/working-groups/model';

/** A group of the story: what it is called, what it talks about, what it decides. */
export interface GroupStory {
  readonly kind: GroupKind;
  readonly rule: DecisionRule;
  readonly zone: string;
  readonly lines: readonly string[];
  readonly texts: Readonly<Record<Language, { readonly name: string; readonly mandate: string | null }>>;
  readonly topics: readonly { readonly title: string; readonly note: string; readonly decision: string; readonly action: string }[];
  readonly recommendations: readonly { readonly title: string; readonly text: string }[];
}

const six = (en: string, fr: string, es: string, ar: string, ru: string, zh: string, mandate: string): GroupStory['texts'] => ({
  en: { name: en, mandate }, fr: { name: fr, mandate: null }, es: { name: es, mandate: null }, ar: { name: ar, mandate: null }, ru: { name: ru, mandate: null }, zh: { name: zh, mandate: null },
});
const topic = (title: string, note: string, decision: string, action: string) => ({ title, note, decision, action });

export const groups: readonly GroupStory[] = [
  {
    kind: 'working_group', rule: 'consensus', zone: 'Africa/Nairobi', lines: ['P3.3'],
    texts: six('Data for learning', 'Des données pour apprendre', 'Datos para el aprendizaje', 'البيانات من أجل التعلّم', 'Данные для обучения', '数据促进学习', 'Agrees how data serve learning without harming learners: infrastructure, capacities, governance.'),
    topics: [
      topic('Which school data every country needs', 'Members compared twelve school registers. Nine lack a stable number for each school.', 'Countries give every school one public number that does not change.', 'Compare school numbers in five registers.'),
      topic('A tariff template that operators can sign', 'Three regulators showed their tariffs. A common form would save months.', 'The group adopts the shared tariff template, version 1.', 'Send the template to operators in ten countries.'),
      topic('Counting learners without naming them', 'No use needs a name. Counts by grade and sex are enough.', 'Members publish counts only, never names or dates of birth.', 'Write one page for head teachers.'),
      topic('Who may see what', 'Two countries described what went wrong with shared passwords.', 'Access to school data is by role, and each look is logged.', 'Describe four roles that fit every ministry.'),
      topic('How often to measure a connection', 'Speed tests once a year hide the rainy season.', 'Connected schools are tested every month at lesson time.', 'Try a test that uses less than 5 MB.'),
      topic('Open formats for time tables and lessons', 'Four formats are in use; two are open.', 'New platforms export lessons in an open format.', 'List platforms that already do.'),
    ],
    recommendations: [
      { title: 'Use the shared tariff template', text: 'Regulators and operators agree on school tariffs with the shared template and publish them.' },
      { title: 'Test connections at lesson time', text: 'Every connected school is tested monthly, at lesson time, and the result is public.' },
    ],
  },
  {
    kind: 'working_group', rule: 'majority', zone: 'Asia/Dhaka', lines: ['P1.2', 'P1.3'],
    texts: six('Connectivity and cost', 'Connectivité et coût', 'Conectividad y coste', 'الربط والتكلفة', 'Подключение и стоимость', '联网与成本', 'Finds out what it costs to connect a school and keep it connected, and who pays.'),
    topics: [
      topic('What a connected school costs in a year', 'Costs ran from USD 900 to USD 6,200; power is half of it.', 'The group publishes cost ranges by kind of connection.', 'Collect invoices from twenty schools.'),
      topic('Power that lasts the school day', 'Batteries last two years where heat is over 35 degrees.', 'Solar sets are bought with a service contract of five years.', 'Draft the service contract.'),
      topic('Universal service funds', 'Six funds hold money that nobody has asked for.', 'Ministries apply together with regulators.', 'Write to the six funds.'),
      topic('Satellite or fibre', 'Satellite is faster to start, fibre cheaper after four years.', 'Schools beyond 40 km of fibre start with satellite.', 'Map schools by distance to fibre.'),
    ],
    recommendations: [{ title: 'Budget for running costs first', text: 'No school is connected before three years of running costs are in a budget.' }],
  },
  {
    kind: 'expert_group', rule: 'two_thirds', zone: 'America/Lima', lines: ['P2.1', 'P2.2'],
    texts: six('Open content and languages', 'Contenus ouverts et langues', 'Contenidos abiertos y lenguas', 'المحتوى المفتوح واللغات', 'Открытый контент и языки', '开放内容与语言', 'Helps members to publish free, high-quality content in the languages learners speak.'),
    topics: [
      topic('Licences that teachers understand', 'Most teachers did not know what they may copy.', 'Members use two licences only, each explained in one sentence.', 'Test the two sentences with teachers.'),
      topic('Quality before quantity', 'Reviewers found errors in one lesson in nine.', 'Each lesson is tried in three classes before it is published.', 'Write the protocol for trials.'),
      topic('Who owns a story that a village tells', 'Communities want their names on it, and a say in changes.', 'Language communities keep the last word on their texts.', 'Draft a note of agreement.'),
    ],
    recommendations: [{ title: 'Try lessons in class before publishing', text: 'A lesson is published after three classes have tried it and said what they changed.' }],
  },
  {
    kind: 'working_group', rule: 'consent', zone: 'Europe/Brussels', lines: ['P3.1', 'P3.2'],
    texts: six('Teachers and pedagogy', 'Enseignants et pédagogie', 'Docentes y pedagogía', 'المعلمون وأصول التدريس', 'Учителя и педагогика', '教师与教学法', 'Makes sure that teachers take part when digital lessons are designed, tested, rolled out and scaled.'),
    topics: [
      topic('Time is the scarcest thing', 'Training after hours reached half as many women.', 'Training happens in paid time.', 'Ask ministries for their rules on paid time.'),
      topic('What teachers changed', 'In nine of eleven trials teachers changed the order of lessons.', 'Reports say what teachers changed, or that nobody asked.', 'Add the question to the annual update.'),
      topic('Mentors in the district', 'One mentor for forty teachers is too few.', 'Members aim at one mentor for fifteen teachers.', 'Count mentors in each member country.'),
    ],
    recommendations: [{ title: 'Pay for training time', text: 'Training counts as working time, and replacement is budgeted.' }],
  },
];
