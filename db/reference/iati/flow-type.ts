import { code, withdrawnCode } from '../codes';

/** OECD DAC FlowType: under which heading money is counted. */
export const FLOW_TYPES = [
  code('10', 'Official development assistance', 'Aide publique au développement', 'Asistencia oficial para el desarrollo', 'مساعدة إنمائية رسمية', 'Официальная помощь в целях развития', '官方发展援助'),
  code('21', 'Other official flows, without export credits', 'Autres apports du secteur public, hors crédits à l’exportation', 'Otras corrientes oficiales, sin créditos a la exportación', 'تدفقات رسمية أخرى غير ائتمانات التصدير', 'Прочие официальные потоки, кроме экспортных кредитов', '其他官方资金（不含出口信贷）'),
  code('22', 'Officially supported export credits', 'Crédits à l’exportation bénéficiant d’un soutien public', 'Créditos a la exportación con apoyo oficial', 'ائتمانات تصدير مدعومة رسميًا', 'Экспортные кредиты с официальной поддержкой', '官方支持的出口信贷'),
  code('30', 'Private development finance', 'Financement privé du développement', 'Financiación privada para el desarrollo', 'تمويل إنمائي خاص', 'Частное финансирование развития', '私人发展融资'),
  code('36', 'Private foreign direct investment', 'Investissement direct étranger privé', 'Inversión extranjera directa privada', 'استثمار أجنبي مباشر خاص', 'Частные прямые иностранные инвестиции', '私人外国直接投资'),
  code('37', 'Other private flows at market terms', 'Autres flux privés aux conditions du marché', 'Otras corrientes privadas en condiciones de mercado', 'تدفقات خاصة أخرى بشروط السوق', 'Прочие частные потоки на рыночных условиях', '按市场条件的其他私人资金'),
  code('40', 'Not a flow', 'Pas un flux', 'No es una corriente', 'ليس تدفقًا', 'Не является потоком', '非资金流动'),
  code('50', 'Other flows', 'Autres flux', 'Otras corrientes', 'تدفقات أخرى', 'Прочие потоки', '其他资金'),
  withdrawnCode('20', 'Other official flows', 'Autres apports du secteur public', 'Otras corrientes oficiales', 'تدفقات رسمية أخرى', 'Прочие официальные потоки', '其他官方资金'),
  withdrawnCode('35', 'Private market', 'Marché privé', 'Mercado privado', 'السوق الخاصة', 'Частный рынок', '私人市场'),
] as const;

export type FlowType = (typeof FLOW_TYPES)[number]['code'];
