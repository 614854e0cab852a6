import { checksOf, type UpdateCheck } from './model';
import type { Entry } from './queries.server';

/** What the automatic checks say of what stands in an update now; nothing where nothing was said yet. */
export function checksOn({ goals, now, before }: Pick<Entry, 'goals' | 'now' | 'before'>): UpdateCheck[] {
  if (now === null) return [];
  const number = (value: string | null) => (value === null ? null : Number(value));
  const values = goals.map((goal) => ({ goal_id: goal.id, value: number(goal.value), before: number(goal.last_value), target: number(goal.target_value), ascending: goal.ascending }));
  return checksOf(values, { answer: now.answer, completion: now.completion, completion_before: before?.completion ?? null, narrative: now.narrative, documents: now.documents });
}
