import { calendarDay, number, plain, type TrailWords } from '#app/records/history/words';

/** How the history of a budget line is said. */
export const budgetTrail: TrailWords = {
  namespace: 'countries',
  acts: { 'budget:record': 'budgets.trail.record', 'budget:correct': 'budgets.trail.correct', 'budget:withdraw': 'budgets.trail.withdraw' },
  other: 'budgets.trail.other',
  fields: {
    'budget_lines.title': plain('budgets.line'), 'budget_lines.code': plain('budgets.code'), 'budget_lines.budgeted': number('budgets.budgeted'), 'budget_lines.spent': number('budgets.spent'),
    'budget_lines.spent_as_of': calendarDay('budgets.spent_as_of'), 'budget_lines.source': plain('budgets.source'), 'budget_lines.withdrawn_reason': plain('budgets.reason'),
  },
};
