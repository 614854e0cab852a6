import { clauseHref } from '#app/frameworks/addresses';
import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import type { ListSpec, ListState } from '#app/table/state';

/** What the search looks through, in the order in which results stand. */
export const kinds = ['commitment', 'member', 'country', 'clause', 'decision', 'recommendation', 'session', 'group', 'pledge', 'activity', 'request', 'offer', 'platform', 'report', 'evidence'] as const;
export type Kind = (typeof kinds)[number];

/** What narrows a search. Each counts what it would leave, with all the others set. */
export const facets = ['kind', 'language', 'country', 'year', 'status'] as const;
export type Facet = (typeof facets)[number];

/** `q` and what narrows it. One kind is shown page by page; several are shown by their first ones. */
export const searchList = { filters: ['q', ...facets], sorts: ['best'], sort: { by: 'best', descending: false } } as const satisfies ListSpec<string, string>;
export type SearchFilter = (typeof searchList.filters)[number];
export type SearchState = ListState<SearchFilter, 'best'>;

/** One record that was found. */
export interface Found {
  readonly kind: Kind;
  /** What its address is made of: a reference, a country's code, a clause with its framework, a commitment with the id of its evidence. */
  readonly ref: string;
  readonly title: string;
  /** The language that the title is in, where it has one. */
  readonly language: string | null;
  /** Whose or what it is: its lead, its group, its framework. */
  readonly note: string | null;
  /** The languages of the texts that hold the words; none where the record has no text in several. */
  readonly languages: readonly string[];
}

export interface FacetCount {
  readonly facet: Facet;
  readonly value: string;
  readonly count: number;
}

export interface SearchResult {
  readonly rows: readonly Found[];
  /** Within every facet that is set. */
  readonly count: number;
  readonly exact: boolean;
  readonly facets: readonly FacetCount[];
  /** The key of the next page; null on the last one, and where several kinds are shown. */
  readonly next: string | null;
}
export const nothingFound: SearchResult = { rows: [], count: 0, exact: true, facets: [], next: null };

export const longestQuestion = 200;

/** What was asked, without what no text holds; empty when it has neither letters nor digits. */
export function questionOf(state: Pick<SearchState, 'filters'>): string {
  const asked = (state.filters.q?.[0] ?? '').slice(0, longestQuestion).toWellFormed();
  return /[\p{L}\p{N}]/u.test(asked) ? asked : '';
}

/** Where a record is. Evidence stands on the page of its commitment. */
export function recordHref({ kind, ref }: Pick<Found, 'kind' | 'ref'>, language: Language): string {
  const to = paths.in(language);
  const [first = '', second = ''] = ref.split(' ');
  const pages: Readonly<Record<Kind, () => string>> = {
    commitment: () => to.commitment(ref), member: () => to.member(ref), country: () => to.country(ref), clause: () => clauseHref(first, second, undefined, language), decision: () => to.decision(ref),
    recommendation: () => to.recommendation(ref), session: () => to.session(ref), group: () => to.workingGroup(ref), pledge: () => to.pledge(ref), activity: () => to.activity(ref), request: () => to.request(ref),
    offer: () => to.offer(ref), platform: () => to.platform(ref), report: () => to.report(ref), evidence: () => to.commitment(first),
  };
  return pages[kind]();
}

/** The reference that is shown beside a record; clauses and countries are named by their title alone. */
export const shownRef = ({ kind, ref }: Pick<Found, 'kind' | 'ref'>): string | undefined => (kind === 'clause' || kind === 'country' ? undefined : ref.split(' ')[0]);
