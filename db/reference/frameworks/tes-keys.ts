import { localised } from '../languages';
import { clause, type Framework } from './framework';

/** What the call to action on public digital learning asks for, under three keys: content, capacity, connectivity. */
export const TES_KEYS: Framework = {
  code: 'TES-KEYS',
  name: localised(
    'Three keys of the Transforming Education Summit to digital learning for all',
    'Trois clés du Sommet sur la transformation de l’éducation pour l’apprentissage numérique pour tous',
    'Tres claves de la Cumbre sobre la Transformación de la Educación para el aprendizaje digital para todos',
    'المفاتيح الثلاثة لقمة تحويل التعليم من أجل التعلّم الرقمي للجميع',
    'Три ключа Саммита по трансформации образования к цифровому обучению для всех',
    '教育变革峰会面向全民数字学习的三把钥匙',
  ),
  shortName: localised('TES keys', 'Clés du Sommet', 'Claves de la Cumbre', 'مفاتيح القمة', 'Ключи Саммита', '峰会钥匙'),
  standing: 'working_paraphrase',
  source: 'Working paraphrase by the secretariat of the call to action on public digital learning, United Nations Transforming Education Summit, New York, September 2022.',
  nodes: [
    clause(
      'recommendation',
      'K1',
      localised('Content', 'Contenus', 'Contenidos', 'المحتوى', 'Учебные материалы', '内容'),
      localised(
        'Every country has public platforms with good teaching material that fits its curriculum and costs learners nothing.',
        'Chaque pays dispose de plateformes publiques offrant de bons supports d’enseignement, conformes à ses programmes et gratuits pour les apprenants.',
        'Cada país tiene plataformas públicas con buen material didáctico, acorde con su plan de estudios y sin coste para los estudiantes.',
        'لكل بلد منصات عامة فيها مواد تعليمية جيدة تناسب منهاجه ولا تكلّف المتعلمين شيئًا.',
        'У каждой страны есть общедоступные платформы с хорошими учебными материалами, которые отвечают её программе и ничего не стоят учащимся.',
        '每个国家都有公共平台，提供符合本国课程、对学习者免费的优质教学材料。',
      ),
    ),
    clause(
      'recommendation',
      'K2',
      localised('Capacity', 'Compétences', 'Capacidades', 'القدرات', 'Умения', '能力'),
      localised(
        'Teachers, learners and those around them know how to use digital means well, and schools are given time to learn it.',
        'Les enseignants, les apprenants et leur entourage savent bien utiliser les moyens numériques, et les écoles ont le temps de l’apprendre.',
        'Docentes, estudiantes y quienes los rodean saben usar bien los medios digitales, y las escuelas tienen tiempo para aprenderlo.',
        'يعرف المعلمون والمتعلمون ومن حولهم كيف يحسنون استخدام الوسائل الرقمية، وتُمنح المدارس وقتًا لتعلّم ذلك.',
        'Учителя, учащиеся и их близкие умеют с пользой применять цифровые средства, а школам дают время этому научиться.',
        '教师、学习者及其身边的人善用数字手段，学校也有时间学习如何使用。',
      ),
    ),
    clause(
      'recommendation',
      'K3',
      localised('Connectivity', 'Connectivité', 'Conectividad', 'الاتصال', 'Подключение', '联网'),
      localised(
        'Every school and every learner has a connection and a device that are good enough to learn with.',
        'Chaque école et chaque apprenant dispose d’une connexion et d’un appareil suffisants pour apprendre.',
        'Cada escuela y cada estudiante tiene una conexión y un dispositivo suficientes para aprender.',
        'لكل مدرسة وكل متعلّم اتصال وجهاز يكفيان للتعلّم.',
        'У каждой школы и у каждого учащегося есть связь и устройство, достаточные для учёбы.',
        '每所学校和每位学习者都有足以支持学习的网络和设备。',
      ),
    ),
  ],
};
