import { TextField, type Option } from '#app/form/field';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Filters, FilterSelect, ListSummary } from '#app/table/filters';
import { hrefOf, valueOf, withFilter } from '#app/table/state';
import { endorsementList, partyKinds, type EndorsementFilter } from './list';
import type { EndorsementState } from './queries.server';

interface LedgerProps {
  readonly state: EndorsementState;
  readonly total: { readonly count: number; readonly exact: boolean };
  /** The states that the viewer may meet here. */
  readonly statuses: readonly string[];
  readonly versions: readonly number[];
  readonly clauses: readonly Option[];
  readonly capacities: readonly string[];
  readonly places: { readonly regions: readonly Option[]; readonly groups: readonly Option[] };
}

/** Filters of the ledger, and what they leave in view, in words. */
export function LedgerFilters({ state, total, statuses, versions, clauses, capacities, places }: LedgerProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const path = paths.in(language).endorsements();
  const options: Readonly<Record<Exclude<EndorsementFilter, 'party' | 'framework'>, readonly Option[]>> = {
    kind: partyKinds.map((kind) => ({ value: kind, label: t(`party.${kind}`) })),
    region: places.regions,
    group: places.groups,
    capacity: capacities.map((value) => ({ value, label: value })),
    status: statuses.map((status) => ({ value: status, label: t(`status.${status}`) })),
    version: versions.map((number) => ({ value: String(number), label: t('versions.named', { number }) })),
    reserved: [{ value: 'any', label: t('ledger.any_clause') }, ...clauses],
    promise: [{ value: 'none', label: t('ledger.no_promise') }],
  };
  const chosen = endorsementList.filters.filter((filter) => filter !== 'party' && filter !== 'framework');
  const said = (filter: EndorsementFilter, value: string) => (filter === 'party' || filter === 'framework' ? value : (options[filter].find((option) => option.value === value)?.label ?? value));
  const set = endorsementList.filters.flatMap((filter) => (state.filters[filter] ?? []).map((value) => ({
    what: `${t(`filter.${filter}`)}: ${said(filter, value)}`, without: hrefOf(path, endorsementList, withFilter(state, filter, [])),
  })));
  return (
    <>
      <Filters action={path} label={t('ledger.filter')} sorts={[{ value: '-signed', label: t('ledger.newest') }, { value: 'signed', label: t('ledger.oldest') }]} sort={state.sort.descending ? '-signed' : 'signed'}>
        <TextField type="search" name="party" label={t('ledger.party_words')} defaultValue={valueOf(state, 'party')} maxLength={200} />
        {chosen.map((filter) => <FilterSelect key={filter} name={filter} label={t(`filter.${filter}`)} options={options[filter]} value={valueOf(state, filter)} />)}
        {valueOf(state, 'framework') !== '' && <input type="hidden" name="framework" value={valueOf(state, 'framework')} />}
      </Filters>
      <ListSummary set={set} all={path}>
        <strong>{t(total.exact ? 'ledger.found' : 'ledger.found_over', { count: total.count, shown: formatNumber(language, total.count) })}</strong>
      </ListSummary>
    </>
  );
}
