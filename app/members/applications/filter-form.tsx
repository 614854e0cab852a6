import { TextField, type Option } from '#app/form/field';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { constituencyChoices } from '#app/members/organisations/words';
import { paths } from '#app/paths';
import { FilterSelect, Filters, ListSummary } from '#app/table/filters';
import { hrefOf, type ListState, valueOf, withFilter } from '#app/table/state';
import { applicationList, type ApplicationFilter } from './list';
import { applicationStatuses } from './model';

interface ApplicationFiltersProps {
  readonly state: ListState<ApplicationFilter, 'sent'>;
  readonly coalitions: readonly Option[];
  readonly total: { readonly count: number };
}

/** The filters of the desk, and what it shows in words. */
export function ApplicationFilters({ state, coalitions, total }: ApplicationFiltersProps) {
  const t = useText('members');
  const { language } = useLocale();
  const statuses = [...applicationStatuses.filter((one) => one !== 'unverified'), 'all'].map((value) => ({ value, label: t(`applications.status.${value}`) }));
  const options: Readonly<Record<Exclude<ApplicationFilter, 'q'>, readonly Option[]>> = { status: statuses, constituency: constituencyChoices(language), coalition: coalitions };
  const say = (filter: ApplicationFilter, value: string) => (filter === 'q' ? t('filter.words', { words: value }) : (options[filter].find((one) => one.value === value)?.label ?? value));
  const set = applicationList.filters.flatMap((filter) => (state.filters[filter] ?? []).map((value) => ({ what: say(filter, value), without: hrefOf(paths.applications, applicationList, withFilter(state, filter, [])) })));
  return (
    <>
      <Filters action={paths.applications} label={t('applications.filter')}>
        <TextField name="q" type="search" label={t('filter.q')} defaultValue={valueOf(state, 'q')} />
        <FilterSelect name="status" label={t('applications.state')} options={statuses} value={valueOf(state, 'status')} />
        <FilterSelect name="constituency" label={t('filter.constituency')} options={options.constituency} value={valueOf(state, 'constituency')} />
        {coalitions.length > 1 && <FilterSelect name="coalition" label={t('admission.coalition')} options={coalitions} value={valueOf(state, 'coalition')} />}
      </Filters>
      <ListSummary set={set} all={paths.applications}><strong>{t('applications.found', { count: total.count, shown: formatNumber(language, total.count) })}</strong></ListSummary>
    </>
  );
}
