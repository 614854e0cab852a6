import type { Text } from '#app/languages/catalogue';
import { formatDate, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';

/** FI-6: which rate turned an amount into US dollars. All null but for a missing rate; USD itself has the rate 1 and no source. */
export interface Conversion {
  readonly units_per_usd: string | null;
  readonly rate_on: string | null;
  readonly rate_source: string | null;
  readonly rate_basis: 'day' | 'month' | 'year' | null;
}

/** The same into another reporting currency than US dollars, by the rates of both. */
export function conversionInto(t: Text, language: Language, currency: string, own: Conversion, { currency: target, rate }: Target): string {
  if (currency === target) return t('currencies.same', { currency });
  return `${conversionWords(t, language, currency, own)} ${conversionWords(t, language, target, rate)}`;
}

/** The reporting currency that an amount is shown in, and the rate that leads into it. */
export interface Target {
  readonly currency: string;
  readonly rate: Conversion;
}

/** What the conversion rests on, in words: the rate of the day, the month's or the year's average, none, or nothing to convert. */
export function conversionWords(t: Text, language: Language, currency: string, { units_per_usd, rate_on, rate_source, rate_basis }: Conversion): string {
  if (currency === 'USD') return t('conversion.same');
  if (units_per_usd === null || rate_on === null || rate_basis === null) return t('conversion.none');
  const when = rate_basis === 'day' ? formatDate(language, rate_on) : rate_basis === 'month' ? formatDate(language, rate_on, 'month') : rate_on.slice(0, 4);
  return t(`conversion.${rate_basis}`, { rate: formatNumber(language, units_per_usd, 6), currency, when, source: rate_source ?? '' });
}
