import { SelectField, TextField, type Option } from '#app/form/field';
import { useText } from '#app/languages/text';
import { Filters } from '#app/table/filters';
import { spellSort, valueOf } from '#app/table/state';
import type { ReceiptFilter } from './list';
import { reconciliationStates } from './model';
import type { ReceiptState } from './conditions.server';

interface FilterFormProps {
  readonly action: string;
  readonly state: ReceiptState;
  /** Who provides and who receives in the list, by the keys that forms post. */
  readonly parties: { readonly providers: readonly Option[]; readonly receivers: readonly Option[] };
  /** Of the page around it, kept as they are. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** The filters of payments and their receipt, sent by GET. */
export function ReceiptFilters({ action, state, parties, kept }: FilterFormProps) {
  const t = useText('financing');
  const any = useText('table')('any');
  const select = (name: ReceiptFilter, label: string, options: readonly Option[]) => <SelectField name={name} label={label} options={options} defaultValue={valueOf(state, name)} empty={any} />;
  return (
    <Filters action={action} label={t('reconciliation.filter')} sorts={['-date', 'date'].map((value) => ({ value, label: t(`sort.${value}`) }))} sort={spellSort(state.sort)}>
      {select('state', t('transactions.state'), reconciliationStates.map((value) => ({ value, label: t(`reconciliation.states.${value}`) })))}
      <TextField name="year" label={t('filter.year')} defaultValue={valueOf(state, 'year')} width={4} maxLength={4} />
      {select('provider', t('transactions.provider'), parties.providers)}
      {select('receiver', t('transactions.receiver'), parties.receivers)}
      <TextField name="currency" label={t('filter.currency')} defaultValue={valueOf(state, 'currency')} width={4} maxLength={3} spellCheck={false} />
      {Object.entries(kept ?? {}).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {(state.filters.pledge ?? []).map((value) => <input key={value} type="hidden" name="pledge" value={value} />)}
    </Filters>
  );
}
