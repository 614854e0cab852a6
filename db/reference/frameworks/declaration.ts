import { localised } from '../languages';
import { clause, type Framework } from './framework';

const MARGINALISED = [
  clause(
    'action_line',
    'P1.1',
    localised('Reach every learner', 'Atteindre chaque apprenant', 'Llegar a cada estudiante', 'الوصول إلى كل متعلّم', 'Охватить каждого учащегося', '惠及每一位学习者'),
    localised(
      'Plan first for those who are furthest from digital learning: displaced and refugee learners, learners with disabilities, girls, the poorest fifth, and those out of school.',
      'Planifier d’abord pour celles et ceux qui sont le plus loin de l’apprentissage numérique : apprenants déplacés et réfugiés, apprenants handicapés, filles, cinquième le plus pauvre et enfants non scolarisés.',
      'Planificar primero para quienes están más lejos del aprendizaje digital: estudiantes desplazados y refugiados, estudiantes con discapacidad, niñas, el quinto más pobre y quienes no están escolarizados.',
      'التخطيط أولًا لمن هم أبعد عن التعلّم الرقمي: المتعلمون النازحون واللاجئون، والمتعلمون ذوو الإعاقة، والفتيات، والخُمس الأفقر، ومن هم خارج المدرسة.',
      'Планировать прежде всего для тех, кто дальше всех от цифрового обучения: перемещённых учащихся и беженцев, учащихся с инвалидностью, девочек, беднейшей пятой части населения и тех, кто не посещает школу.',
      '首先为距离数字学习最远的人群规划：流离失所者和难民学习者、残疾学习者、女童、最贫困的五分之一人口以及失学者。',
    ),
  ),
  clause(
    'action_line',
    'P1.2',
    localised('Connect every place of learning', 'Connecter chaque lieu d’apprentissage', 'Conectar cada lugar de aprendizaje', 'ربط كل مكان للتعلّم', 'Подключить каждое место обучения', '连通每一处学习场所'),
    localised(
      'Bring meaningful connectivity to every school and to every community learning place, and keep it working.',
      'Apporter une connectivité réellement utile à chaque école et à chaque lieu d’apprentissage communautaire, et la maintenir en état de marche.',
      'Llevar una conectividad útil a cada escuela y a cada espacio comunitario de aprendizaje, y mantenerla en funcionamiento.',
      'إيصال اتصال مجدٍ إلى كل مدرسة وكل مكان تعلّم مجتمعي، والحفاظ على عمله.',
      'Обеспечить полноценное подключение каждой школы и каждого общественного места обучения и поддерживать его в рабочем состоянии.',
      '为每所学校和每个社区学习场所提供有意义的网络连接，并保持其正常运行。',
    ),
  ),
  clause(
    'action_line',
    'P1.3',
    localised('Make it affordable', 'Rendre l’accès abordable', 'Hacerlo asequible', 'جعله ميسور التكلفة', 'Сделать доступ недорогим', '让人人负担得起'),
    localised(
      'Bring the price of data and devices for learning within reach, and zero-rate public learning platforms.',
      'Mettre à la portée de chacun le prix des données et des appareils d’apprentissage, et rendre gratuit le trafic vers les plateformes publiques d’apprentissage.',
      'Poner al alcance de todos el precio de los datos y de los dispositivos para aprender, y no cobrar el tráfico hacia las plataformas públicas de aprendizaje.',
      'جعل أسعار البيانات والأجهزة اللازمة للتعلّم في المتناول، وإعفاء منصات التعلّم العامة من رسوم البيانات.',
      'Сделать доступными цены на трафик и устройства для обучения и не взимать плату за трафик общественных образовательных платформ.',
      '使用于学习的流量和设备价格人人可承受，并对公共学习平台免收流量费。',
    ),
  ),
  clause(
    'action_line',
    'P1.4',
    localised('Accessible from the start', 'Accessible dès le départ', 'Accesible desde el principio', 'ميسّر للجميع منذ البداية', 'Доступность с самого начала', '从一开始就无障碍'),
    localised(
      'Design connection, devices and content with learners with disabilities, and test them together.',
      'Concevoir la connexion, les appareils et les contenus avec les apprenants handicapés, et les tester ensemble.',
      'Diseñar la conexión, los dispositivos y los contenidos con estudiantes con discapacidad, y probarlos juntos.',
      'تصميم الاتصال والأجهزة والمحتوى مع المتعلمين ذوي الإعاقة، واختبارها معًا.',
      'Проектировать подключение, устройства и материалы вместе с учащимися с инвалидностью и вместе их испытывать.',
      '与残疾学习者共同设计网络连接、设备和内容，并一起测试。',
    ),
  ),
];

const CONTENT = [
  clause(
    'action_line',
    'P2.1',
    localised('Open content', 'Des contenus ouverts', 'Contenidos abiertos', 'محتوى مفتوح', 'Открытые материалы', '开放内容'),
    localised(
      'Publish what public money pays for under an open licence, in formats that can be adapted.',
      'Publier sous licence ouverte, dans des formats adaptables, ce que l’argent public finance.',
      'Publicar con licencia abierta, en formatos que puedan adaptarse, lo que se paga con dinero público.',
      'نشر ما يموّله المال العام برخصة مفتوحة وبصيغ قابلة للتكييف.',
      'Публиковать созданное на государственные деньги под открытой лицензией и в форматах, которые можно адаптировать.',
      '凡由公共资金资助的内容，均以开放许可和可改编的格式发布。',
    ),
  ),
  clause(
    'action_line',
    'P2.2',
    localised('Content in the languages learners speak', 'Des contenus dans les langues que parlent les apprenants', 'Contenidos en las lenguas que hablan los estudiantes', 'محتوى بلغات المتعلمين', 'Материалы на языках, на которых говорят учащиеся', '以学习者使用的语言提供内容'),
    localised(
      'Make content in the languages that are spoken at home, Indigenous and minority languages included.',
      'Produire des contenus dans les langues parlées à la maison, y compris les langues autochtones et minoritaires.',
      'Crear contenidos en las lenguas que se hablan en casa, incluidas las indígenas y minoritarias.',
      'إعداد المحتوى باللغات المستخدمة في البيت، ومنها لغات الشعوب الأصلية والأقليات.',
      'Создавать материалы на языках, на которых говорят дома, включая языки коренных народов и меньшинств.',
      '以家庭使用的语言制作内容，包括土著语言和少数群体语言。',
    ),
  ),
  clause(
    'action_line',
    'P2.3',
    localised('Public platforms that last', 'Des plateformes publiques durables', 'Plataformas públicas que perduren', 'منصات عامة تدوم', 'Общественные платформы надолго', '持久的公共平台'),
    localised(
      'Keep a public platform for each level of schooling, with an owner, a budget line and a plan for the next ten years.',
      'Maintenir une plateforme publique pour chaque niveau d’enseignement, dotée d’un responsable, d’une ligne budgétaire et d’un plan à dix ans.',
      'Mantener una plataforma pública para cada nivel de enseñanza, con un responsable, una partida presupuestaria y un plan a diez años.',
      'الحفاظ على منصة عامة لكل مرحلة دراسية، لها جهة مالكة وبند في الميزانية وخطة للسنوات العشر المقبلة.',
      'Поддерживать для каждого уровня образования общественную платформу, у которой есть владелец, строка в бюджете и план на десять лет.',
      '为每个教育阶段维持一个公共平台，明确归属、预算科目和未来十年的计划。',
    ),
  ),
  clause(
    'action_line',
    'P2.4',
    localised('Sustainable and predictable financing', 'Un financement durable et prévisible', 'Financiación sostenible y previsible', 'تمويل مستدام يمكن التنبؤ به', 'Устойчивое и предсказуемое финансирование', '可持续和可预测的筹资'),
    localised(
      'Pay for digital learning from domestic budgets first, and make external money predictable for three years or more.',
      'Financer l’apprentissage numérique d’abord sur les budgets nationaux, et rendre les fonds extérieurs prévisibles sur trois ans ou plus.',
      'Pagar el aprendizaje digital ante todo con presupuestos nacionales, y hacer que el dinero externo sea previsible a tres años o más.',
      'تمويل التعلّم الرقمي من الميزانيات الوطنية أولًا، وجعل الأموال الخارجية قابلة للتنبؤ لثلاث سنوات أو أكثر.',
      'Оплачивать цифровое обучение прежде всего из национальных бюджетов и делать внешние средства предсказуемыми на три года и более.',
      '数字学习首先由国内预算出资，并使外部资金在三年或更长时间内可预测。',
    ),
  ),
];

const PEDAGOGY = [
  clause(
    'action_line',
    'P3.1',
    localised('Teachers take part at each stage', 'Les enseignants participent à chaque étape', 'El profesorado participa en cada etapa', 'مشاركة المعلمين في كل مرحلة', 'Учителя участвуют на каждом этапе', '教师参与每个阶段'),
    localised(
      'Involve teachers in design, testing, rollout and scaling, and show what changed because of them.',
      'Associer les enseignants à la conception, aux tests, au déploiement et au passage à l’échelle, et montrer ce qui a changé grâce à eux.',
      'Implicar al profesorado en el diseño, las pruebas, la implantación y la ampliación, y mostrar qué cambió gracias a ello.',
      'إشراك المعلمين في التصميم والاختبار والتعميم والتوسيع، وبيان ما تغيّر بفضلهم.',
      'Привлекать учителей к проектированию, испытаниям, внедрению и расширению и показывать, что изменилось благодаря им.',
      '让教师参与设计、测试、推广和扩大规模，并说明因此发生了哪些变化。',
    ),
  ),
  clause(
    'action_line',
    'P3.2',
    localised('Time and training to teach differently', 'Du temps et de la formation pour enseigner autrement', 'Tiempo y formación para enseñar de otra manera', 'وقت وتدريب للتدريس بطريقة مختلفة', 'Время и подготовка, чтобы учить по-другому', '为改变教学提供时间和培训'),
    localised(
      'Give teachers time, training and peers, so that technology serves learning and not the other way round.',
      'Donner aux enseignants du temps, de la formation et des pairs, pour que la technologie serve l’apprentissage et non l’inverse.',
      'Dar al profesorado tiempo, formación y compañeros, para que la tecnología sirva al aprendizaje y no al revés.',
      'منح المعلمين الوقت والتدريب والزملاء، حتى تخدم التكنولوجيا التعلّم لا العكس.',
      'Дать учителям время, подготовку и поддержку коллег, чтобы технологии служили обучению, а не наоборот.',
      '为教师提供时间、培训和同伴支持，使技术服务于学习，而非相反。',
    ),
  ),
  clause(
    'action_line',
    'P3.3',
    localised('Do no harm with learner data', 'Ne pas nuire avec les données des apprenants', 'No causar daño con los datos de los estudiantes', 'عدم الإضرار ببيانات المتعلمين', 'Не причинять вреда данными учащихся', '学习者数据不得造成伤害'),
    localised(
      'Collect as little as possible, never for advertising or profiling, and let learners see and erase what is kept.',
      'Collecter le moins possible, jamais à des fins publicitaires ou de profilage, et permettre aux apprenants de voir et d’effacer ce qui est conservé.',
      'Recoger lo menos posible, nunca para publicidad ni elaboración de perfiles, y permitir que los estudiantes vean y borren lo que se guarda.',
      'جمع أقل قدر ممكن من البيانات، وعدم استخدامها إطلاقًا للإعلان أو التنميط، وتمكين المتعلمين من الاطلاع على ما يُحفظ ومحوه.',
      'Собирать как можно меньше, никогда — для рекламы или профилирования, и позволять учащимся видеть и удалять то, что хранится.',
      '尽可能少收集数据，绝不用于广告或画像，并允许学习者查看和删除所保存的数据。',
    ),
  ),
];

/**
 * The Declaration on Connectivity for Education. The official action lines were not available when this was written: three principles are
 * named in the founding documents, and the lines under them say in our words what those documents ask for.
 */
export const DECLARATION: Framework = {
  code: 'CONNDECL',
  name: localised(
    'Declaration on Connectivity for Education',
    'Déclaration sur la connectivité pour l’éducation',
    'Declaración sobre la Conectividad para la Educación',
    'إعلان بشأن الاتصال من أجل التعليم',
    'Декларация о подключении к интернету для образования',
    '连通教育宣言',
  ),
  shortName: localised('Declaration', 'Déclaration', 'Declaración', 'الإعلان', 'Декларация', '宣言'),
  standing: 'working_paraphrase',
  source: 'Working paraphrase by the secretariat, after the founding documents of the coalition; not the wording that was signed.',
  nodes: [
    clause(
      'principle',
      'P1',
      localised('Centre the most marginalised', 'Placer les plus marginalisés au centre', 'Poner en el centro a los más marginados', 'وضع الفئات الأشد تهميشًا في المركز', 'Ставить в центр наиболее обездоленных', '以最边缘化群体为中心'),
      localised(
        'Digital learning is planned from those who are furthest behind, not extended to them at the end.',
        'L’apprentissage numérique se planifie à partir de ceux qui sont le plus en retard ; il ne leur est pas étendu à la fin.',
        'El aprendizaje digital se planifica desde quienes están más atrás; no se les extiende al final.',
        'يُخطَّط للتعلّم الرقمي انطلاقًا ممن هم الأبعد عن الركب، ولا يُمدّ إليهم في النهاية.',
        'Цифровое обучение планируется начиная с тех, кто отстаёт больше всех, а не доходит до них в последнюю очередь.',
        '数字学习从最落后的人群出发进行规划，而不是最后才推及他们。',
      ),
      MARGINALISED,
    ),
    clause(
      'principle',
      'P2',
      localised(
        'Expand investment in free, high-quality digital content',
        'Accroître l’investissement dans des contenus numériques gratuits et de qualité',
        'Ampliar la inversión en contenidos digitales gratuitos y de calidad',
        'توسيع الاستثمار في محتوى رقمي مجاني عالي الجودة',
        'Наращивать вложения в бесплатные качественные цифровые материалы',
        '扩大对免费优质数字内容的投资',
      ),
      localised(
        'What learners and teachers need is a public good: free to use, good, and paid for in a way that lasts.',
        'Ce dont les apprenants et les enseignants ont besoin est un bien public : gratuit, de qualité et financé durablement.',
        'Lo que necesitan estudiantes y docentes es un bien público: gratuito, bueno y financiado de forma duradera.',
        'ما يحتاج إليه المتعلمون والمعلمون منفعة عامة: مجاني الاستخدام، جيد، ومموَّل بصورة تدوم.',
        'То, что нужно учащимся и учителям, — общественное благо: бесплатное, качественное и оплачиваемое надолго вперёд.',
        '学习者和教师所需的是公共产品：免费使用、质量优良、资金持久。',
      ),
      CONTENT,
    ),
    clause(
      'principle',
      'P3',
      localised('Pedagogical innovation and change', 'Innovation et changement pédagogiques', 'Innovación y cambio pedagógicos', 'الابتكار والتغيير في أساليب التعليم', 'Педагогические инновации и перемены', '教学创新与变革'),
      localised(
        'Teachers lead the change, technology serves it, and nobody is harmed by the data it leaves.',
        'Les enseignants conduisent le changement, la technologie le sert, et personne ne subit de tort du fait des données qu’elle laisse.',
        'El profesorado dirige el cambio, la tecnología está a su servicio y nadie sufre daño por los datos que deja.',
        'يقود المعلمون التغيير، وتخدمه التكنولوجيا، ولا يتضرر أحد من البيانات التي تخلّفها.',
        'Перемены ведут учителя, технологии им служат, и никому не вредят данные, которые после них остаются.',
        '由教师引领变革，技术为其服务，任何人都不因由此产生的数据而受到伤害。',
      ),
      PEDAGOGY,
    ),
  ],
};
