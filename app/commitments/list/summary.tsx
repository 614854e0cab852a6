import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { throughWords } from '#app/frameworks/crosswalk/words';
import { paths } from '#app/paths';
import { isDay } from '#app/platform/clock';
import { ListSummary } from '#app/table/filters';
import { hrefOf, type ListState, spellSort, withFilter } from '#app/table/state';
import { Tally } from '#app/ui/tally';
import { standingTag, groupName } from '../marks';
import { commitmentTypes } from '../model';
import type { Choices } from './filter-form';
import { commitmentList, counted, type Filter, filters, nowhere, type Sort, standingOrder, underWay } from './model';
import type { Tally as Counted } from './queries.server';

interface SummaryProps {
  readonly state: ListState<Filter, Sort>;
  readonly tally: Counted;
  readonly choices: Choices;
}

/** What is shown, in words: how many, in which order, which filters, and how they stand. */
export function Summary({ state, tally, choices }: SummaryProps) {
  const t = useText('commitments');
  const frameworks = useText('frameworks');
  const { language } = useLocale();
  const path = paths.in(language).commitments();
  const shown = formatNumber(language, tally.count);
  const say = (filter: Filter, value: string): string => {
    const option = [...choices.regions, ...choices.countries, ...choices.groups].find((one) => one.value === value.toUpperCase());
    switch (filter) {
      case 'country': case 'region': case 'group': return option?.label ?? (value === nowhere ? t('filter.nowhere') : value);
      case 'type': return commitmentTypes.some((type) => type === value) ? t(`type.${value}`) : value;
      case 'beneficiary': return groupName(value, language);
      case 'status': return value === underWay || value === counted || standingOrder.some((one) => one === value) ? t(`standing.${value}`) : value;
      case 'as_of': return isDay(value) ? t('filter.as_of', { date: formatDate(language, value) }) : value;
      case 'through': return throughWords(value, frameworks);
      case 'q': return t('filter.words', { words: value });
      default: return value;
    }
  };
  const set = filters.flatMap((filter) => (state.filters[filter] ?? []).map((value) => ({
    what: say(filter, value), without: hrefOf(path, commitmentList, withFilter<Filter, Sort>(state, filter, (state.filters[filter] ?? []).filter((other) => other !== value))),
  })));
  const counts = standingOrder.flatMap((standing) => {
    const count = tally.byStanding[standing];
    return count === undefined ? [] : [{ key: standing, label: standingTag(standing, t), count: formatNumber(language, count), href: hrefOf(path, commitmentList, withFilter<Filter, Sort>(state, 'status', [standing])) }];
  });
  return (
    <ListSummary set={set} all={path} tally={counts.length > 0 && <Tally label={t('list.by_status')} counts={counts} />}>
      <strong>{t(tally.exact ? 'list.found' : 'list.found_more', { count: tally.count, shown })}</strong>{' · '}
      {t(`sort.${spellSort(state.sort).replace('-', 'reverse_')}`)}
    </ListSummary>
  );
}
