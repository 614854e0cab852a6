import { amounts, rungs } from '#app/financing/ladder/model';
import type { FileColumn } from '#app/table/files/column';
import { linkedTotal } from '#app/financing/links/model';
import { notInTotalReason } from '#app/financing/links/why';
import type { PledgeRow } from './queries.server';

/** The file of pledges, its first columns as `interfaces.md` promises them. Amounts are exact; a missing value stays empty. */
export const pledgeColumns: readonly FileColumn<PledgeRow>[] = [
  { header: 'ref', value: (row) => row.ref },
  { header: 'provider', value: (row) => row.provider.name },
  { header: 'kind', value: (row) => row.kind },
  { header: 'amount', value: (row) => row.ladder.announced },
  { header: 'currency', value: (row) => row.currency },
  { header: 'amount_usd', value: (row) => row.usd?.announced ?? null },
  { header: 'status', value: (row) => row.status },
  { header: 'announced_on', value: (row) => row.announced_on },
  { header: 'recipients', value: (row) => row.recipients.map(({ ref, share }) => `${ref}:${share}`).join('|') || null },
  { header: 'commitments', value: (row) => row.commitment?.ref ?? null },
  { header: 'iati_identifier', value: (row) => row.iati_identifier },
  { header: 'title', value: (row) => row.title },
  { header: 'provider_ref', value: (row) => row.provider.ref },
  { header: 'pledged', value: (row) => row.ladder.pledged },
  { header: 'committed', value: (row) => row.ladder.committed },
  { header: 'disbursed', value: (row) => row.ladder.disbursed },
  { header: 'spent', value: (row) => row.ladder.spent },
  { header: 'pledged_usd', value: (row) => row.usd?.pledged ?? null },
  { header: 'committed_usd', value: (row) => row.usd?.committed ?? null },
  { header: 'disbursed_usd', value: (row) => row.usd?.disbursed ?? null },
  { header: 'spent_usd', value: (row) => row.usd?.spent ?? null },
  { header: 'rate_date', value: (row) => row.conversion.rate_on },
  { header: 'rate_source', value: (row) => row.conversion.rate_source },
  { header: 'rate_basis', value: (row) => row.conversion.rate_basis },
  { header: 'starts_on', value: (row) => row.starts_on },
  { header: 'ends_on', value: (row) => row.ends_on },
  { header: 'new_money', value: (row) => row.new_money },
  { header: 'valuation_method', value: (row) => row.valuation_method },
  { header: 'valued_on', value: (row) => row.valued_on },
  { header: 'sectors', value: (row) => row.sectors.map(({ vocabulary, code, share }) => `${vocabulary}:${code}:${share}`).join('|') || null },
  { header: 'markers', value: (row) => row.markers.map(({ marker, significance }) => `${marker}:${significance}`).join('|') || null },
  { header: 'aid_type', value: (row) => row.aid_type },
  { header: 'finance_type', value: (row) => row.finance_type },
  { header: 'flow_type', value: (row) => row.flow_type },
  { header: 'tied_status', value: (row) => row.tied_status },
  { header: 'earmarking', value: (row) => row.earmarking },
  { header: 'quantity', value: (row) => row.quantity },
  { header: 'unit', value: (row) => row.unit },
  { header: 'conditions', value: (row) => row.conditions },
  { header: 'confirmed_on', value: (row) => row.confirmed_on },
  // What of each pledge is counted under the filters that are set: these columns add up to the sums that lead to the list.
  ...amounts.map((name) => ({ header: `counted_${name}`, value: (row: PledgeRow) => row.counted?.[name] ?? null })),
  { header: 'linked_amount', value: (row) => linkedTotal(row.ladder) },
  { header: 'net_amount', value: (row) => row.ladder.net_pledged },
  { header: 'not_in_total_reason', value: (row) => notInTotalReason({ ...row, converted: row.usd !== null }) },
];

/** In a reporting currency: the same, and beside them each rung in it. */
export const pledgeColumnsIn = (currency: string | undefined): readonly FileColumn<PledgeRow>[] => (currency === undefined ? pledgeColumns : [
  ...pledgeColumns, ...rungs.map((rung): FileColumn<PledgeRow> => ({ header: `${rung}_in`, value: (row) => row.shown?.[rung] ?? null })), { header: 'currency_in', value: () => currency },
]);
