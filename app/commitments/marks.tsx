import type { Text } from '#app/languages/catalogue';
import { formatAgo, formatDate, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { Fresh } from '#app/ui/fresh';
import { Tag, type Tone } from '#app/ui/tag';
import { BENEFICIARY_GROUPS } from '#db/reference/beneficiary-groups';
import type { Freshness, Standing } from './health/model';
import { isUnit } from './model';

/** How each standing feels. Two marks stand side by side: how far it has come, and how old that claim is. */
export const tones: Readonly<Record<Standing, Tone>> = {
  on_track: 'prog', at_risk: 'late', off_track: 'off', stale: 'none', reached_on_time: 'ok', reached_late: 'ok', not_reached: 'off', withdrawn: 'none', superseded: 'none',
  draft: 'draft', submitted: 'prog', returned: 'late', verified: 'prog',
};

export const standingTag = (standing: Standing, t: Text) => <Tag tone={tones[standing]}>{t(`standing.${standing}`)}</Tag>;

export function StandingTag({ standing }: { readonly standing: Standing }) {
  return standingTag(standing, useText('commitments'));
}

/** “Updated 3 weeks ago”, “No update since 2024”, “First update due by 31 January 2027”. */
export function freshWords(freshness: Freshness, t: Text, language: Language): string {
  switch (freshness.kind) {
    case 'closed':
      return t('fresh.closed', { when: formatDate(language, freshness.on, 'month') });
    case 'updated':
      return t('fresh.updated', { ago: formatAgo(language, freshness.days) });
    case 'old':
      return t('fresh.old', { year: freshness.year });
    case 'never':
      return t('fresh.never');
    default:
      return t('fresh.first_due', { by: formatDate(language, freshness.by, 'short') });
  }
}

const ages = { closed: undefined, updated: undefined, old: 'old', never: 'old', first_due: 'due' } as const;

export function freshMark(freshness: Freshness | undefined, t: Text, language: Language) {
  if (freshness === undefined) return null;
  const due = freshness.kind === 'updated' && freshness.due;
  return <Fresh age={due ? 'due' : ages[freshness.kind]}>{freshWords(freshness, t, language)}</Fresh>;
}

export function FreshMark({ freshness }: { readonly freshness: Freshness | undefined }) {
  return freshMark(freshness, useText('commitments'), useLocale().language);
}

export interface Measured {
  readonly unit: string | null;
  readonly baseline_value: string | null;
  readonly last_value: string | null;
  readonly target_value: string | null;
}

/** A number with what is counted: “500 schools”, “40 %”, “12 mobile libraries”. */
export function amountOf(value: string, unit: string | null, t: Text, language: Language): string {
  const shown = formatNumber(language, value);
  if (unit === null) return shown;
  return isUnit(unit) ? t(`amount.${unit}`, { shown, count: Number(value) }) : t('amount.other', { shown, unit });
}

/** What is counted, by itself: “Schools”. */
export function unitName(unit: string | null, t: Text): string {
  if (unit === null) return t('not_said');
  return isUnit(unit) ? t(`unit.${unit}`) : unit;
}

/** “212 of 500 schools”; before the first update “not known yet, from 12 of 260”; never a zero for what is missing. */
export function resultSoFar(goal: Measured | undefined, t: Text, language: Language): string {
  if (goal === undefined || goal.target_value === null) return t('result.not_known');
  const target = amountOf(goal.target_value, goal.unit, t, language);
  if (goal.last_value !== null) return t('result.so_far', { value: formatNumber(language, goal.last_value), target });
  if (goal.baseline_value !== null) return t('result.baseline', { value: formatNumber(language, goal.baseline_value), target });
  return t('result.not_known');
}

/** The name of a group of learners. */
export function groupName(code: string, language: Language): string {
  return BENEFICIARY_GROUPS.find((group) => group.code === code)?.name[language] ?? code;
}
