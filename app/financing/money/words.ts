import { formatNumber, formatPercent } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import type { Amount } from './model';

/** An amount of US dollars in millions, as precise as its size deserves; what is there is never written as 0. */
export function inMillions(language: Language, amount: Amount): string {
  const millions = Number(amount) / 1_000_000;
  const size = Math.abs(millions);
  if (size > 0 && size < 0.005) return `< ${formatNumber(language, 0.01)}`;
  return formatNumber(language, millions, size >= 100 ? 0 : size >= 1 ? 1 : 2);
}

/** A share in whole per cent, or a dash where there is no whole. */
export const percentOf = (language: Language, share: number | undefined): string => (share === undefined ? '–' : formatPercent(language, share));
