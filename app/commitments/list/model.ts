import type { ListSpec } from '#app/table/state';
import { healths, type Freshness, type Standing } from '../health/model';

/** What the list of commitments can be asked for, by its address. */
export const filters = ['q', 'country', 'region', 'group', 'node', 'type', 'beneficiary', 'status', 'health', 'freshness', 'verification', 'cycle', 'attended', 'lead', 'partner', 'origin', 'coalition', 'language', 'tag', 'version', 'through', 'as_of'] as const;
export type Filter = (typeof filters)[number];
/** Each sorts by an indexed expression; the id breaks ties. */
export const sorts = ['due', 'recent', 'updated', 'ref'] as const;
export type Sort = (typeof sorts)[number];
/** The order that the head of a column asks for. */
export const sortNamed = (name: string): Sort => sorts.find((sort) => sort === name) ?? 'due';

export const commitmentList: ListSpec<Filter, Sort> = { filters, inside: ['tag'], sorts, sort: { by: 'due', descending: false } };

/** What `status` may ask for besides a standing: everything under way. */
export const underWay = 'published';
/** And everything that counts: under way or closed, neither withdrawn nor superseded. */
export const counted = 'counted';
/** Standings of what counts. */
export const countedStandings = ['reached_on_time', 'reached_late', 'on_track', 'at_risk', 'off_track', 'stale', 'not_reached'] as const satisfies readonly Standing[];
/** The filter that asks for a standing: health has one of its own, and `status` still understands it for the sake of old addresses. */
export const filterOf = (standing: Standing): 'health' | 'status' => (healths.some((health) => health === standing) ? 'health' : 'status');
/** What stands before the name of a cycle that asks for what has not been reported in it. */
export const notIn = '-';
export const cycleNamed = (value: string): string => (value.startsWith(notIn) ? value.slice(notIn.length) : value);
/** What `country` and `region` ask for to find promises that name none. */
export const nowhere = 'none';
/** Standings in the order in which lists count them: good news last, because lists of groups begin with what is behind. */
export const standingOrder: readonly Standing[] = [
  ...countedStandings, 'withdrawn', 'superseded', 'draft', 'submitted', 'returned', 'verified',
];

/** One row of the list. Values are decimal strings, days `YYYY-MM-DD`. */
export interface CommitmentRow {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly title_language: string;
  readonly type: string | null;
  readonly lead: string;
  readonly lead_country_iso2: string | null;
  /** Whether somebody looks after it; null where nobody has to any more. */
  readonly attended: boolean | null;
  readonly standing: Standing;
  readonly freshness: Freshness | undefined;
  readonly goal: { readonly unit: string | null; readonly baseline_value: string | null; readonly last_value: string | null; readonly target_value: string | null } | undefined;
  readonly ends_on: string | null;
}
