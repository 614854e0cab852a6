import { SelectField, TextField, type Option } from '#app/form/field';
import { ReportingField } from '#app/financing/money/show-in';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Filters } from '#app/table/filters';
import { spellSort, valueOf, type ListState } from '#app/table/state';
import { ACTIVITY_STATUSES } from '#db/reference/iati/activity-status';
import type { ActivityFilter, ActivitySort } from './list';

interface FilterFormProps {
  readonly state: ListState<ActivityFilter, ActivitySort>;
  readonly countries: readonly Option[];
}

/** The filters of the list of published activities, sent by GET. */
export function ActivityFilters({ state, countries }: FilterFormProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const any = useText('table')('any');
  return (
    <Filters action={paths.in(language).activities()} label={t('filter.label')} sorts={['identifier', '-identifier'].map((value) => ({ value, label: t(`sort.${value}`) }))} sort={spellSort(state.sort)}>
      <TextField name="q" type="search" label={t('filter.q')} defaultValue={valueOf(state, 'q')} />
      <SelectField name="status" label={t('filter.status')} options={ACTIVITY_STATUSES.map(({ code, name }) => ({ value: code, label: name[language] }))} defaultValue={valueOf(state, 'status')} empty={any} />
      <SelectField name="country" label={t('filter.country')} options={countries} defaultValue={valueOf(state, 'country')} empty={any} />
      <ReportingField />
    </Filters>
  );
}
