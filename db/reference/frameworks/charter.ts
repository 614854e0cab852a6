import { localised } from '../languages';
import { clause, type Framework } from './framework';

/** The seven principles of the charter that members adhere to and public platforms look at themselves by. */
export const CHARTER: Framework = {
  code: 'CHARTER-7',
  name: localised(
    'Charter of public digital learning: seven principles',
    'Charte de l’apprentissage numérique public : sept principes',
    'Carta del aprendizaje digital público: siete principios',
    'ميثاق التعلّم الرقمي العام: سبعة مبادئ',
    'Хартия общедоступного цифрового обучения: семь принципов',
    '公共数字学习宪章：七项原则',
  ),
  shortName: localised('Charter', 'Charte', 'Carta', 'الميثاق', 'Хартия', '宪章'),
  standing: 'working_paraphrase',
  source: 'Working paraphrase by the secretariat, after the charter for public digital learning platforms of the Gateways initiative.',
  nodes: [
    clause(
      'principle',
      'C1',
      localised('Open', 'Ouverture', 'Abierta', 'الانفتاح', 'Открытость', '开放'),
      localised(
        'Content and code may be used, adapted and passed on by all.',
        'Contenus et code peuvent être utilisés, adaptés et transmis par tous.',
        'El contenido y el código pueden ser usados, adaptados y compartidos por todos.',
        'يحق للجميع استخدام المحتوى والبرمجيات وتعديلها وتداولها.',
        'Материалы и код может использовать, менять и передавать каждый.',
        '内容和代码可供所有人使用、改编和传播。',
      ),
    ),
    clause(
      'principle',
      'C2',
      localised('Free of charge', 'Gratuité', 'Gratuita', 'المجانية', 'Бесплатность', '免费'),
      localised(
        'Learners, families and teachers pay neither with money nor with their attention or data.',
        'Apprenants, familles et enseignants ne paient ni en argent, ni par leur attention, ni par leurs données.',
        'Estudiantes, familias y docentes no pagan con dinero, ni con su atención, ni con sus datos.',
        'لا يدفع المتعلمون والأسر والمعلمون مالًا ولا انتباهًا ولا بيانات.',
        'Учащиеся, семьи и учителя не платят ни деньгами, ни вниманием, ни своими данными.',
        '学习者、家庭和教师无需付费，也不以注意力或数据作为代价。',
      ),
    ),
    clause(
      'principle',
      'C3',
      localised('Accessible to all', 'Accessibilité', 'Accesible', 'إتاحة الوصول', 'Доступность', '无障碍'),
      localised(
        'It works for learners with disabilities, on old phones and weak lines, and in the languages that are spoken at home.',
        'Elle fonctionne pour les apprenants handicapés, sur de vieux téléphones et des lignes faibles, et dans les langues parlées à la maison.',
        'Funciona para estudiantes con discapacidad, en teléfonos viejos y líneas débiles, y en las lenguas que se hablan en casa.',
        'تعمل للمتعلمين ذوي الإعاقة، وعلى الهواتف القديمة والخطوط الضعيفة، وباللغات المحكية في البيت.',
        'Она работает для учащихся с инвалидностью, на старых телефонах и слабых линиях и на языках, на которых говорят дома.',
        '适用于残疾学习者，能在旧手机和弱网络上运行，并使用家庭语言。',
      ),
    ),
    clause(
      'principle',
      'C4',
      localised('Aligned with the curriculum', 'Conformité aux programmes', 'Acorde con el currículo', 'التوافق مع المنهاج', 'Соответствие программе', '符合课程'),
      localised(
        'What is offered follows the national curriculum and says which part of it.',
        'Ce qui est proposé suit le programme national et dit de quelle partie il s’agit.',
        'Lo que se ofrece sigue el plan de estudios nacional y dice qué parte.',
        'ما يُعرض يتبع المنهاج الوطني ويبيّن أي جزء منه.',
        'То, что предлагается, следует национальной программе и называет её раздел.',
        '所提供的内容遵循国家课程，并注明对应部分。',
      ),
    ),
    clause(
      'principle',
      'C5',
      localised('Safe', 'Sécurité', 'Segura', 'الأمان', 'Безопасность', '安全'),
      localised(
        'No advertising, no profiling, as little data as possible, and protection from harm by others.',
        'Ni publicité, ni profilage, le moins de données possible, et une protection contre les atteintes d’autrui.',
        'Sin publicidad, sin perfiles, con los menos datos posibles y con protección frente al daño de otros.',
        'لا إعلانات ولا تنميط، وأقل ما يمكن من البيانات، وحماية من أذى الآخرين.',
        'Без рекламы и профилирования, с наименьшим количеством данных и с защитой от вреда со стороны других.',
        '没有广告，不做画像，数据尽可能少，并防止他人造成伤害。',
      ),
    ),
    clause(
      'principle',
      'C6',
      localised('Made with teachers', 'Faite avec les enseignants', 'Hecha con docentes', 'بمشاركة المعلمين', 'Вместе с учителями', '教师参与'),
      localised(
        'Teachers have a say in what is built, and it helps their teaching rather than replacing it.',
        'Les enseignants ont leur mot à dire sur ce qui est construit, qui aide leur enseignement au lieu de le remplacer.',
        'Los docentes opinan sobre lo que se construye, que ayuda a su enseñanza en lugar de sustituirla.',
        'للمعلمين رأي فيما يُبنى، وهو يعين تدريسهم ولا يحل محله.',
        'Учителя участвуют в решениях о том, что создаётся, и это помогает преподаванию, а не заменяет его.',
        '教师对所建内容有发言权；平台辅助教学，而非取代教学。',
      ),
    ),
    clause(
      'principle',
      'C7',
      localised('Lasting', 'Durabilité', 'Duradera', 'الاستدامة', 'Долговечность', '持久'),
      localised(
        'It has a public owner, a budget line and a plan for the years after the project ends.',
        'Elle a un propriétaire public, une ligne budgétaire et un plan pour les années qui suivent la fin du projet.',
        'Tiene un titular público, una línea presupuestaria y un plan para los años posteriores al proyecto.',
        'لها مالك عام وبند في الميزانية وخطة للسنوات التي تلي نهاية المشروع.',
        'У неё есть государственный владелец, строка в бюджете и план на годы после окончания проекта.',
        '有公共所有者、预算科目，以及项目结束后多年的计划。',
      ),
    ),
  ],
};
