import { code } from '../codes';

/** IATI OrganisationRole: what an organisation does in an activity. */
export const ORGANISATION_ROLES = [
  code('1', 'Funding', 'Financement', 'Financiación', 'جهة ممولة', 'Финансирующая организация', '供资方'),
  code('2', 'Accountable', 'Responsable', 'Responsable', 'جهة مسؤولة', 'Ответственная организация', '责任方'),
  code('3', 'Extending', 'Octroi', 'Canalización', 'جهة مانحة للأموال', 'Передающая средства организация', '转拨方'),
  code('4', 'Implementing', 'Mise en œuvre', 'Ejecución', 'جهة منفذة', 'Исполняющая организация', '执行方'),
] as const;

export type OrganisationRole = (typeof ORGANISATION_ROLES)[number]['code'];
