import type { CountryRow } from './model';

/** The file of countries, its first columns as `interfaces.md` promises them. Amounts are exact; a missing value stays empty. */
export const countryFileColumns: readonly { readonly header: string; readonly value: (row: CountryRow) => string | number | null }[] = [
  { header: 'iso2', value: (row) => row.iso2 },
  { header: 'name', value: (row) => row.name },
  { header: 'region', value: (row) => row.region },
  { header: 'groups', value: (row) => row.groups.join('|') || null },
  { header: 'commitments', value: (row) => row.commitments },
  { header: 'on_track', value: (row) => row.on_track },
  { header: 'pledged_usd', value: (row) => row.pledged_usd },
  { header: 'disbursed_usd', value: (row) => row.disbursed_usd },
  { header: 'region_m49', value: (row) => row.region_m49 },
  { header: 'pledges', value: (row) => row.pledges },
  { header: 'pledges_converted', value: (row) => row.converted },
];
