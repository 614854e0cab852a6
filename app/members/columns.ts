import type { MemberRow } from './organisations/list';

/** The file of members, its first columns as `interfaces.md` promises them. Codes are IATI's and ISO's; a missing value stays empty. */
export const memberFileColumns: readonly { readonly header: string; readonly value: (row: MemberRow) => string | number | null }[] = [
  { header: 'ref', value: (row) => row.ref },
  { header: 'name', value: (row) => row.name },
  { header: 'type', value: (row) => row.type_code },
  { header: 'constituency', value: (row) => row.constituency },
  { header: 'country', value: (row) => row.country_iso2 },
  { header: 'identifiers', value: (row) => row.identifiers.join('|') || null },
  { header: 'status', value: (row) => row.status },
  { header: 'joined_on', value: (row) => row.joined_on },
  { header: 'short_name', value: (row) => row.short_name },
  { header: 'category', value: (row) => row.category },
  { header: 'commitments', value: (row) => row.commitments },
];
