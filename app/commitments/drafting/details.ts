import type { Text } from '#app/languages/catalogue';
import { formatList } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { findIndicator } from '#db/reference/indicators';

interface Detailed {
  readonly indicator: string | null;
  readonly ascending: boolean;
  readonly cumulative: boolean;
  readonly baseline_source: string | null;
  readonly disaggregations: readonly string[];
}
type DetailField = 'indicator' | 'direction' | 'cumulative' | 'baseline_source' | 'disaggregations';

/** What a goal says besides its number, as far as it says anything that is not usual. */
export function goalDetails(goal: Detailed, t: Text, language: Language): readonly { readonly label: string; readonly value: string; readonly field: DetailField }[] {
  return [
    ...(goal.indicator === null ? [] : [{ label: t('form.detail.indicator'), value: findIndicator(goal.indicator)?.name[language] ?? goal.indicator, field: 'indicator' as const }]),
    ...(goal.ascending ? [] : [{ label: t('form.direction.label'), value: t('form.direction.down'), field: 'direction' as const }]),
    ...(goal.cumulative ? [] : [{ label: t('form.cumulative.label'), value: t('form.cumulative.no'), field: 'cumulative' as const }]),
    ...(goal.baseline_source === null ? [] : [{ label: t('form.detail.baseline_source'), value: goal.baseline_source, field: 'baseline_source' as const }]),
    ...(goal.disaggregations.length === 0 ? [] : [{ label: t('form.detail.disaggregations'), value: formatList(language, goal.disaggregations.map((one) => t(`form.disaggregation.${one}`))), field: 'disaggregations' as const }]),
  ];
}
