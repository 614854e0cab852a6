import type { RequestRow } from './list';

/** The file of requests. Columns are only added, at the end; amounts are exact, a missing value stays empty. */
export const requestColumns: readonly { readonly header: string; readonly value: (row: RequestRow) => string | number | null }[] = [
  { header: 'ref', value: (row) => row.ref },
  { header: 'country', value: (row) => row.country_iso2 },
  { header: 'title', value: (row) => row.title },
  { header: 'pillar', value: (row) => row.pillar.code },
  { header: 'clauses', value: (row) => row.clauses.map(({ code }) => code).join('|') || null },
  { header: 'beneficiaries', value: (row) => row.beneficiaries.join('|') || null },
  { header: 'amount', value: (row) => row.amount },
  { header: 'currency', value: (row) => row.currency },
  { header: 'amount_missing', value: (row) => row.amount_missing },
  { header: 'deadline_on', value: (row) => row.deadline_on },
  { header: 'state', value: (row) => row.state },
  { header: 'published_on', value: (row) => row.published_on },
  { header: 'offers', value: (row) => row.offers },
  { header: 'offers_waiting', value: (row) => row.waiting },
];
