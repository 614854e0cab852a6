import type { Text } from '#app/languages/catalogue';
import { Tag, type Tone } from '#app/ui/tag';
import type { UpdateCheck, UpdateStatus } from './model';

const tones: Readonly<Record<UpdateStatus, Tone>> = { draft: 'draft', submitted: 'prog', returned: 'late', accepted: 'ok', published: 'ok' };

/** How far an update is: icon and word. */
export const updateTag = (status: UpdateStatus, t: Text) => <Tag tone={tones[status]}>{t(`states.${status}`)}</Tag>;

/** What a check is called, with the number of its goal. */
export function checkName({ code, goal_id }: UpdateCheck, goals: readonly { readonly id: string }[], t: Text): string {
  const at = goals.findIndex((goal) => goal.id === goal_id);
  return at === -1 ? t(`checks.${code}.name`) : t('checks.of_goal', { check: t(`checks.${code}.name`), number: at + 1 });
}
