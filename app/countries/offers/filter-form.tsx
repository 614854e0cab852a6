import type { PlaceChoices } from '#app/commitments/choices.server';
import { pledgeKinds } from '#app/financing/pledges/model';
import { TextField } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Filters, FilterSelect } from '#app/table/filters';
import { valueOf } from '#app/table/state';
import type { ClauseChoices } from '../choices.server';
import { aboutWhat } from './list';
import { offerStates } from './model';
import type { OfferPageState } from './queries.server';

interface OfferFiltersProps {
  readonly state: OfferPageState;
  readonly plan: ClauseChoices;
  readonly places: PlaceChoices;
}

export function OfferFilters({ state, plan, places }: OfferFiltersProps) {
  const t = useText('countries');
  const kinds = useText('financing');
  const { language } = useLocale();
  const byCode = ({ code, title }: ClauseChoices['pillars'][number]) => ({ value: code, label: `${code} ${title}` });
  return (
    <Filters action={paths.in(language).offers()} label={t('offers.filter')}>
      <TextField type="search" name="q" label={t('filter.q')} maxLength={200} defaultValue={valueOf(state, 'q')} />
      <FilterSelect name="state" label={t('requests.state_head')} options={offerStates.map((one) => ({ value: one, label: t(`offers.state.${one}`) }))} value={valueOf(state, 'state')} />
      <FilterSelect name="about" label={t('offers.about.label')} options={aboutWhat.map((one) => ({ value: one, label: t(`offers.about.${one}`) }))} value={valueOf(state, 'about')} />
      <FilterSelect name="country" label={t('offers.for')} options={places.countries} value={valueOf(state, 'country')} />
      <FilterSelect name="pillar" label={t('requests.pillar')} options={plan.pillars.map(byCode)} value={valueOf(state, 'pillar')} />
      <FilterSelect name="node" label={t('form.clauses')} options={plan.lines.map(byCode)} value={valueOf(state, 'node')} />
      <FilterSelect name="kind" label={t('offers.form.kind')} options={pledgeKinds.map((kind) => ({ value: kind, label: kinds(`kind.${kind}`) }))} value={valueOf(state, 'kind')} />
      {(['provider', 'region', 'group', 'beneficiary', 'version'] as const).flatMap((name) => (state.filters[name] ?? []).map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />))}
    </Filters>
  );
}
