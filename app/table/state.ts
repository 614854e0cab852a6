/** What a list can be asked for; anything else in the address is ignored. */
export interface ListSpec<Filter extends string, Sort extends string> {
  readonly filters: readonly Filter[];
  /** Filters of those who work on the records, of which the public is not told. */
  readonly inside?: readonly Filter[];
  /** A whitelist: each is a NOT NULL column or an indexed expression, with the id to break ties. */
  readonly sorts: readonly Sort[];
  readonly sort: SortOrder<Sort>;
}

export interface SortOrder<Sort extends string = string> {
  readonly by: Sort;
  readonly descending: boolean;
}

/** A list as its address describes it. */
export interface ListState<Filter extends string = string, Sort extends string = string> {
  /** Each filter that is set, with one value or several; none is empty. */
  readonly filters: Readonly<Partial<Record<Filter, readonly string[]>>>;
  readonly sort: SortOrder<Sort>;
  /** The key of the last row of the page before, as the query made it; `null` on the first page. */
  readonly after: string | null;
}

const longestValue = 200;
const mostValues = 20;
const longestKey = 500;

/**
 * Reads the state of a list from its address. Whatever is unknown, too long or empty is left out, so that no address fails:
 * an unknown sort becomes that of the specification, and NUL, which PostgreSQL refuses in text, is dropped.
 */
export function readState<Filter extends string, Sort extends string>(
  spec: ListSpec<Filter, Sort>,
  params: URLSearchParams,
): ListState<Filter, Sort> {
  const filters: Partial<Record<Filter, readonly string[]>> = {};
  for (const filter of spec.filters) {
    const values = [...new Set(params.getAll(filter).map(clean))].filter((value) => value !== '' && value.length <= longestValue);
    if (values.length > 0) filters[filter] = values.slice(0, mostValues);
  }
  const after = clean(params.get('after') ?? '');
  return { filters, sort: readSort(spec, params.get('sort')), after: after === '' || after.length > longestKey ? null : after };
}

const clean = (value: string) => value.replaceAll('\0', '').trim();

function readSort<Sort extends string>(spec: ListSpec<string, Sort>, text: string | null): SortOrder<Sort> {
  const descending = text?.startsWith('-') ?? false;
  const by = spec.sorts.find((sort) => sort === (descending ? text?.slice(1) : text));
  return by === undefined ? spec.sort : { by, descending };
}

/** `due` or `-due`. */
export const spellSort = ({ by, descending }: SortOrder): string => (descending ? `-${by}` : by);

/** The address of a state, in one order and without what is the default, so that one list has one address. */
export function writeState<Filter extends string, Sort extends string>(
  spec: ListSpec<Filter, Sort>,
  state: ListState<Filter, Sort>,
): URLSearchParams {
  const params = new URLSearchParams();
  for (const filter of spec.filters) for (const value of state.filters[filter] ?? []) params.append(filter, value);
  if (spellSort(state.sort) !== spellSort(spec.sort)) params.set('sort', spellSort(state.sort));
  if (state.after !== null) params.set('after', state.after);
  return params;
}

/** What an address asks a list for, from its first page, as the list spells it. */
export const canonicalQuery = <Filter extends string, Sort extends string>(spec: ListSpec<Filter, Sort>, params: URLSearchParams): string =>
  writeState(spec, withAfter(readState(spec, params), null)).toString();

/** `?region=africa&sort=-due`, or `path` alone when nothing is asked for. */
export function hrefOf<Filter extends string, Sort extends string>(
  path: string,
  spec: ListSpec<Filter, Sort>,
  state: ListState<Filter, Sort>,
): string {
  const query = writeState(spec, state).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** The same list in another order, from its first page. */
export const withSort = <Filter extends string, Sort extends string>(
  state: ListState<Filter, Sort>,
  sort: SortOrder<Sort>,
): ListState<Filter, Sort> => ({ ...state, sort, after: null });

/** The same list with one filter set anew, from its first page; no values take the filter away. */
export function withFilter<Filter extends string, Sort extends string>(
  state: ListState<Filter, Sort>,
  filter: Filter,
  values: readonly string[],
): ListState<Filter, Sort> {
  const { [filter]: _, ...others } = state.filters;
  const rest = others as ListState<Filter, Sort>['filters'];
  return { ...state, filters: values.length === 0 ? rest : { ...rest, [filter]: values }, after: null };
}

/** The same list from another page; `null` is the first. */
export const withAfter = <Filter extends string, Sort extends string>(
  state: ListState<Filter, Sort>,
  after: string | null,
): ListState<Filter, Sort> => ({ ...state, after });

/** The first value of a filter, for inputs that take one. */
export const valueOf = <Filter extends string>(state: ListState<Filter>, filter: Filter): string => state.filters[filter]?.[0] ?? '';
