import { localised } from '../languages';
import { clause, type Framework } from './framework';

/** The six pillars of a national plan for digital learning, in the order in which plans number them. */
export const SIX_PILLARS: Framework = {
  code: 'SIX-PILLARS',
  name: localised(
    'Six pillars of a national plan for digital learning',
    'Six piliers d’un plan national pour l’apprentissage numérique',
    'Seis pilares de un plan nacional de aprendizaje digital',
    'الركائز الست لخطة وطنية للتعلّم الرقمي',
    'Шесть опор национального плана цифрового обучения',
    '国家数字学习计划六大支柱',
  ),
  shortName: localised('Six pillars', 'Six piliers', 'Seis pilares', 'الركائز الست', 'Шесть опор', '六大支柱'),
  standing: 'working_paraphrase',
  source: 'Working paraphrase by the secretariat, after the headings under which national plans are commonly ordered.',
  nodes: [
    clause(
      'pillar',
      '1',
      localised('Coordination and leadership', 'Coordination et pilotage', 'Coordinación y liderazgo', 'التنسيق والقيادة', 'Координация и руководство', '协调与领导'),
      localised(
        'One plan, one lead, and a place where ministries, providers and schools decide together.',
        'Un plan, un pilote, et un lieu où ministères, fournisseurs et écoles décident ensemble.',
        'Un plan, una dirección y un lugar donde ministerios, proveedores y escuelas deciden juntos.',
        'خطة واحدة وقيادة واحدة ومكان تقرّر فيه الوزارات ومقدمو الخدمات والمدارس معًا.',
        'Один план, один ответственный и место, где министерства, поставщики и школы решают вместе.',
        '一个计划、一个牵头方，以及各部委、服务提供方和学校共同决策的平台。',
      ),
    ),
    clause(
      'pillar',
      '2',
      localised('Connectivity and infrastructure', 'Connectivité et infrastructures', 'Conectividad e infraestructura', 'الاتصال والبنية التحتية', 'Подключение и инфраструктура', '连通性与基础设施'),
      localised(
        'Power, connection, devices and their upkeep in every place of learning.',
        'Électricité, connexion, appareils et entretien dans chaque lieu d’apprentissage.',
        'Electricidad, conexión, dispositivos y su mantenimiento en cada lugar de aprendizaje.',
        'الكهرباء والاتصال والأجهزة وصيانتها في كل مكان للتعلّم.',
        'Электричество, связь, устройства и их обслуживание в каждом месте обучения.',
        '每一处学习场所的电力、网络、设备及其维护。',
      ),
    ),
    clause(
      'pillar',
      '3',
      localised('Cost and sustainability', 'Coûts et viabilité financière', 'Costos y sostenibilidad', 'التكلفة والاستدامة', 'Стоимость и устойчивость', '成本与可持续性'),
      localised(
        'What it costs over its whole life, who pays, and what happens when a grant ends.',
        'Ce que cela coûte sur toute sa durée, qui paie, et ce qui se passe quand une subvention prend fin.',
        'Cuánto cuesta durante toda su vida, quién paga y qué ocurre cuando termina una subvención.',
        'تكلفته على مدى عمره كله، ومن يدفعها، وما يحدث عند انتهاء المنحة.',
        'Сколько это стоит за весь срок службы, кто платит и что будет, когда грант закончится.',
        '全生命周期的成本、由谁承担，以及赠款结束后怎么办。',
      ),
    ),
    clause(
      'pillar',
      '4',
      localised('Capacity and culture', 'Capacités et culture', 'Capacidades y cultura', 'القدرات والثقافة', 'Навыки и культура', '能力与文化'),
      localised(
        'Teachers, heads and officials who can use it, and learners who can judge what they see.',
        'Des enseignants, des chefs d’établissement et des responsables capables de s’en servir, et des apprenants capables de juger ce qu’ils voient.',
        'Docentes, directores y funcionarios capaces de usarlo, y estudiantes capaces de juzgar lo que ven.',
        'معلمون ومديرون ومسؤولون قادرون على استخدامها، ومتعلمون قادرون على الحكم على ما يرونه.',
        'Учителя, директора и чиновники, которые умеют этим пользоваться, и учащиеся, которые умеют оценивать увиденное.',
        '教师、校长和官员会用，学习者能够判断所见内容。',
      ),
    ),
    clause(
      'pillar',
      '5',
      localised('Content and solutions', 'Contenus et solutions', 'Contenidos y soluciones', 'المحتوى والحلول', 'Материалы и решения', '内容与解决方案'),
      localised(
        'Curriculum-aligned content and platforms, open, accessible and in the languages of learners.',
        'Des contenus et des plateformes conformes aux programmes, ouverts, accessibles et dans les langues des apprenants.',
        'Contenidos y plataformas acordes con los planes de estudio, abiertos, accesibles y en las lenguas de los estudiantes.',
        'محتوى ومنصات متوافقة مع المناهج، مفتوحة وميسّرة وبلغات المتعلمين.',
        'Материалы и платформы, которые отвечают учебным программам, открыты, доступны и созданы на языках учащихся.',
        '与课程一致、开放、无障碍并使用学习者语言的内容和平台。',
      ),
    ),
    clause(
      'pillar',
      '6',
      localised('Data and evidence', 'Données et éléments probants', 'Datos y evidencia', 'البيانات والأدلة', 'Данные и доказательства', '数据与证据'),
      localised(
        'Knowing what works and for whom, with data that protect those they describe.',
        'Savoir ce qui fonctionne et pour qui, avec des données qui protègent celles et ceux qu’elles décrivent.',
        'Saber qué funciona y para quién, con datos que protejan a quienes describen.',
        'معرفة ما ينجح ولمن ينجح، ببيانات تحمي من تصفهم.',
        'Знать, что работает и для кого, и защищать тех, о ком эти данные.',
        '了解什么有效、对谁有效，同时使数据保护其所描述的人。',
      ),
    ),
  ],
};
