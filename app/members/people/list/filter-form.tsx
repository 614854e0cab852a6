import { roleNames } from '#app/access/actor';
import { TextField, type Option } from '#app/form/field';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { FilterSelect, Filters, ListSummary } from '#app/table/filters';
import { hrefOf, type ListState, valueOf, withFilter } from '#app/table/state';
import { personStandings } from '../model';
import { scopeKinds } from '../roles/model';
import { peopleList, type PeopleFilter, type PeopleSort } from './model';
import type { PeoplePage } from './queries.server';

export interface PeopleFiltersProps {
  readonly state: ListState<PeopleFilter, PeopleSort>;
  readonly countries: readonly Option[];
  readonly coalitions: readonly Option[];
}

/** What each select offers. */
function useChoices({ countries, coalitions }: Pick<PeopleFiltersProps, 'countries' | 'coalitions'>): Readonly<Record<Exclude<PeopleFilter, 'q' | 'organisation'>, readonly Option[]>> {
  const t = useText('accounts');
  return {
    role: roleNames.map((value) => ({ value, label: t(`roles.${value}`) })),
    scope: scopeKinds.map((value) => ({ value, label: t(`scopes.${value}`) })),
    standing: personStandings.map((value) => ({ value, label: t(`people.standings.${value}`) })),
    country: countries,
    coalition: coalitions,
  };
}

export function PeopleFilters({ state, ...places }: PeopleFiltersProps) {
  const t = useText('accounts');
  const choices = useChoices(places);
  const select = (name: keyof typeof choices) => <FilterSelect name={name} label={t(`people.filters.${name}`)} options={choices[name]} value={valueOf(state, name)} />;
  return (
    <Filters action={paths.people} label={t('people.filter')}>
      <TextField name="q" type="search" label={t('people.filters.q')} defaultValue={valueOf(state, 'q')} />
      {select('role')}
      {select('scope')}
      {select('coalition')}
      <TextField name="organisation" type="search" label={t('people.filters.organisation')} defaultValue={valueOf(state, 'organisation')} />
      {select('country')}
      {select('standing')}
    </Filters>
  );
}

/** How many there are, and each filter that can be taken away. */
export function PeopleSummary({ state, total, ...places }: PeopleFiltersProps & Pick<PeoplePage, 'total'>) {
  const t = useText('accounts');
  const { language } = useLocale();
  const choices = useChoices(places);
  const say = (filter: PeopleFilter, value: string) => (filter === 'q' || filter === 'organisation' ? value : (choices[filter].find((one) => one.value === value)?.label ?? value));
  const set = peopleList.filters.flatMap((filter) => (state.filters[filter] ?? []).slice(0, 1).map((value) => ({ what: say(filter, value), without: hrefOf(paths.people, peopleList, withFilter(state, filter, [])) })));
  return (
    <ListSummary set={set} all={paths.people}>
      <strong>{t(total.exact ? 'people.found' : 'people.found_more', { count: total.count, shown: formatNumber(language, total.count) })}</strong>
    </ListSummary>
  );
}
