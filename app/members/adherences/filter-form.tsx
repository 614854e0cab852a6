import { TextField, type Option } from '#app/form/field';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { FilterSelect, Filters, ListSummary } from '#app/table/filters';
import { hrefOf, spellSort, valueOf, withFilter } from '#app/table/state';
import { adherenceList, type AdherenceFilter } from './list';
import { adherenceStates } from './model';
import type { AdherenceListState } from './queries.server';

interface AdherenceFiltersProps {
  readonly state: AdherenceListState;
  readonly instruments: readonly Option[];
  readonly coalitions: readonly Option[];
  readonly total: { readonly count: number };
}

/** The filters of the register, and what it shows in words. */
export function AdherenceFilters({ state, instruments, coalitions, total }: AdherenceFiltersProps) {
  const t = useText('members');
  const { language } = useLocale();
  const path = paths.in(language).adherences();
  const states = adherenceStates.map((value) => ({ value, label: t(`adherences.state.${value}`) }));
  const options: Readonly<Record<Exclude<AdherenceFilter, 'q'>, readonly Option[]>> = { instrument: instruments, state: states, coalition: coalitions };
  const say = (filter: AdherenceFilter, value: string) => (filter === 'q' ? t('filter.words', { words: value }) : (options[filter].find((one) => one.value === value)?.label ?? value));
  const set = adherenceList.filters.flatMap((filter) => (state.filters[filter] ?? []).map((value) => ({ what: say(filter, value), without: hrefOf(path, adherenceList, withFilter(state, filter, [])) })));
  return (
    <>
      <Filters action={path} label={t('adherences.filter')} sorts={[{ value: 'expires', label: t('adherences.soonest') }, { value: '-expires', label: t('adherences.latest') }]} sort={spellSort(state.sort)}>
        <TextField name="q" type="search" label={t('filter.q')} defaultValue={valueOf(state, 'q')} />
        <FilterSelect name="instrument" label={t('adherences.instrument')} options={instruments} value={valueOf(state, 'instrument')} />
        <FilterSelect name="state" label={t('applications.state')} options={states} value={valueOf(state, 'state')} />
        <FilterSelect name="coalition" label={t('admission.coalition')} options={coalitions} value={valueOf(state, 'coalition')} />
      </Filters>
      <ListSummary set={set} all={path}><strong>{t('adherences.found', { count: total.count, shown: formatNumber(language, total.count) })}</strong></ListSummary>
    </>
  );
}
