import { code } from '../codes';

/** OECD DAC TiedStatus: whether money must be spent with suppliers of the provider. */
export const TIED_STATUSES = [
  code('3', 'Partially tied', 'Partiellement liée', 'Parcialmente ligada', 'مشروطة جزئيًا', 'Частично связанная', '部分附带条件'),
  code('4', 'Tied', 'Liée', 'Ligada', 'مشروطة', 'Связанная', '附带条件'),
  code('5', 'Untied', 'Non liée', 'No ligada', 'غير مشروطة', 'Несвязанная', '不附带条件'),
] as const;

export type TiedStatus = (typeof TIED_STATUSES)[number]['code'];
