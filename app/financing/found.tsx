import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { ListSummary } from '#app/table/filters';
import type { Page } from '#app/table/keyset';
import { hrefOf, spellSort, withFilter, type ListSpec, type ListState } from '#app/table/state';

interface FoundProps<Filter extends string, Sort extends string> {
  /** Which list: the key of its words. */
  readonly list: 'pledges' | 'transactions' | 'tranches' | 'activities' | 'rates' | 'reconciliation';
  readonly path: string;
  readonly spec: ListSpec<Filter, Sort>;
  readonly state: ListState<Filter, Sort>;
  readonly total: Page<never>['total'];
  /** The value of a filter in words. */
  readonly say: (filter: Filter, value: string) => string;
}

/** What a list shows, in words: how many, in which order, and which filters are set, each with a way to take it off. */
export function Found<Filter extends string, Sort extends string>({ list, path, spec, state, total, say }: FoundProps<Filter, Sort>) {
  const t = useText('financing');
  const { language } = useLocale();
  const set = spec.filters.flatMap((filter) => {
    const values = state.filters[filter] ?? [];
    return values.map((value) => ({ what: say(filter, value), without: hrefOf(path, spec, withFilter(state, filter, values.filter((one) => one !== value))) }));
  });
  return (
    <ListSummary set={set} all={path}>
      <strong>{t(total.exact ? `${list}.found` : `${list}.found_more`, { count: total.count, shown: formatNumber(language, total.count) })}</strong>{' '}
      {t(`sort.${spellSort(state.sort)}`)}
    </ListSummary>
  );
}
