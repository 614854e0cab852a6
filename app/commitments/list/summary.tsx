import type { Option } from '#app/form/field';
import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { throughWords } from '#app/frameworks/crosswalk/words';
import { paths } from '#app/paths';
import { isDay } from '#app/platform/clock';
import { ListSummary } from '#app/table/filters';
import { hrefOf, type ListState, spellSort, withFilter } from '#app/table/state';
import { Tally } from '#app/ui/tally';
import { verifications } from '#app/records/verification/model';
import { freshnesses, healths } from '../health/model';
import { RungSplit } from '../rung-split';
import { standingTag, groupName } from '../marks';
import { commitmentTypes } from '../model';
import type { Choices } from './filter-form';
import { commitmentList, counted, cycleNamed, type Filter, filterOf, filters, notIn, nowhere, type Sort, standingOrder, underWay } from './model';
import type { Tally as Counted } from './queries.server';

interface SummaryProps {
  readonly state: ListState<Filter, Sort>;
  readonly tally: Counted;
  readonly choices: Choices;
  /** Where the list stands; the public one unless told otherwise. */
  readonly at?: string;
}

/** What is shown, in words: how many, in which order, which filters, and how they stand. */
export function Summary({ state, tally, choices, at }: SummaryProps) {
  const t = useText('commitments');
  const frameworks = useText('frameworks');
  const { language } = useLocale();
  const path = at ?? paths.in(language).commitments();
  const shown = formatNumber(language, tally.count);
  const named = (options: readonly Option[], value: string): string => options.find((one) => one.value === value)?.label ?? value;
  const say = (filter: Filter, value: string): string => {
    const option = [...choices.regions, ...choices.countries, ...choices.groups].find((one) => one.value === value.toUpperCase());
    switch (filter) {
      case 'country': case 'region': case 'group': return option?.label ?? (value === nowhere ? t('filter.nowhere') : value);
      case 'type': return commitmentTypes.some((type) => type === value) ? t(`type.${value}`) : value;
      case 'beneficiary': return groupName(value, language);
      case 'status': return value === underWay || value === counted || standingOrder.some((one) => one === value) ? t(`standing.${value}`) : value;
      case 'health': return healths.some((one) => one === value) ? t(`standing.${value}`) : value;
      case 'freshness': return freshnesses.some((one) => one === value) ? t(`freshness.${value}`) : value;
      case 'verification': return verifications.some((one) => one === value) ? t(`rung.${value}`) : value;
      case 'attended': return value === 'no' ? t('attention.nobody') : value;
      case 'cycle': return t(value.startsWith(notIn) ? 'filter.not_in' : 'filter.in', { cycle: named(choices.cycles, cycleNamed(value)) });
      case 'lead': case 'partner': case 'origin': return t(`filter.with.${filter}`, { value });
      case 'coalition': return named(choices.coalitions, value);
      case 'language': return named(choices.languages, value);
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
    return count === undefined ? [] : [{ key: standing, label: standingTag(standing, t), count: formatNumber(language, count), href: hrefOf(path, commitmentList, withFilter<Filter, Sort>(withFilter<Filter, Sort>(withFilter<Filter, Sort>(state, 'status', []), 'health', []), filterOf(standing), [standing])) }];
  });
  return (
    <ListSummary set={set} all={path} tally={<>{counts.length > 0 && <Tally label={t('list.by_status')} counts={counts} />}<RungSplit split={tally.byRung} href={(rung) => hrefOf(path, commitmentList, withFilter<Filter, Sort>(state, 'verification', [rung]))} /></>}>
      <strong>{t(tally.exact ? 'list.found' : 'list.found_more', { count: tally.count, shown })}</strong>{' · '}
      {t(`sort.${spellSort(state.sort).replace('-', 'reverse_')}`)}
    </ListSummary>
  );
}
