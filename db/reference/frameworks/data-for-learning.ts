import { localised } from '../languages';
import { clause, type Framework } from './framework';

/** The dimensions that the working group on data for learning orders its work by. */
export const DATA_FOR_LEARNING: Framework = {
  code: 'DATA-FOR-LEARNING',
  name: localised(
    'Dimensions of data for learning',
    'Dimensions des données pour l’apprentissage',
    'Dimensiones de los datos para el aprendizaje',
    'أبعاد البيانات من أجل التعلّم',
    'Измерения работы с данными для обучения',
    '数据促进学习的维度',
  ),
  shortName: localised('Data for learning', 'Données pour apprendre', 'Datos para aprender', 'البيانات من أجل التعلّم', 'Данные для обучения', '数据促进学习'),
  standing: 'working_paraphrase',
  source: 'Working paraphrase by the secretariat, after the terms of reference of the working group on data for learning.',
  nodes: [
    clause(
      'pillar',
      'D1',
      localised('Infrastructure', 'Infrastructures', 'Infraestructura', 'البنية التحتية', 'Инфраструктура', '基础设施'),
      localised(
        'Systems that collect once, hold data safely and speak to each other through open formats.',
        'Des systèmes qui recueillent une seule fois, conservent les données en sécurité et communiquent par des formats ouverts.',
        'Sistemas que recogen una sola vez, guardan los datos con seguridad y se comunican mediante formatos abiertos.',
        'أنظمة تجمع البيانات مرة واحدة وتحفظها بأمان وتتبادلها بصيغ مفتوحة.',
        'Системы, которые собирают данные один раз, надёжно хранят их и обмениваются ими в открытых форматах.',
        '系统一次采集、安全保存，并通过开放格式互通数据。',
      ),
    ),
    clause(
      'pillar',
      'D2',
      localised('Capacities', 'Capacités', 'Capacidades', 'القدرات', 'Навыки', '能力'),
      localised(
        'People in schools, districts and ministries who can read data, doubt them and act on them.',
        'Des personnes, dans les écoles, les districts et les ministères, qui savent lire les données, en douter et agir en conséquence.',
        'Personas en escuelas, distritos y ministerios capaces de leer los datos, ponerlos en duda y actuar en consecuencia.',
        'أشخاص في المدارس والمناطق والوزارات قادرون على قراءة البيانات والشك فيها والعمل بناءً عليها.',
        'Люди в школах, районах и министерствах, которые умеют читать данные, сомневаться в них и действовать на их основе.',
        '学校、地方和各部委的人员能读懂数据、质疑数据并据此行动。',
      ),
    ),
    clause(
      'pillar',
      'D3',
      localised('Governance', 'Gouvernance', 'Gobernanza', 'الحوكمة', 'Управление', '治理'),
      localised(
        'Rules on what is collected, who may see it and for how long, made with those whom the data describe.',
        'Des règles sur ce qui est recueilli, qui peut le voir et combien de temps, établies avec les personnes que les données décrivent.',
        'Reglas sobre qué se recoge, quién puede verlo y por cuánto tiempo, elaboradas con las personas que los datos describen.',
        'قواعد تحدّد ما يُجمع ومن يطّلع عليه وإلى متى، تُوضع مع من تصفهم البيانات.',
        'Правила о том, что собирают, кто и как долго может это видеть, выработанные вместе с теми, кого описывают данные.',
        '与数据所描述的人共同制定规则：采集什么、谁可查看、保存多久。',
      ),
    ),
  ],
};
