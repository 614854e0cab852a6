import type { Text } from '#app/languages/catalogue';
import { Tag } from '#app/ui/tag';
import { amounts } from '#app/financing/ladder/model';
import { countedAs } from './list';
import { statusTones, type PledgeStatus } from './model';

export const statusTag = (status: PledgeStatus, t: Text) => <Tag tone={statusTones[status]}>{t(`status.${status}`)}</Tag>;

/** Which pledges `counted` asks for, in words. */
export function countedWords(value: string, t: Text): string {
  const name = Object.hasOwn(countedAs, value) ? countedAs[value as keyof typeof countedAs] : amounts.find((amount) => amount === value) ?? null;
  if (name === null) return value;
  return name === undefined ? t(value === 'no' ? 'filter.counted_no' : 'filter.counted_yes') : t('totals.adds', { to: t(`totals.line.${name}`) });
}
