import { TextField, type Option } from '#app/form/field';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { FilterSelect, Filters, ListSummary } from '#app/table/filters';
import { hrefOf, spellSort, valueOf, withFilter } from '#app/table/state';
import { commentStatuses, dispositions } from '../model';
import { authorKinds, commentList, type CommentFilter } from './list';
import type { CommentListState } from './queries.server';

interface CommentFiltersProps {
  readonly state: CommentListState;
  readonly consultations: readonly Option[];
  /** Clauses of the consultation that is asked for. */
  readonly clauses: readonly Option[];
  readonly total: { readonly count: number };
  /** The viewer keeps the texts: they also see what waits and what was refused. */
  readonly keeps: boolean;
}

/** The filters of the list, and what it shows in words. */
export function CommentFilters({ state, consultations, clauses, total, keeps }: CommentFiltersProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const path = paths.in(language).comments();
  const options: Readonly<Record<Exclude<CommentFilter, 'q'>, readonly Option[]>> = {
    consultation: consultations, clause: [{ value: 'whole', label: t('comments.whole') }, ...clauses], author: authorKinds.map((value) => ({ value, label: t(`comments.author_kind.${value}`) })),
    disposition: [...dispositions.map((value) => ({ value, label: t(`disposition.${value}`) })), { value: 'none', label: t('comments.no_answer') }], status: commentStatuses.map((value) => ({ value, label: t(`comments.status.${value}`) })),
  };
  const say = (filter: CommentFilter, value: string) => (filter === 'q' ? `“${value}”` : (options[filter].find((one) => one.value === value)?.label ?? value));
  const set = commentList.filters.flatMap((filter) => (state.filters[filter] ?? []).map((value) => ({ what: say(filter, value), without: hrefOf(path, commentList, withFilter(state, filter, [])) })));
  const select = (filter: Exclude<CommentFilter, 'q'>, label: string) => <FilterSelect name={filter} label={label} options={options[filter]} value={valueOf(state, filter)} />;
  return (
    <>
      <Filters action={path} label={t('comments.filter')} sorts={[{ value: '-sent', label: t('ledger.newest') }, { value: 'sent', label: t('ledger.oldest') }]} sort={spellSort(state.sort)}>
        <TextField name="q" type="search" label={t('comments.words')} defaultValue={valueOf(state, 'q')} />
        {select('consultation', t('comments.consultation'))}
        {clauses.length > 0 && select('clause', t('comments.clause'))}
        {select('author', t('comments.author'))}
        {select('disposition', t('comments.answer'))}
        {keeps && select('status', t('ledger.status'))}
      </Filters>
      <ListSummary set={set} all={path}><strong>{t('comments.found', { count: total.count, shown: formatNumber(language, total.count) })}</strong></ListSummary>
    </>
  );
}
