import type { PlaceChoices } from '#app/commitments/choices.server';
import { TextField } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Filters, FilterSelect } from '#app/table/filters';
import { spellSort, valueOf } from '#app/table/state';
import { languageName } from '#db/reference/language-names';
import { answers, costs, facts, isOpen, levels, platformStates } from './model';
import type { PlatformPageState } from './queries.server';
import { usePlatformWords } from './words';

interface PlatformFiltersProps {
  readonly state: PlatformPageState;
  readonly places: PlaceChoices;
  /** By their first subtag: those that platforms of the list are in. */
  readonly tags: readonly string[];
  /** Also what is not out yet. */
  readonly inside: boolean;
}

export function PlatformFilters({ state, places, tags, inside }: PlatformFiltersProps) {
  const t = useText('registries');
  const { language } = useLocale();
  const say = usePlatformWords();
  const worded = (filter: Parameters<typeof say>[0], values: readonly string[]) => values.map((value) => ({ value, label: say(filter, value) }));
  const named = tags.map((tag) => ({ value: tag, label: languageName(tag, language) })).toSorted((a, b) => a.label.localeCompare(b.label, language));
  return (
    <Filters action={paths.in(language).platforms()} label={t('list.filter')} sorts={['-recent', 'name'].map((sort) => ({ value: sort, label: t(`list.sort.${sort}`) }))} sort={spellSort(state.sort)}>
      <TextField type="search" name="q" label={t('list.q')} maxLength={200} defaultValue={valueOf(state, 'q')} />
      <FilterSelect name="country" label={t('country')} options={places.countries} value={valueOf(state, 'country')} />
      <FilterSelect name="region" label={t('list.region')} options={places.regions} value={valueOf(state, 'region')} />
      <FilterSelect name="level" label={t('field.levels')} options={worded('level', levels)} value={valueOf(state, 'level')} />
      <FilterSelect name="language" label={t('list.language')} options={named} value={valueOf(state, 'language')} />
      <FilterSelect name="cost" label={t('field.cost')} options={worded('cost', [...costs, 'unknown'])} value={valueOf(state, 'cost')} />
      {facts.map((fact) => <FilterSelect key={fact} name={fact} label={t(`field.${fact}`)} options={answers.map((value) => ({ value, label: t(`answer.${value}`) }))} value={valueOf(state, fact)} />)}
      <FilterSelect name="state" label={t('state_head')} options={worded('state', platformStates.filter((one) => inside || isOpen(one)))} value={valueOf(state, 'state')} />
    </Filters>
  );
}
