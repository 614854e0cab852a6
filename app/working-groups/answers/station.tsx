import type { Text } from '#app/languages/catalogue';
import { formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import type { Station } from '#app/ui/chain';
import type { ReportedFigure } from './figures.server';

/** The last station of a chain: where it is counted in a report. */
export function reportStation(figures: readonly ReportedFigure[], t: Text, language: Language): Station {
  const [first] = figures;
  if (first === undefined) return { kind: t('chain.report'), title: t('chain.no_report'), state: 'gap' };
  return { kind: t('chain.report'), title: <bdi>{first.report}</bdi>, href: paths.in(language).report(first.report), note: t('chain.figures', { count: figures.length, shown: formatNumber(language, figures.length) }) };
}
