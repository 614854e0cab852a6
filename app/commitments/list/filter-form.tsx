import { SelectField, TextField, type Option, type OptionGroup } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Filters } from '#app/table/filters';
import { type ListState, spellSort, valueOf } from '#app/table/state';
import { BENEFICIARY_GROUPS } from '#db/reference/beneficiary-groups';
import { commitmentTypes } from '../model';
import { counted, type Filter, type Sort, standingOrder } from './model';

export interface Choices {
  readonly regions: readonly Option[];
  readonly countries: readonly Option[];
  readonly groups: readonly Option[];
  readonly clauses: readonly OptionGroup[];
}

interface FilterFormProps {
  readonly state: ListState<Filter, Sort>;
  readonly choices: Choices;
  /** Also states that are not public. */
  readonly inside: boolean;
}

const insideOnly = new Set(['draft', 'submitted', 'returned', 'verified']);

/** The filters of the list. Those without a field of their own (lead, origin, coalition, version, what is carried across, day) come from links and stay. */
export function FilterForm({ state, choices, inside }: FilterFormProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const any = useText('table')('any');
  const standings = standingOrder.filter((standing) => inside || !insideOnly.has(standing));
  const select = (name: Filter, options: readonly (Option | OptionGroup)[]) => (
    <SelectField name={name} label={t(`filter.${name}`)} options={options} defaultValue={valueOf(state, name)} empty={any} />
  );
  return (
    <Filters action={paths.in(language).commitments()} label={t('filter.label')} sorts={sortOptions(t)} sort={spellSort(state.sort)}>
      <TextField name="q" type="search" label={t('filter.q')} defaultValue={valueOf(state, 'q')} />
      {select('country', choices.countries)}
      {select('node', choices.clauses)}
      {select('beneficiary', BENEFICIARY_GROUPS.map(({ code, name }) => ({ value: code, label: name[language] })))}
      {select('status', [counted, ...standings].map((standing) => ({ value: standing, label: t(`standing.${standing}`) })))}
      <details className="col-span-full" open={(['region', 'group', 'type'] as const).some((name) => state.filters[name] !== undefined)}>
        <summary>{t('filter.more')}</summary>
        <div className="filters pt-16">
          {select('region', choices.regions)}
          {select('group', choices.groups)}
          {select('type', commitmentTypes.map((type) => ({ value: type, label: t(`type.${type}`) })))}
        </div>
      </details>
      {(['lead', 'origin', 'coalition', 'version', 'through', 'as_of'] as const).flatMap((name) => (state.filters[name] ?? []).map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />))}
    </Filters>
  );
}

const sortOptions = (t: (key: string) => string): Option[] =>
  ['due', '-due', 'recent', '-recent'].map((sort) => ({ value: sort, label: t(`sort.${sort.replace('-', 'reverse_')}`) }));
