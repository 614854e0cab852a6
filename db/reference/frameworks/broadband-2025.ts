import { localised } from '../languages';
import { clause, type Framework } from './framework';

/** Those of the Broadband Commission's targets that bear on learning, under their numbers there; the others are about finance and firms. */
export const BROADBAND_2025: Framework = {
  code: 'BROADBAND-2025',
  name: localised(
    'Broadband Commission targets for 2025 that bear on learning',
    'Cibles de la Commission sur le large bande pour 2025 qui touchent l’apprentissage',
    'Metas para 2025 de la Comisión sobre la Banda Ancha que atañen al aprendizaje',
    'أهداف لجنة النطاق العريض لعام 2025 ذات الصلة بالتعلّم',
    'Целевые показатели Комиссии по широкополосной связи на 2025 год, важные для обучения',
    '宽带委员会2025年目标中与学习相关的部分',
  ),
  shortName: localised('Broadband 2025', 'Large bande 2025', 'Banda ancha 2025', 'النطاق العريض 2025', 'Широкополосная связь 2025', '宽带2025'),
  standing: 'working_paraphrase',
  source: 'Short forms in our own words of targets 1, 2, 3, 4 and 7 of the Broadband Commission for Sustainable Development for 2025.',
  nodes: [
    clause(
      'target',
      'T1',
      localised('A funded plan', 'Un plan financé', 'Un plan financiado', 'خطة ممولة', 'План с финансированием', '有资金的计划'),
      localised(
        'Every country has a funded national plan or strategy for broadband, or counts it among the services due to all.',
        'Chaque pays a un plan ou une stratégie nationale financée pour le large bande, ou le compte parmi les services dus à tous.',
        'Cada país tiene un plan o una estrategia nacional financiada de banda ancha, o la cuenta entre los servicios debidos a todos.',
        'لكل بلد خطة أو استراتيجية وطنية ممولة للنطاق العريض، أو يعدّه من الخدمات المستحقة للجميع.',
        'У каждой страны есть обеспеченный средствами национальный план или стратегия широкополосной связи, либо она входит в услуги, положенные всем.',
        '每个国家都有获得资金的国家宽带计划或战略，或将宽带列为人人应享的服务。',
      ),
    ),
    clause(
      'target',
      'T2',
      localised('An affordable price', 'Un prix abordable', 'Un precio asequible', 'سعر ميسور', 'Посильная цена', '可负担的价格'),
      localised(
        'In low- and middle-income countries a basic broadband subscription costs less than 2 per cent of monthly income per head.',
        'Dans les pays à revenu faible ou intermédiaire, un abonnement de base au large bande coûte moins de 2 pour cent du revenu mensuel par habitant.',
        'En los países de ingresos bajos y medios, una suscripción básica de banda ancha cuesta menos del 2 por ciento del ingreso mensual por habitante.',
        'في البلدان المنخفضة والمتوسطة الدخل، يقل سعر الاشتراك الأساسي في النطاق العريض عن 2 في المئة من الدخل الشهري للفرد.',
        'В странах с низким и средним доходом базовая подписка на широкополосную связь стоит меньше 2 процентов месячного дохода на человека.',
        '在低收入和中等收入国家，基本宽带套餐的费用低于人均月收入的2%。',
      ),
    ),
    clause(
      'target',
      'T3',
      localised('People online', 'Des personnes connectées', 'Personas conectadas', 'أشخاص متصلون', 'Люди в сети', '上网人群'),
      localised(
        'Three quarters of people use the internet; in the least developed countries more than a third.',
        'Trois quarts des personnes utilisent internet ; dans les pays les moins avancés, plus d’un tiers.',
        'Tres cuartas partes de las personas usan internet; en los países menos adelantados, más de un tercio.',
        'يستخدم الإنترنت ثلاثة أرباع الناس، وأكثر من الثلث في أقل البلدان نموًا.',
        'Интернетом пользуются три четверти людей, а в наименее развитых странах больше трети.',
        '四分之三的人使用互联网；在最不发达国家，这一比例超过三分之一。',
      ),
    ),
    clause(
      'target',
      'T4',
      localised('Digital skills', 'Compétences numériques', 'Competencias digitales', 'المهارات الرقمية', 'Цифровые навыки', '数字技能'),
      localised(
        'At least six in ten young people and adults can use digital means with ease.',
        'Au moins six jeunes et adultes sur dix utilisent aisément les moyens numériques.',
        'Al menos seis de cada diez jóvenes y adultos usan los medios digitales con soltura.',
        'ستة من كل عشرة شباب وبالغين على الأقل يستخدمون الوسائل الرقمية بيسر.',
        'Не меньше шести из десяти молодых людей и взрослых свободно пользуются цифровыми средствами.',
        '每十名青年和成年人中至少有六人能熟练使用数字手段。',
      ),
    ),
    clause(
      'target',
      'T7',
      localised('Equal for women and men', 'Égalité entre femmes et hommes', 'Igualdad entre mujeres y hombres', 'المساواة بين النساء والرجال', 'Равенство женщин и мужчин', '男女平等'),
      localised(
        'Women and girls reach all of these targets as men and boys do.',
        'Les femmes et les filles atteignent toutes ces cibles comme les hommes et les garçons.',
        'Las mujeres y las niñas alcanzan todas estas metas igual que los hombres y los niños.',
        'تبلغ النساء والفتيات جميع هذه الأهداف كما يبلغها الرجال والفتيان.',
        'Женщины и девочки достигают всех этих показателей наравне с мужчинами и мальчиками.',
        '妇女和女童与男子和男童同等实现上述所有目标。',
      ),
    ),
  ],
};
