import type { PlaceChoices } from '#app/commitments/choices.server';
import { TextField } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Filters, FilterSelect } from '#app/table/filters';
import { valueOf } from '#app/table/state';
import { lineStates } from './list';
import type { BudgetState } from './queries.server';

export function BudgetFilters({ state, places }: { readonly state: BudgetState; readonly places: PlaceChoices }) {
  const t = useText('countries');
  const { language } = useLocale();
  return (
    <Filters action={paths.in(language).budgets()} label={t('budgets.filter')}>
      <FilterSelect name="country" label={t('requests.country')} options={places.countries} value={valueOf(state, 'country')} />
      <FilterSelect name="region" label={t('filter.region')} options={places.regions} value={valueOf(state, 'region')} />
      <TextField name="year" label={t('budgets.year_begins')} maxLength={4} defaultValue={valueOf(state, 'year')} />
      <TextField name="commitment" label={t('budgets.commitment')} maxLength={40} defaultValue={valueOf(state, 'commitment')} spellCheck={false} />
      <FilterSelect name="state" label={t('budgets.state')} options={lineStates.map((one) => ({ value: one, label: t(`budgets.states.${one}`) }))} value={valueOf(state, 'state')} />
    </Filters>
  );
}
