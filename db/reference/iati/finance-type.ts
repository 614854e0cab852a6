import { code, withdrawnCode } from '../codes';

/** OECD DAC FinanceType: the instruments that occur in education and connectivity. Debt rescheduling and export credits are left out. */
export const FINANCE_TYPES = [
  code('110', 'Standard grant', 'Don ordinaire', 'Donación ordinaria', 'منحة عادية', 'Обычный грант', '标准赠款'),
  code('210', 'Interest subsidy', 'Bonification d’intérêts', 'Subvención de intereses', 'إعانة فوائد', 'Субсидирование процентов', '利息补贴'),
  code('310', 'Capital subscription, deposit basis', 'Souscription au capital, à la mise en dépôt', 'Suscripción de capital, sobre la base de depósito', 'اكتتاب في رأس المال على أساس الإيداع', 'Подписка на капитал, по внесению', '按存入计的资本认缴'),
  code('311', 'Capital subscription, encashment basis', 'Souscription au capital, à l’encaissement', 'Suscripción de capital, sobre la base de cobro', 'اكتتاب في رأس المال على أساس التحصيل', 'Подписка на капитал, по инкассации', '按兑现计的资本认缴'),
  code('421', 'Standard loan', 'Prêt ordinaire', 'Préstamo ordinario', 'قرض عادي', 'Обычный кредит', '标准贷款'),
  code('422', 'Reimbursable grant', 'Don remboursable', 'Donación reembolsable', 'منحة قابلة للسداد', 'Возмещаемый грант', '可偿还赠款'),
  code('423', 'Bonds', 'Obligations', 'Bonos', 'سندات', 'Облигации', '债券'),
  code('424', 'Asset-backed securities', 'Titres adossés à des actifs', 'Valores respaldados por activos', 'أوراق مالية مضمونة بأصول', 'Ценные бумаги, обеспеченные активами', '资产支持证券'),
  code('425', 'Other debt securities', 'Autres titres de créance', 'Otros títulos de deuda', 'سندات دين أخرى', 'Прочие долговые ценные бумаги', '其他债务证券'),
  code('431', 'Subordinated loan', 'Prêt subordonné', 'Préstamo subordinado', 'قرض ثانوي المرتبة', 'Субординированный кредит', '次级贷款'),
  code('432', 'Preferred equity', 'Actions privilégiées', 'Acciones preferentes', 'أسهم ممتازة', 'Привилегированные акции', '优先股'),
  code('433', 'Other hybrid instruments', 'Autres instruments hybrides', 'Otros instrumentos híbridos', 'أدوات هجينة أخرى', 'Прочие гибридные инструменты', '其他混合工具'),
  code('510', 'Common equity', 'Actions ordinaires', 'Acciones ordinarias', 'أسهم عادية', 'Обыкновенные акции', '普通股'),
  code('520', 'Shares in collective investment vehicles', 'Parts d’organismes de placement collectif', 'Participaciones en vehículos de inversión colectiva', 'حصص في أدوات الاستثمار الجماعي', 'Доли в коллективных инвестиционных фондах', '集合投资工具份额'),
  code('530', 'Reinvested earnings', 'Bénéfices réinvestis', 'Ganancias reinvertidas', 'أرباح معاد استثمارها', 'Реинвестированная прибыль', '再投资收益'),
  code('1100', 'Guarantees and insurance', 'Garanties et assurance', 'Garantías y seguros', 'ضمانات وتأمين', 'Гарантии и страхование', '担保与保险'),
  withdrawnCode('111', 'Subsidies to national private investors', 'Subventions aux investisseurs privés nationaux', 'Subvenciones a inversores privados nacionales', 'إعانات للمستثمرين من القطاع الخاص الوطني', 'Субсидии национальным частным инвесторам', '对国内私人投资者的补贴'),
  withdrawnCode('410', 'Aid loan excluding debt reorganisation', 'Prêt d’aide, hors réorganisation de la dette', 'Préstamo de ayuda, sin reorganización de deuda', 'قرض معونة لا يشمل إعادة تنظيم الديون', 'Кредит в счёт помощи, без реорганизации долга', '援助贷款（不含债务重组）'),
  withdrawnCode('411', 'Investment-related loan to developing countries', 'Prêt lié à un investissement dans un pays en développement', 'Préstamo de inversión a países en desarrollo', 'قرض استثماري للبلدان النامية', 'Инвестиционный кредит развивающимся странам', '对发展中国家的投资贷款'),
  withdrawnCode('412', 'Loan in a joint venture with the recipient', 'Prêt dans une coentreprise avec le bénéficiaire', 'Préstamo en empresa conjunta con el receptor', 'قرض ضمن مشروع مشترك مع المتلقي', 'Кредит совместному предприятию с получателем', '与受援方合资企业的贷款'),
] as const;

export type FinanceType = (typeof FINANCE_TYPES)[number]['code'];
