import type { ListSpec } from '#app/table/state';
import type { Description, PlatformState } from './model';

/**
 * What the registry can be asked for. `region` is that of the country, `language` finds regional kinds too (`en` finds `en-KE`);
 * `offline`, `zero_rated` and `learner_data` take yes, no and unknown.
 */
export const platformList = {
  filters: ['q', 'state', 'country', 'region', 'level', 'language', 'cost', 'offline', 'zero_rated', 'learner_data'],
  sorts: ['recent', 'name'],
  sort: { by: 'recent', descending: true },
} as const satisfies ListSpec<string, string>;
export type PlatformFilter = (typeof platformList.filters)[number];
export type PlatformSort = (typeof platformList.sorts)[number];

/** A platform as lists and files show it: what the edition says that its reader may read. Days are `YYYY-MM-DD`. */
export interface PlatformRow extends Description {
  readonly id: string;
  readonly ref: string;
  readonly country_iso2: string;
  readonly country: string;
  readonly state: PlatformState;
  /** The language that name and description are shown in. */
  readonly name_language: string;
  readonly checked: readonly string[];
  readonly confirmed_on: string | null;
  readonly reviewed_on: string | null;
  readonly published_on: string | null;
  readonly discontinued_on: string | null;
}
