import { code } from '../codes';

/** IATI EarmarkingCategory: how narrowly a provider says what its money may be used for. */
export const EARMARKING_CATEGORIES = [
  code('1', 'Unearmarked', 'Sans affectation', 'Sin asignación específica', 'غير مخصص', 'Без целевого назначения', '未指定用途'),
  code('2', 'Softly earmarked', 'Affectation souple', 'Asignación flexible', 'مخصص بمرونة', 'С гибким целевым назначением', '宽松指定用途'),
  code('3', 'Earmarked', 'Affecté', 'Asignado', 'مخصص', 'С целевым назначением', '指定用途'),
  code('4', 'Tightly earmarked', 'Affectation stricte', 'Asignación estricta', 'مخصص بشكل صارم', 'Со строгим целевым назначением', '严格指定用途'),
] as const;

export type EarmarkingCategory = (typeof EARMARKING_CATEGORIES)[number]['code'];
