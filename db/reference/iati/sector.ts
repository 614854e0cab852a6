import { code, withdrawnCode } from '../codes';

/**
 * OECD DAC purpose codes (sector vocabulary 1) of education (110 to 114), communications (220), other multisector (430) and
 * unallocated (998): the sectors that money for digital learning is reported under.
 */
export const SECTORS = [
  code('11110', 'Education policy and administrative management', 'Politique de l’éducation et gestion administrative', 'Política educativa y gestión administrativa', 'سياسات التعليم والإدارة', 'Политика в области образования и управление', '教育政策和行政管理'),
  code('11120', 'Education facilities and training', 'Équipements scolaires et formation', 'Instalaciones educativas y formación', 'مرافق التعليم والتدريب', 'Образовательные учреждения и обучение', '教育设施和培训'),
  code('11130', 'Teacher training', 'Formation des enseignants', 'Formación de docentes', 'تدريب المعلمين', 'Подготовка учителей', '教师培训'),
  code('11182', 'Educational research', 'Recherche en éducation', 'Investigación educativa', 'البحوث التربوية', 'Исследования в области образования', '教育研究'),
  code('11220', 'Primary education', 'Enseignement primaire', 'Enseñanza primaria', 'التعليم الابتدائي', 'Начальное образование', '初等教育'),
  code('11230', 'Basic life skills for adults', 'Compétences de base des adultes', 'Competencias básicas para la vida de los adultos', 'المهارات الحياتية الأساسية للكبار', 'Базовые жизненные навыки для взрослых', '成人基本生活技能'),
  code('11231', 'Basic life skills for youth', 'Compétences de base des jeunes', 'Competencias básicas para la vida de los jóvenes', 'المهارات الحياتية الأساسية للشباب', 'Базовые жизненные навыки для молодёжи', '青年基本生活技能'),
  code('11232', 'Primary education equivalent for adults', 'Équivalent de l’enseignement primaire pour adultes', 'Equivalente a la enseñanza primaria para adultos', 'ما يعادل التعليم الابتدائي للكبار', 'Эквивалент начального образования для взрослых', '成人初等教育同等学历'),
  code('11240', 'Early childhood education', 'Éducation de la petite enfance', 'Educación de la primera infancia', 'التعليم في مرحلة الطفولة المبكرة', 'Дошкольное образование', '幼儿教育'),
  code('11250', 'School feeding', 'Alimentation scolaire', 'Alimentación escolar', 'التغذية المدرسية', 'Школьное питание', '学校供餐'),
  code('11260', 'Lower secondary education', 'Premier cycle du secondaire', 'Primer ciclo de secundaria', 'المرحلة الأولى من التعليم الثانوي', 'Первый этап среднего образования', '初中教育'),
  code('11320', 'Upper secondary education', 'Deuxième cycle du secondaire', 'Segundo ciclo de secundaria', 'المرحلة الثانية من التعليم الثانوي', 'Второй этап среднего образования', '高中教育'),
  withdrawnCode('11321', 'Lower secondary education (until 2018)', 'Premier cycle du secondaire (jusqu’en 2018)', 'Primer ciclo de secundaria (hasta 2018)', 'المرحلة الأولى من التعليم الثانوي (حتى 2018)', 'Первый этап среднего образования (до 2018 года)', '初中教育（至2018年）'),
  withdrawnCode('11322', 'Upper secondary education (until 2018)', 'Deuxième cycle du secondaire (jusqu’en 2018)', 'Segundo ciclo de secundaria (hasta 2018)', 'المرحلة الثانية من التعليم الثانوي (حتى 2018)', 'Второй этап среднего образования (до 2018 года)', '高中教育（至2018年）'),
  code('11330', 'Vocational training', 'Formation professionnelle', 'Formación profesional', 'التدريب المهني', 'Профессиональная подготовка', '职业培训'),
  code('11420', 'Higher education', 'Enseignement supérieur', 'Enseñanza superior', 'التعليم العالي', 'Высшее образование', '高等教育'),
  code('11430', 'Advanced technical and managerial training', 'Formation technique et de gestion supérieure', 'Formación técnica y de gestión avanzada', 'التدريب التقني والإداري المتقدم', 'Повышенная техническая и управленческая подготовка', '高级技术和管理培训'),
  code('22010', 'Communications policy and administrative management', 'Politique des communications et gestion administrative', 'Política de comunicaciones y gestión administrativa', 'سياسات الاتصالات والإدارة', 'Политика в области связи и управление', '通信政策和行政管理'),
  code('22011', 'Communications policy, planning and administration', 'Politique, planification et administration des communications', 'Política, planificación y administración de las comunicaciones', 'سياسات الاتصالات وتخطيطها وإدارتها', 'Политика, планирование и администрирование связи', '通信政策、规划和管理'),
  code('22012', 'Postal services', 'Services postaux', 'Servicios postales', 'الخدمات البريدية', 'Почтовые услуги', '邮政服务'),
  code('22013', 'Information services', 'Services d’information', 'Servicios de información', 'خدمات المعلومات', 'Информационные услуги', '信息服务'),
  code('22020', 'Telecommunications', 'Télécommunications', 'Telecomunicaciones', 'الاتصالات السلكية واللاسلكية', 'Телекоммуникации', '电信'),
  code('22030', 'Radio, television and print media', 'Radio, télévision et presse écrite', 'Radio, televisión y prensa', 'الإذاعة والتلفزيون والصحافة المطبوعة', 'Радио, телевидение и печатные СМИ', '广播、电视和印刷媒体'),
  code('22040', 'Information and communication technology', 'Technologies de l’information et de la communication', 'Tecnologías de la información y las comunicaciones', 'تكنولوجيا المعلومات والاتصالات', 'Информационно-коммуникационные технологии', '信息和通信技术'),
  code('43010', 'Multisector aid', 'Aide multisectorielle', 'Ayuda multisectorial', 'مساعدة متعددة القطاعات', 'Многосекторная помощь', '多部门援助'),
  code('43030', 'Urban development and management', 'Développement et gestion urbains', 'Desarrollo y gestión urbanos', 'التنمية والإدارة الحضرية', 'Развитие городов и управление ими', '城市发展与管理'),
  code('43040', 'Rural development', 'Développement rural', 'Desarrollo rural', 'التنمية الريفية', 'Развитие сельских районов', '农村发展'),
  code('43060', 'Disaster risk reduction', 'Réduction des risques de catastrophe', 'Reducción del riesgo de desastres', 'الحد من مخاطر الكوارث', 'Снижение риска бедствий', '减少灾害风险'),
  code('43081', 'Multisector education and training', 'Éducation et formation multisectorielles', 'Educación y formación multisectoriales', 'تعليم وتدريب متعدد القطاعات', 'Многосекторное образование и обучение', '多部门教育和培训'),
  code('43082', 'Research and scientific institutions', 'Institutions scientifiques et de recherche', 'Instituciones científicas y de investigación', 'مؤسسات البحث والعلوم', 'Научно-исследовательские учреждения', '科研机构'),
  code('99810', 'Sectors not specified', 'Secteurs non spécifiés', 'Sectores no especificados', 'قطاعات غير محددة', 'Секторы не указаны', '未指明部门'),
  code('99820', 'Promotion of development awareness', 'Sensibilisation au développement', 'Sensibilización sobre el desarrollo', 'تعزيز الوعي بالتنمية', 'Просвещение по вопросам развития', '宣传发展'),
] as const;

export type Sector = (typeof SECTORS)[number]['code'];
