import type { ReactNode } from 'react';
import type { Text } from '#app/languages/catalogue';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { fileOf } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListSummary, NothingFound } from '#app/table/filters';
import type { Page } from '#app/table/keyset';
import { hrefOf, withAfter, withFilter, withSort, type ListSpec, type ListState } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { Downloads } from '#app/ui/downloads';
import { Head } from '#app/ui/head';
import { Pager } from '#app/ui/pager';
import { useFilterWords } from './filter-words';

interface ListOfProps<Row, Filter extends string, Sort extends string> {
  /** Which list: the key of its words. */
  readonly of: string;
  readonly t: Text;
  /** The value of a filter in words. */
  readonly say: (filter: Filter, value: string) => string;
  readonly path: string;
  readonly spec: ListSpec<Filter, Sort>;
  readonly state: ListState<Filter, Sort>;
  readonly page: Page<Row>;
  readonly columns: readonly Column<Row>[];
  readonly title: string;
  readonly lede: string;
  /** Beside the head. */
  readonly beside?: ReactNode;
  /** The filters. */
  readonly children: ReactNode;
}

type ListPageProps<Row, Filter extends string, Sort extends string> = Omit<ListOfProps<Row, Filter, Sort>, 'of' | 't' | 'say'> & { readonly of: 'requests' | 'offers' | 'indicators' | 'budgets' };

/** A list of the domain. */
export function ListPage<Row extends { readonly id: string }, Filter extends string, Sort extends string>(props: ListPageProps<Row, Filter, Sort>) {
  return <ListOf {...props} t={useText('countries')} say={useFilterWords(props.of)} />;
}

/** A list of any domain: filters, what they leave in words, rows, pages, files. */
export function ListOf<Row extends { readonly id: string }, Filter extends string, Sort extends string>(props: ListOfProps<Row, Filter, Sort>) {
  const { of, t, say, path, spec, state, page, columns, title, lede, beside, children } = props;
  const { language } = useLocale();
  const whole = hrefOf(path, spec, withAfter(state, null));
  const set = spec.filters.flatMap((filter) => {
    const values = state.filters[filter] ?? [];
    return values.map((value) => ({ what: say(filter, value), without: hrefOf(path, spec, withFilter(state, filter, values.filter((one) => one !== value))) }));
  });
  return (
    <>
      <Head title={title} lede={lede} {...(beside === undefined ? {} : { children: beside })} />
      {children}
      <ListSummary set={set} all={path}><strong>{t(page.total.exact ? `${of}.found` : `${of}.found_over`, { count: page.total.count, shown: formatNumber(language, page.total.count) })}</strong></ListSummary>
      {page.rows.length === 0 ? <NothingFound all={path} /> : (
        <ListTable caption={title} columns={columns} rows={page.rows} keyOf={(row) => row.id} t={t} sort={state.sort} hrefFor={(sort) => hrefOf(path, spec, withSort(state, sort as ListState<Filter, Sort>['sort']))} />
      )}
      <Pager shown={page.rows.length} total={page.total} first={state.after === null ? undefined : whole} next={page.next === null ? undefined : hrefOf(path, spec, withAfter(state, page.next))} />
      <Downloads count={page.total.count} csv={fileOf(whole, 'csv')} xlsx={fileOf(whole, 'xlsx')} json={fileOf(whole, 'json')} />
    </>
  );
}
