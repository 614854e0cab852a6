import type { Language } from '#app/languages/language';
import type { Constituency } from '#app/members/organisations/model';

/** Countries whose ministry is a member, with the language it writes in. */
export const ministries: readonly { readonly iso2: string; readonly name: string; readonly language: Language }[] = [
  { iso2: 'KE', name: 'Ministry of Education of Kenya', language: 'en' },
  { iso2: 'RW', name: 'Ministry of Education of Rwanda', language: 'en' },
  { iso2: 'SN', name: 'Ministère de l’Éducation du Sénégal', language: 'fr' },
  { iso2: 'NE', name: 'Ministère de l’Éducation du Niger', language: 'fr' },
  { iso2: 'TD', name: 'Ministère de l’Éducation du Tchad', language: 'fr' },
  { iso2: 'ML', name: 'Ministère de l’Éducation du Mali', language: 'fr' },
  { iso2: 'MW', name: 'Ministry of Education of Malawi', language: 'en' },
  { iso2: 'ZM', name: 'Ministry of Education of Zambia', language: 'en' },
  { iso2: 'GH', name: 'Ministry of Education of Ghana', language: 'en' },
  { iso2: 'SL', name: 'Ministry of Basic Education of Sierra Leone', language: 'en' },
  { iso2: 'CV', name: 'Ministério da Educação de Cabo Verde', language: 'en' },
  { iso2: 'MA', name: 'وزارة التربية الوطنية في المغرب', language: 'ar' },
  { iso2: 'JO', name: 'وزارة التربية والتعليم في الأردن', language: 'ar' },
  { iso2: 'TN', name: 'وزارة التربية في تونس', language: 'ar' },
  { iso2: 'BD', name: 'Ministry of Education of Bangladesh', language: 'en' },
  { iso2: 'NP', name: 'Ministry of Education of Nepal', language: 'en' },
  { iso2: 'KH', name: 'Ministry of Education of Cambodia', language: 'en' },
  { iso2: 'LA', name: 'Ministry of Education of the Lao People’s Democratic Republic', language: 'en' },
  { iso2: 'KG', name: 'Министерство образования Кыргызстана', language: 'ru' },
  { iso2: 'KZ', name: 'Министерство просвещения Казахстана', language: 'ru' },
  { iso2: 'FJ', name: 'Ministry of Education of Fiji', language: 'en' },
  { iso2: 'TO', name: 'Ministry of Education of Tonga', language: 'en' },
  { iso2: 'VU', name: 'Ministry of Education of Vanuatu', language: 'en' },
  { iso2: 'MH', name: 'Public School System of the Marshall Islands', language: 'en' },
  { iso2: 'HT', name: 'Ministère de l’Éducation d’Haïti', language: 'fr' },
  { iso2: 'JM', name: 'Ministry of Education of Jamaica', language: 'en' },
  { iso2: 'CO', name: 'Ministerio de Educación de Colombia', language: 'es' },
  { iso2: 'PE', name: 'Ministerio de Educación del Perú', language: 'es' },
  { iso2: 'UY', name: 'Ministerio de Educación del Uruguay', language: 'es' },
  { iso2: 'SV', name: 'Ministerio de Educación de El Salvador', language: 'es' },
];

export interface CastMember {
  readonly name: string;
  readonly short_name: string | null;
  readonly constituency: Constituency;
  /** IATI OrganisationType. */
  readonly type_code: string;
  readonly country: string | null;
  readonly category: 'full' | 'associate' | 'observer' | 'donor' | 'knowledge_partner';
}

const member = (name: string, constituency: Constituency, type_code: string, country: string | null, category: CastMember['category'], short_name: string | null = null): CastMember => ({ name, short_name, constituency, type_code, country, category });

/** Everybody else: none of them exists. */
export const others: readonly CastMember[] = [
  member('Northlight Foundation', 'foundation', '60', 'NO', 'donor'),
  member('Harbour Telecom Group', 'private', '70', 'SG', 'full'),
  member('Savanna Research Network', 'academia', '80', 'KE', 'knowledge_partner', 'SRN'),
  member('Open Shelf Alliance', 'civil_society', '21', 'NL', 'full', 'OSA'),
  member('World Teachers’ Circle', 'teachers_union', '21', 'BE', 'full', 'WTC'),
  member('International Learning Fund', 'un_igo', '40', null, 'donor', 'ILF'),
  member('Agency for Connected Schools', 'un_igo', '40', null, 'full', 'ACS'),
  member('Meridian Development Bank', 'un_igo', '40', null, 'donor', 'MDB'),
  member('Blue Lagoon Cable Company', 'private', '70', 'FJ', 'full'),
  member('Andes Digital Commons', 'civil_society', '22', 'PE', 'full'),
  member('Sahel Radio Schools', 'civil_society', '22', 'NE', 'full'),
  member('Girls Code the Coast', 'civil_society', '22', 'GH', 'associate'),
  member('Learners with Disabilities International', 'civil_society', '21', 'CH', 'full', 'LDI'),
  member('Refugee Classroom Network', 'civil_society', '21', 'JO', 'full', 'RCN'),
  member('Youth Assembly for Learning', 'youth', '21', null, 'full', 'YAL'),
  member('Island Universities Consortium', 'academia', '80', 'FJ', 'knowledge_partner', 'IUC'),
  member('Institute for Education Statistics', 'academia', '80', 'CA', 'knowledge_partner', 'IES'),
  member('Lakeside University', 'academia', '80', 'MW', 'knowledge_partner'),
  member('Steppe Open University', 'academia', '80', 'KZ', 'associate'),
  member('Caribbean Teachers’ League', 'teachers_union', '22', 'JM', 'full'),
  member('Fibra del Sur', 'private', '70', 'CO', 'associate'),
  member('Kilimo Solar', 'private', '70', 'KE', 'associate'),
  member('Paperless Press', 'private', '70', 'IN', 'associate'),
  member('Lantern Devices', 'private', '70', 'KR', 'full'),
  member('Open Maps for Schools', 'civil_society', '21', 'FR', 'knowledge_partner'),
  member('Two Rivers Foundation', 'foundation', '60', 'US', 'donor'),
  member('Fundación Puentes', 'foundation', '60', 'ES', 'donor'),
  member('Fondation Rives Claires', 'foundation', '60', 'FR', 'donor'),
  member('مؤسسة نور للتعليم', 'foundation', '60', 'AE', 'donor'),
  member('Nordic Fund for Learning', 'government', '10', 'SE', 'donor'),
  member('Cooperation Agency of Lusatia', 'government', '10', 'DE', 'donor'),
  member('Global Campaign for Safe Data', 'civil_society', '21', 'GB', 'full'),
  member('Journal of Open Pedagogy', 'media', '21', 'ZA', 'observer'),
  member('Public Broadcasters for Learning', 'media', '21', 'JP', 'observer'),
  member('Regional Council of Ministers', 'un_igo', '40', null, 'observer'),
  member('Mountain Schools Trust', 'civil_society', '22', 'NP', 'associate'),
];

/** Given and family names of people who do not exist. */
export const givenNames = ['Amina', 'Jonas', 'Wanjiru', 'Léa', 'Omar', 'Priya', 'Mateo', 'Fatou', 'Aigerim', 'Sione', 'Nadia', 'Kwame', 'Elena', 'Tomás', 'Leila', 'Chipo', 'Arjun', 'Marisol', 'Ibrahim', 'Hanna', 'Yusuf', 'Sofía', 'Moana', 'Daniyar'] as const;
export const familyNames = ['Okello', 'Lindqvist', 'Mwangi', 'Diop', 'Haddad', 'Sharma', 'Quispe', 'Traoré', 'Bekova', 'Taufa', 'Benali', 'Mensah', 'Petrova', 'Rivera', 'Mansour', 'Phiri', 'Rao', 'Castro', 'Moussa', 'Berg'] as const;
