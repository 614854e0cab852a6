import { code } from '../codes';

/** IATI OrganisationType: what kind of body an organisation is. */
export const ORGANISATION_TYPES = [
  code('10', 'Government', 'Administration publique', 'Gobierno', 'حكومة', 'Правительство', '政府'),
  code('11', 'Local government', 'Collectivité locale', 'Gobierno local', 'حكومة محلية', 'Местные органы власти', '地方政府'),
  code('15', 'Other public sector', 'Autre organisme public', 'Otro organismo público', 'جهة أخرى من القطاع العام', 'Другие организации государственного сектора', '其他公共部门'),
  code('21', 'International NGO', 'ONG internationale', 'ONG internacional', 'منظمة غير حكومية دولية', 'Международная НПО', '国际非政府组织'),
  code('22', 'National NGO', 'ONG nationale', 'ONG nacional', 'منظمة غير حكومية وطنية', 'Национальная НПО', '国家非政府组织'),
  code('23', 'Regional NGO', 'ONG régionale', 'ONG regional', 'منظمة غير حكومية إقليمية', 'Региональная НПО', '区域非政府组织'),
  code('24', 'Partner-country NGO', 'ONG du pays partenaire', 'ONG del país asociado', 'منظمة غير حكومية من البلد الشريك', 'НПО страны-партнёра', '伙伴国非政府组织'),
  code('30', 'Public-private partnership', 'Partenariat public-privé', 'Asociación público-privada', 'شراكة بين القطاعين العام والخاص', 'Государственно-частное партнёрство', '公私伙伴关系'),
  code('40', 'Multilateral', 'Organisation multilatérale', 'Organización multilateral', 'منظمة متعددة الأطراف', 'Многосторонняя организация', '多边组织'),
  code('60', 'Foundation', 'Fondation', 'Fundación', 'مؤسسة خيرية', 'Фонд', '基金会'),
  code('70', 'Private sector', 'Secteur privé', 'Sector privado', 'القطاع الخاص', 'Частный сектор', '私营部门'),
  code('71', 'Private sector in provider country', 'Secteur privé du pays fournisseur', 'Sector privado del país proveedor', 'القطاع الخاص في البلد المقدّم', 'Частный сектор страны-донора', '提供国私营部门'),
  code('72', 'Private sector in recipient country', 'Secteur privé du pays bénéficiaire', 'Sector privado del país receptor', 'القطاع الخاص في البلد المتلقي', 'Частный сектор страны-получателя', '受援国私营部门'),
  code('73', 'Private sector in third country', 'Secteur privé d’un pays tiers', 'Sector privado de un tercer país', 'القطاع الخاص في بلد ثالث', 'Частный сектор третьей страны', '第三国私营部门'),
  code('80', 'Academic, training and research', 'Enseignement supérieur, formation et recherche', 'Mundo académico, formación e investigación', 'أوساط أكاديمية وتدريبية وبحثية', 'Образовательные, учебные и научные организации', '学术、培训和研究机构'),
  code('90', 'Other', 'Autre', 'Otro', 'غير ذلك', 'Прочие', '其他'),
] as const;

export type OrganisationType = (typeof ORGANISATION_TYPES)[number]['code'];
