import { SelectField, TextField, type Option, type OptionGroup } from '#app/form/field';
import { ReportingField } from '#app/financing/money/show-in';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Filters } from '#app/table/filters';
import { AID_TYPES } from '#db/reference/iati/aid-type';
import { spellSort, valueOf, type ListState } from '#app/table/state';
import type { PledgeFilter, PledgeSort } from './list';
import type { PledgeListChoices } from './list-choices.server';
import { newMoneyAnswers, pledgeKinds, pledgeStatuses } from './model';
import { dacGroups, markersOffered, offered } from './terms/codes';

export interface PledgeChoices extends PledgeListChoices {
  readonly regions: readonly Option[];
  readonly countries: readonly Option[];
}

interface FilterFormProps {
  readonly state: ListState<PledgeFilter, PledgeSort>;
  readonly choices: PledgeChoices;
}

/** Filters that come from links alone and stay while others are set. */
const carried: readonly PledgeFilter[] = ['clause', 'currency', 'group', 'counted', 'within', 'under', 'version', 'node', 'beneficiary', 'standing', 'coalition', 'through', 'as_of'];

/** The filters of the list of pledges, sent by GET. */
export function PledgeFilters({ state, choices }: FilterFormProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const any = useText('table')('any');
  const select = (name: PledgeFilter, options: readonly (Option | OptionGroup)[]) => (
    <SelectField name={name} label={t(`filter.${name}`)} options={options} defaultValue={valueOf(state, name)} empty={any} />
  );
  const worded = (values: readonly string[], key: string): Option[] => values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  return (
    <Filters folds action={paths.in(language).pledges()} label={t('filter.label')} sorts={['-announced', 'announced'].map((value) => ({ value, label: t(`sort.${value}`) }))} sort={spellSort(state.sort)}>
      <TextField name="q" type="search" label={t('filter.q')} defaultValue={valueOf(state, 'q')} />
      {select('status', worded(pledgeStatuses, 'status'))}
      {select('kind', worded(pledgeKinds, 'kind'))}
      {select('provider', choices.providers)}
      {select('region', choices.regions)}
      {select('country', choices.countries)}
      {select('recipient', choices.receivers)}
      {select('sector', dacGroups(language, t))}
      {select('aid_type', offered(AID_TYPES, language))}
      {select('marker', markersOffered(language))}
      {select('year', choices.years.map((value) => ({ value, label: value })))}
      <TextField name="commitment" label={t('filter.commitment')} width={20} spellCheck={false} defaultValue={valueOf(state, 'commitment')} />
      {select('new_money', worded(newMoneyAnswers, 'new_money'))}
      <ReportingField />
      {select('converted', [{ value: 'yes', label: t('filter.converted_yes') }, { value: 'no', label: t('filter.converted_no') }])}
      {carried.flatMap((name) => (state.filters[name] ?? []).map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />))}
    </Filters>
  );
}
