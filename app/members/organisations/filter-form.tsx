import { SelectField, TextField, type Option } from '#app/form/field';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { FilterSelect, Filters, ListSummary } from '#app/table/filters';
import { hrefOf, type ListState, spellSort, valueOf, withFilter } from '#app/table/state';
import { memberList, type MemberFilter, type MemberSort, standings } from './list';
import { constituencyChoices, typeChoices } from './words';

interface MemberFiltersProps {
  readonly state: ListState<MemberFilter, MemberSort>;
  readonly countries: readonly Option[];
}

/** The filters of the list. The coalition comes from links and stays. */
export function MemberFilters({ state, countries }: MemberFiltersProps) {
  const t = useText('members');
  const { language } = useLocale();
  const sorts = ['name', '-name'].map((value) => ({ value, label: t(`sort.${value}`) }));
  return (
    <Filters action={paths.in(language).members()} label={t('list.filter')} sorts={sorts} sort={spellSort(state.sort)}>
      <TextField name="q" type="search" label={t('filter.q')} defaultValue={valueOf(state, 'q')} />
      <SelectField name="standing" label={t('filter.standing')} empty={null} options={standings.map((value) => ({ value, label: t(`standing.${value}`) }))} defaultValue={valueOf(state, 'standing') || 'member'} />
      <FilterSelect name="constituency" label={t('filter.constituency')} options={constituencyChoices(language)} value={valueOf(state, 'constituency')} />
      <FilterSelect name="type" label={t('filter.type')} options={typeChoices(language)} value={valueOf(state, 'type')} />
      <FilterSelect name="country" label={t('filter.country')} options={countries} value={valueOf(state, 'country')} />
      {(state.filters.coalition ?? []).map((value) => <input key={value} type="hidden" name="coalition" value={value} />)}
    </Filters>
  );
}

interface MemberSummaryProps extends MemberFiltersProps {
  readonly total: { readonly count: number; readonly exact: boolean };
  /** The name of the coalition that is asked for. */
  readonly coalition: string | undefined;
}

/** What is shown, in words, and each filter that can be taken away. */
export function MemberSummary({ state, countries, total, coalition }: MemberSummaryProps) {
  const t = useText('members');
  const { language } = useLocale();
  const path = paths.in(language).members();
  const standing = standings.find((one) => one === valueOf(state, 'standing')) ?? 'member';
  const say = (filter: MemberFilter, value: string): string => {
    const options = { country: countries, type: typeChoices(language), constituency: constituencyChoices(language) };
    if (filter === 'q') return t('filter.words', { words: value });
    if (filter === 'standing') return t(`standing.${standing}`);
    if (filter === 'coalition') return coalition ?? value;
    return options[filter].find((one) => one.value === value)?.label ?? value;
  };
  const set = memberList.filters.flatMap((filter) => (state.filters[filter] ?? []).map((value) => ({
    what: say(filter, value), without: hrefOf(path, memberList, withFilter(state, filter, (state.filters[filter] ?? []).filter((other) => other !== value))),
  })));
  return (
    <ListSummary set={set} all={path}>
      <strong>{t(`list.found_${standing}${total.exact ? '' : '_more'}`, { count: total.count, shown: formatNumber(language, total.count) })}</strong>
    </ListSummary>
  );
}
