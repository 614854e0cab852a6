import type { PlaceChoices } from '#app/commitments/choices.server';
import { TextField, type Option } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Filters, FilterSelect } from '#app/table/filters';
import { valueOf } from '#app/table/state';
import { figures } from './list';
import type { IndicatorState } from './queries.server';

interface IndicatorFiltersProps {
  readonly state: IndicatorState;
  readonly indicators: readonly Option[];
  readonly places: PlaceChoices;
}

export function IndicatorFilters({ state, indicators, places }: IndicatorFiltersProps) {
  const t = useText('countries');
  const { language } = useLocale();
  return (
    <Filters action={paths.in(language).indicators()} label={t('indicators.filter')}>
      <FilterSelect name="indicator" label={t('indicators.indicator')} options={indicators} value={valueOf(state, 'indicator')} />
      <FilterSelect name="country" label={t('requests.country')} options={places.countries} value={valueOf(state, 'country')} />
      <FilterSelect name="region" label={t('filter.region')} options={places.regions} value={valueOf(state, 'region')} />
      <FilterSelect name="group" label={t('filter.group')} options={places.groups} value={valueOf(state, 'group')} />
      <TextField name="year" label={t('indicators.year')} maxLength={4} defaultValue={valueOf(state, 'year')} />
      <FilterSelect name="figure" label={t('indicators.figure')} options={figures.map((one) => ({ value: one, label: t(`indicators.figures.${one}`) }))} value={valueOf(state, 'figure')} />
      <FilterSelect name="known" label={t('indicators.is_known')} options={['yes', 'no'].map((one) => ({ value: one, label: t(`indicators.is_known_${one}`) }))} value={valueOf(state, 'known')} />
    </Filters>
  );
}
