import { code } from '../codes';

/** IATI BudgetType. */
export const BUDGET_TYPES = [
  code('1', 'Original', 'Initial', 'Original', 'أصلية', 'Первоначальный', '原始预算'),
  code('2', 'Revised', 'Révisé', 'Revisado', 'منقحة', 'Пересмотренный', '修订预算'),
] as const;

/** IATI BudgetStatus: whether a budget binds. */
export const BUDGET_STATUSES = [
  code('1', 'Indicative', 'Indicatif', 'Indicativo', 'إرشادية', 'Ориентировочный', '指示性'),
  code('2', 'Committed', 'Engagé', 'Comprometido', 'ملزمة', 'Утверждённый', '已承付'),
] as const;

export type BudgetType = (typeof BUDGET_TYPES)[number]['code'];
export type BudgetStatus = (typeof BUDGET_STATUSES)[number]['code'];
