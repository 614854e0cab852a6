import type { OfferRow } from './list';

/** The file of offers. Columns are only added, at the end; amounts are exact, a missing value stays empty. */
export const offerColumns: readonly { readonly header: string; readonly value: (row: OfferRow) => string | number | null }[] = [
  { header: 'ref', value: (row) => row.ref },
  { header: 'provider', value: (row) => row.provider },
  { header: 'provider_ref', value: (row) => row.provider_ref },
  { header: 'title', value: (row) => row.title },
  { header: 'request', value: (row) => row.request?.ref ?? null },
  { header: 'countries', value: (row) => row.countries.join('|') || null },
  { header: 'pillar', value: (row) => row.pillar.code },
  { header: 'clauses', value: (row) => row.clauses.map(({ code }) => code).join('|') || null },
  { header: 'kind', value: (row) => row.kind },
  { header: 'amount', value: (row) => row.amount },
  { header: 'currency', value: (row) => row.currency },
  { header: 'amount_missing', value: (row) => row.amount_missing },
  { header: 'deadline_on', value: (row) => row.deadline_on },
  { header: 'state', value: (row) => row.state },
  { header: 'made_on', value: (row) => row.made_on },
  { header: 'accepted_for', value: (row) => row.accepted_for_iso2 },
];
