import type { Text } from '#app/languages/catalogue';
import { isMended, type Remark } from '#app/records/remarks/model';

/** The fields of an update at which something can be asked, as its form calls them; `value` is that of a goal. */
export const askedFields = ['answer', 'as_of', 'completion', 'narrative', 'barriers', 'enablers', 'equity', 'also_reported_to', 'evidence_url'] as const;
export type AskedField = (typeof askedFields)[number] | 'value';
export const isAskedField = (field: string): field is AskedField => field === 'value' || askedFields.some((one) => one === field);

/** How a field is called. */
export const fieldName = (field: string, t: Text): string => (field === 'answer' ? t('review.answer') : field === 'value' ? t('updates.value_short') : field === 'evidence_url' ? t('review.evidence') : isAskedField(field) ? t(`updates.${field}`) : field);

interface Answered {
  readonly goals: readonly { readonly id: string; readonly value: string | null }[];
  readonly now: {
    readonly answer: string | null; readonly as_of: string | null; readonly completion: string | null; readonly narrative: string | null; readonly barriers: string | null; readonly enablers: string | null; readonly equity: string | null;
    readonly also_reported_to: readonly string[]; readonly evidence: readonly { readonly title: string }[];
  } | null;
}

/** What stands in a field, as one text: enough to see that it has changed. */
export function saidIn({ goals, now }: Answered, field: string, goal_id: string | null): string | null {
  if (field === 'value') return goals.find((goal) => goal.id === goal_id)?.value ?? null;
  if (now === null) return null;
  switch (field) {
    case 'also_reported_to': return now.also_reported_to.join('\n');
    case 'evidence_url': return now.evidence.map(({ title }) => title).join('\n');
    case 'answer': case 'as_of': case 'completion': case 'narrative': case 'barriers': case 'enablers': case 'equity': return now[field];
    default: return null;
  }
}

/** What each field says is asked of it, by the name under which it posts within its commitment. */
export const asksOf = (entry: Answered, remarks: readonly Remark[], name: (field: string) => string): Readonly<Record<string, { readonly note: string; readonly mended: boolean }>> =>
  Object.fromEntries(remarks.map((one) => [name(one.field === 'value' ? `values.${one.goal_id ?? ''}` : one.field), { note: one.note, mended: isMended(one, saidIn(entry, one.field, one.goal_id)) }]));
