import { SelectField, TextField, type Option } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Filters } from '#app/table/filters';
import { spellSort, valueOf, type ListState } from '#app/table/state';
import type { TrancheFilter, TrancheSort } from './list';
import { trancheStates } from './model';

interface FilterFormProps {
  readonly state: ListState<TrancheFilter, TrancheSort>;
  /** Those who have planned something. */
  readonly providers: readonly Option[];
}

/** The filters of the list of tranches, sent by GET. */
export function TrancheFilters({ state, providers }: FilterFormProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const any = useText('table')('any');
  return (
    <Filters action={paths.in(language).tranches()} label={t('filter.label')} sorts={['due', '-due'].map((value) => ({ value, label: t(`sort.${value}`) }))} sort={spellSort(state.sort)}>
      <SelectField name="status" label={t('filter.status')} options={trancheStates.map((value) => ({ value, label: t(`tranches.state.${value}`) }))} defaultValue={valueOf(state, 'status')} empty={any} />
      <SelectField name="provider" label={t('tranches.provider')} options={providers} defaultValue={valueOf(state, 'provider')} empty={any} />
      <TextField name="year" label={t('tranches.year')} defaultValue={valueOf(state, 'year')} width={4} maxLength={4} />
      {(['currency', 'pledge'] as const).flatMap((name) => (state.filters[name] ?? []).map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />))}
    </Filters>
  );
}
