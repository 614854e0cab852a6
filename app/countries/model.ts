import type { ListSpec } from '#app/table/state';
import type { GroupCode } from '#db/reference/groups';

/** What the list of countries can be asked for. It is never cut into pages: no country disappears. */
export const countryList = { filters: ['region', 'group'], sorts: ['name'], sort: { by: 'name', descending: false } } as const satisfies ListSpec<string, string>;
export type CountryFilter = (typeof countryList.filters)[number];

export const countryStandings = ['un_member', 'un_observer', 'territory'] as const;
export type CountryStanding = (typeof countryStandings)[number];

/** A country or area with what is promised by or for it. Amounts are US dollars as decimal strings. */
export interface CountryRow {
  readonly iso2: string;
  /** In the reader's language. */
  readonly name: string;
  /** M49, null where it puts a country in no region (Antarctica). */
  readonly region_m49: string | null;
  readonly region: string | null;
  readonly standing: CountryStanding;
  /** As of today. */
  readonly groups: readonly GroupCode[];
  readonly commitments: number;
  readonly on_track: number;
  /** What is pledged for it, cash and in kind, its own budget included; null where there are pledges and none could be converted. */
  readonly pledged_usd: string | null;
  readonly disbursed_usd: string | null;
  /** Pledges for it, and how many of them are in the two amounts. */
  readonly pledges: number;
  readonly converted: number;
}

export interface CountryRegion {
  /** M49, or '' for countries that are in none. */
  readonly key: string;
  readonly name: string | null;
  readonly countries: readonly CountryRow[];
  readonly promising: number;
}

/** The countries by region, regions by name and the one without a region last; within a region as they came. */
export function byRegion(rows: readonly CountryRow[], language: string): readonly CountryRegion[] {
  const keys = [...new Set(rows.map(({ region_m49 }) => region_m49 ?? ''))];
  const regions = keys.map((key) => {
    const countries = rows.filter((row) => (row.region_m49 ?? '') === key);
    return { key, name: countries[0]?.region ?? null, countries, promising: countries.filter(({ commitments }) => commitments > 0).length };
  });
  return regions.toSorted((a, b) => Number(a.key === '') - Number(b.key === '') || (a.name ?? '').localeCompare(b.name ?? '', language));
}

/** From how many commitments on a tile gets the next shade. */
export const tileBounds = [1, 3, 6, 10] as const;
