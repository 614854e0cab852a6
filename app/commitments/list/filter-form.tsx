import { SelectField, TextField, type Option, type OptionGroup } from '#app/form/field';
import type { Text } from '#app/languages/catalogue';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Filters } from '#app/table/filters';
import { type ListState, spellSort, valueOf } from '#app/table/state';
import { BENEFICIARY_GROUPS } from '#db/reference/beneficiary-groups';
import { verifications } from '#app/records/verification/model';
import { freshnesses, healths } from '../health/model';
import { commitmentTypes } from '../model';
import { counted, type Filter, filterOf, notIn, type Sort, sorts, standingOrder, underWay } from './model';

export interface Choices {
  readonly regions: readonly Option[];
  readonly countries: readonly Option[];
  readonly groups: readonly Option[];
  readonly clauses: readonly OptionGroup[];
  readonly coalitions: readonly Option[];
  readonly cycles: readonly Option[];
  readonly languages: readonly Option[];
}

interface FilterFormProps {
  readonly state: ListState<Filter, Sort>;
  readonly choices: Choices;
  /** Also states that are not public. */
  readonly inside: boolean;
  /** Where the list stands; the public one unless told otherwise. */
  readonly action?: string;
  /** Words of the secretariat, at its desk. */
  readonly tags?: readonly string[];
}

const insideOnly = new Set(['draft', 'submitted', 'returned', 'verified']);
const further = ['region', 'group', 'type', 'freshness', 'verification', 'cycle', 'attended', 'lead', 'partner', 'coalition', 'origin', 'language', 'tag'] as const satisfies readonly Filter[];

/** The filters of the list. Those without a field of their own (version, what is carried across, day) come from links and stay. */
export function FilterForm({ state, choices, inside, action, tags }: FilterFormProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const any = useText('table')('any');
  const select = (name: Filter, options: readonly (Option | OptionGroup)[]) => (
    <SelectField name={name} label={t(`filter.${name}`)} options={options} defaultValue={valueOf(state, name)} empty={any} />
  );
  const words = (name: Filter, type: 'search' | 'text' = 'text') => <TextField name={name} type={type} label={t(`filter.${name}`)} spellCheck={false} maxLength={200} defaultValue={valueOf(state, name)} />;
  return (
    <Filters action={action ?? paths.in(language).commitments()} label={t('filter.label')} sorts={sortOptions(t)} sort={spellSort(state.sort)} folds>
      {words('q', 'search')}
      {select('country', choices.countries)}
      {select('node', choices.clauses)}
      {select('beneficiary', BENEFICIARY_GROUPS.map(({ code, name }) => ({ value: code, label: name[language] })))}
      {select('status', states(state, inside).map((value) => ({ value, label: t(`standing.${value}`) })))}
      {select('health', healths.map((value) => ({ value, label: t(`standing.${value}`) })))}
      <details className="col-span-full" open={further.some((name) => state.filters[name] !== undefined)}>
        <summary>{t('filter.more')}</summary>
        <div className="filters pt-16">
          {select('region', choices.regions)}
          {select('group', choices.groups)}
          {select('type', commitmentTypes.map((type) => ({ value: type, label: t(`type.${type}`) })))}
          {select('freshness', freshnesses.map((value) => ({ value, label: t(`freshness.${value}`) })))}
          {select('verification', verifications.map((value) => ({ value, label: t(`rung.${value}`) })))}
          {select('cycle', [{ label: t('filter.reported_in'), options: choices.cycles }, { label: t('filter.missed_in'), options: choices.cycles.map(({ value, label }) => ({ value: `${notIn}${value}`, label })) }])}
          {select('attended', [{ value: 'no', label: t('attention.nobody') }])}
          {words('lead')}
          {words('partner')}
          {select('coalition', choices.coalitions)}
          {words('origin')}
          {select('language', choices.languages)}
          {tags !== undefined && select('tag', tags.map((tag) => ({ value: tag, label: tag })))}
        </div>
      </details>
      {(['version', 'through', 'as_of', ...(tags === undefined ? ['tag' as const] : [])] as const).flatMap((name) => (state.filters[name] ?? []).map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />))}
    </Filters>
  );
}

/** States, without the healths, which have a field of their own: one that an old address asks for stays. */
function states(state: ListState<Filter, Sort>, inside: boolean): readonly string[] {
  const offered = [counted, underWay, ...standingOrder.filter((standing) => filterOf(standing) === 'status' && (inside || !insideOnly.has(standing)))];
  return [...offered, ...(state.filters.status ?? []).filter((value) => healths.some((health) => health === value))];
}

const sortOptions = (t: Text): Option[] =>
  sorts.flatMap((sort) => [{ value: sort, label: t(`sort.${sort}`) }, { value: `-${sort}`, label: t(`sort.reverse_${sort}`) }]);
