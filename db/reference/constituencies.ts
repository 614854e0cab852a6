import { code } from './codes';

/** The parts of society that organisations of a coalition speak for. */
export const CONSTITUENCIES = [
  code('government', 'Governments', 'Gouvernements', 'Gobiernos', 'الحكومات', 'Правительства', '政府'),
  code('un_igo', 'United Nations and intergovernmental organisations', 'Nations Unies et organisations intergouvernementales', 'Naciones Unidas y organizaciones intergubernamentales', 'الأمم المتحدة والمنظمات الحكومية الدولية', 'Организация Объединенных Наций и межправительственные организации', '联合国和政府间组织'),
  code('civil_society', 'Civil society', 'Société civile', 'Sociedad civil', 'المجتمع المدني', 'Гражданское общество', '民间社会'),
  code('private', 'Private sector', 'Secteur privé', 'Sector privado', 'القطاع الخاص', 'Частный сектор', '私营部门'),
  code('academia', 'Academia and research', 'Enseignement supérieur et recherche', 'Mundo académico e investigación', 'الأوساط الأكاديمية والبحثية', 'Научные и образовательные учреждения', '学术和研究机构'),
  code('foundation', 'Foundations', 'Fondations', 'Fundaciones', 'المؤسسات الخيرية', 'Фонды', '基金会'),
  code('teachers_union', 'Teachers’ unions', 'Syndicats d’enseignants', 'Sindicatos de docentes', 'نقابات المعلمين', 'Профсоюзы учителей', '教师工会'),
  code('youth', 'Youth', 'Jeunesse', 'Juventud', 'الشباب', 'Молодёжь', '青年'),
  code('media', 'Media', 'Médias', 'Medios de comunicación', 'وسائل الإعلام', 'Средства массовой информации', '媒体'),
  code('other', 'Other', 'Autre', 'Otro', 'غير ذلك', 'Прочие', '其他'),
] as const;

export type Constituency = (typeof CONSTITUENCIES)[number]['code'];
