import type { ListSpec } from '#app/table/state';

/** What the list of payments and their receipt can be asked for; provider and receiver as forms post a party. */
export const receiptList = {
  filters: ['state', 'year', 'provider', 'receiver', 'currency', 'pledge'],
  sorts: ['date'],
  sort: { by: 'date', descending: true },
} as const satisfies ListSpec<string, string>;
export type ReceiptFilter = (typeof receiptList.filters)[number];
export type ReceiptSort = (typeof receiptList.sorts)[number];

/** Whose payments the page of those who speak for somebody shows: about them, by them, or about those for whom the secretariat sees to it. */
export const receiptSides = ['receiver', 'provider', 'others'] as const;
export type ReceiptSide = (typeof receiptSides)[number];
