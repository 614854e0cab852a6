import { SelectField, TextField, type Option } from '#app/form/field';
import { ReportingField } from '#app/financing/money/show-in';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Filters } from '#app/table/filters';
import { spellSort, valueOf, type ListState } from '#app/table/state';
import { TRANSACTION_TYPES } from '#db/reference/iati/transaction-type';
import type { TransactionFilter, TransactionSort } from './list';

interface FilterFormProps {
  readonly state: ListState<TransactionFilter, TransactionSort>;
  readonly countries: readonly Option[];
}

/** The filters of the list of transactions, sent by GET. */
export function TransactionFilters({ state, countries }: FilterFormProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const any = useText('table')('any');
  const select = (name: TransactionFilter, options: readonly Option[]) => (
    <SelectField name={name} label={t(`filter.${name}`)} options={options} defaultValue={valueOf(state, name)} empty={any} />
  );
  return (
    <Filters action={paths.in(language).transactions()} label={t('filter.label')} sorts={['-date', 'date'].map((value) => ({ value, label: t(`sort.${value}`) }))} sort={spellSort(state.sort)}>
      {select('type', TRANSACTION_TYPES.map(({ code, name }) => ({ value: code, label: name[language] })))}
      {select('belongs', ['pledges', 'activities'].map((value) => ({ value, label: t(`filter.${value}`) })))}
      <TextField name="currency" label={t('filter.currency')} defaultValue={valueOf(state, 'currency')} width={4} maxLength={3} spellCheck={false} />
      <TextField name="year" label={t('filter.year')} defaultValue={valueOf(state, 'year')} width={4} maxLength={4} />
      {select('country', countries)}
      <ReportingField />
      {select('converted', [{ value: 'yes', label: t('filter.converted_yes') }, { value: 'no', label: t('filter.converted_no') }])}
      {select('explained', [{ value: 'yes', label: t('filter.explained_yes') }])}
      {(['pledge', 'activity'] as const).flatMap((name) => (state.filters[name] ?? []).map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />))}
    </Filters>
  );
}
