import type { ReactNode } from 'react';
import { TextField, type Option, type OptionGroup } from '#app/form/field';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { fileOf } from '#app/paths';
import type { Column } from '#app/table/column';
import { FilterSelect, Filters, ListSummary } from '#app/table/filters';
import type { Page } from '#app/table/keyset';
import { hrefOf, spellSort, valueOf, withAfter, withFilter, withSort, type ListSpec, type ListState } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { Downloads } from '#app/ui/downloads';
import { Empty } from '#app/ui/empty';
import { Pager } from '#app/ui/pager';

interface RegisterProps<Row, Filter extends string, Sort extends string> {
  /** Which one: the key of its words. */
  readonly list: 'sessions' | 'decisions' | 'actions' | 'recommendations';
  readonly path: string;
  readonly spec: ListSpec<Filter, Sort>;
  readonly state: ListState<Filter, Sort>;
  readonly page: Page<Row>;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** The values of each filter that is chosen from a list, with their words. */
  readonly choices: Readonly<Partial<Record<Filter, readonly (Option | OptionGroup)[]>>>;
  /** Counts by state. */
  readonly tally?: ReactNode;
}

/** A register: filters and search, what is shown in words, the rows, where it goes on, the same rows as files. */
export function Register<Row, Filter extends string, Sort extends string>(props: RegisterProps<Row, Filter, Sort>) {
  const { list, path, spec, state, page, columns, keyOf } = props;
  const t = useText('working-groups');
  const { language } = useLocale();
  const first = withAfter(state, null);
  const here = hrefOf(path, spec, first);
  const order = (descending: boolean) => ({ value: spellSort({ by: spec.sort.by, descending }), label: t(`${list}.sort.${descending ? 'latest' : 'earliest'}`) });
  return (
    <>
      <Filters action={path} label={t(`${list}.filter`)} sorts={[order(true), order(false)]} sort={spellSort(state.sort)} folds={Object.keys(props.choices).length > 3}>
        <TextField name="q" type="search" label={t(`${list}.search`)} defaultValue={state.filters['q' as Filter]?.[0] ?? ''} maxLength={200} />
        {spec.filters.flatMap((filter) => {
          const options = props.choices[filter];
          return options === undefined ? [] : [<FilterSelect key={filter} name={filter} label={t(`filter.${filter}`)} options={options} value={valueOf(state, filter)} />];
        })}
      </Filters>
      <ListSummary set={setFilters(props)} all={path} tally={props.tally}>
        <strong>{t(page.total.exact ? `${list}.found` : `${list}.found_more`, { count: page.total.count, shown: formatNumber(language, page.total.count) })}</strong>
      </ListSummary>
      {page.rows.length === 0 ? <Empty title={t(`${list}.empty`)}><p>{t(`${list}.empty_hint`)}</p></Empty> : (
        <ListTable caption={t(`${list}.title`)} columns={columns} rows={page.rows} keyOf={keyOf} t={t} sort={state.sort} hrefFor={({ descending }) => hrefOf(path, spec, withSort(state, { by: spec.sort.by, descending }))} />
      )}
      <Pager shown={page.rows.length} total={page.total} first={state.after === null ? undefined : here} next={page.next === null ? undefined : hrefOf(path, spec, withAfter(state, page.next))} />
      <Downloads {...page.total} csv={fileOf(here, 'csv')} xlsx={fileOf(here, 'xlsx')} json={fileOf(here, 'json')} />
    </>
  );
}

/** Each filter that is set, in words where there are some, with the list without it. */
function setFilters<Row, Filter extends string, Sort extends string>({ spec, state, path, choices }: RegisterProps<Row, Filter, Sort>) {
  return spec.filters.flatMap((filter) => {
    const values = state.filters[filter] ?? [];
    return values.map((value) => ({
      what: choices[filter]?.flatMap((one) => ('options' in one ? one.options : [one])).find((one) => one.value === value)?.label ?? value,
      without: hrefOf(path, spec, withFilter(state, filter, values.filter((one) => one !== value))),
    }));
  });
}
