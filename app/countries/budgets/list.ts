import type { ListSpec } from '#app/table/state';

/** What the list of budget lines can be asked for. `year` is the calendar year in which the fiscal year begins. */
export const budgetList = {
  filters: ['country', 'region', 'commitment', 'year', 'state'],
  sorts: ['year'],
  sort: { by: 'year', descending: true },
} as const satisfies ListSpec<string, string>;
export type BudgetFilter = (typeof budgetList.filters)[number];
export type BudgetSort = (typeof budgetList.sorts)[number];

export const lineStates = ['standing', 'withdrawn'] as const;

/** A line. Amounts are decimal strings in `currency`; those in US dollars are null where no rate is known. */
export interface BudgetLineRow {
  readonly id: string;
  readonly country_iso2: string;
  readonly country: string;
  readonly commitment_ref: string;
  readonly commitment: string;
  readonly commitment_language: string;
  readonly title: string;
  readonly code: string | null;
  readonly year_from: string;
  readonly year_to: string;
  readonly currency: string;
  readonly exponent: number;
  readonly first_budgeted: string;
  readonly budgeted: string;
  readonly spent: string | null;
  readonly spent_as_of: string | null;
  readonly budgeted_usd: string | null;
  readonly spent_usd: string | null;
  readonly units_per_usd: string | null;
  readonly rate_on: string | null;
  readonly rate_source: string | null;
  readonly rate_basis: 'day' | 'month' | 'year' | null;
  readonly source: string;
  readonly withdrawn_on: string | null;
  readonly withdrawn_reason: string | null;
  readonly version: number;
}
