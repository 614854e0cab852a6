import { exceeds, isZero, negated, zero } from '#app/financing/money/model';
import type { Text } from '#app/languages/catalogue';
import { formatDate, formatMoney } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import type { VerifiedFigure } from './model';

/** PV-1 in one sentence: what was verified and when, and what came since. */
export function figureWords(figure: VerifiedFigure, t: Text, language: Language): string {
  const money = (amount: string) => formatMoney(language, amount, figure.currency);
  const found = t(`verified.figure.${figure.rung}`, { disbursed: money(figure.disbursed), on: formatDate(language, figure.on) });
  if (isZero(figure.added)) return t('verified.same', { figure: found });
  if (exceeds(zero, figure.added)) return t('verified.taken', { figure: found, amount: money(negated(figure.added)) });
  return t('verified.added', { figure: found, amount: money(figure.added), rung: t(`verified.rung.${figure.since ?? 'self_reported'}`) });
}
