import type { PlaceChoices } from '#app/commitments/choices.server';
import { TextField } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Filters, FilterSelect } from '#app/table/filters';
import { spellSort, valueOf } from '#app/table/state';
import { BENEFICIARY_GROUPS } from '#db/reference/beneficiary-groups';
import type { ClauseChoices } from '../choices.server';
import { openState } from './list';
import { requestStates } from './model';
import type { RequestPageState } from './queries.server';

interface RequestFiltersProps {
  readonly state: RequestPageState;
  readonly plan: ClauseChoices;
  readonly places: PlaceChoices;
  /** Also drafts. */
  readonly inside: boolean;
}

export function RequestFilters({ state, plan, places, inside }: RequestFiltersProps) {
  const t = useText('countries');
  const { language } = useLocale();
  const states = requestStates.filter((one) => inside || one !== 'draft').map((one) => ({ value: one, label: t(`requests.state.${one}`) }));
  const byCode = ({ code, title }: ClauseChoices['pillars'][number]) => ({ value: code, label: `${code} ${title}` });
  const sorts = ['-recent', 'deadline'].map((sort) => ({ value: sort, label: t(`requests.sort.${sort}`) }));
  return (
    <Filters action={paths.in(language).requests()} label={t('requests.filter')} sorts={sorts} sort={spellSort(state.sort)}>
      <TextField type="search" name="q" label={t('filter.q')} maxLength={200} defaultValue={valueOf(state, 'q')} />
      <FilterSelect name="state" label={t('requests.state_head')} options={[{ value: openState, label: t('requests.open') }, ...states]} value={valueOf(state, 'state')} />
      <FilterSelect name="country" label={t('requests.country')} options={places.countries} value={valueOf(state, 'country')} />
      <FilterSelect name="group" label={t('filter.group')} options={places.groups} value={valueOf(state, 'group')} />
      <FilterSelect name="pillar" label={t('requests.pillar')} options={plan.pillars.map(byCode)} value={valueOf(state, 'pillar')} />
      <FilterSelect name="node" label={t('form.clauses')} options={plan.lines.map(byCode)} value={valueOf(state, 'node')} />
      <FilterSelect name="beneficiary" label={t('requests.beneficiaries')} options={BENEFICIARY_GROUPS.map(({ code, name }) => ({ value: code, label: name[language] }))} value={valueOf(state, 'beneficiary')} />
      <FilterSelect name="region" label={t('filter.region')} options={places.regions} value={valueOf(state, 'region')} />
      {(state.filters.version ?? []).map((value) => <input key={value} type="hidden" name="version" value={value} />)}
    </Filters>
  );
}
