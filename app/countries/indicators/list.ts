import type { ListSpec } from '#app/table/state';
import type { IndicatorUnit } from '#db/reference/indicators';
import type { Disaggregation, ValueReason } from './model';

/** What the list can be asked for. `figure` tells values and benchmarks apart, `known` values and reasons. */
export const indicatorList = {
  filters: ['indicator', 'country', 'region', 'group', 'year', 'figure', 'known'],
  sorts: ['year'],
  sort: { by: 'year', descending: true },
} as const satisfies ListSpec<string, string>;
export type IndicatorFilter = (typeof indicatorList.filters)[number];
export type IndicatorSort = (typeof indicatorList.sorts)[number];

export const figures = ['value', 'benchmark'] as const;

/** A value or a benchmark. `value` is a decimal string, null where there is a reason. */
export interface FigureRow {
  readonly id: string;
  readonly figure: (typeof figures)[number];
  readonly country_iso2: string;
  readonly country: string;
  readonly indicator_code: string;
  readonly indicator: string;
  readonly unit: IndicatorUnit;
  readonly disaggregation: Disaggregation;
  readonly year: number;
  readonly value: string | null;
  readonly missing: ValueReason | null;
  readonly missing_note: string | null;
  readonly source: string;
  readonly footnote: string | null;
}
