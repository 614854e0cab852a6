import type { EndorsementRow } from './list';

/** The file of endorsements. Columns are only added, at the end; a missing value stays empty. */
export const endorsementColumns: readonly { readonly header: string; readonly value: (row: EndorsementRow) => string | number | null }[] = [
  { header: 'ref', value: (row) => row.ref },
  { header: 'party', value: (row) => row.party },
  { header: 'party_kind', value: (row) => row.party_kind },
  { header: 'version', value: (row) => row.version },
  { header: 'endorsed_on', value: (row) => row.endorsed_on },
  { header: 'capacity', value: (row) => row.capacity },
  { header: 'status', value: (row) => row.status },
  { header: 'reservations', value: (row) => row.reservations.map(({ code }) => code).join('|') || null },
  { header: 'party_ref', value: (row) => row.party_ref },
  { header: 'framework', value: (row) => row.framework },
  { header: 'signatory', value: (row) => row.signatory },
  { header: 'endorsed_on_missing', value: (row) => row.endorsed_on_missing },
  { header: 'confirmation', value: (row) => row.confirmation },
  { header: 'confirmed_on', value: (row) => row.confirmed_on },
  { header: 'withdrawn_on', value: (row) => row.withdrawn_on },
  { header: 'reservation_words', value: (row) => row.reservations.flatMap(({ code, statement }) => (statement === null ? [] : [`${code}: ${statement}`])).join('|') || null },
];
