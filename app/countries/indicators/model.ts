import { problem, type Problem } from '#app/access/result';
import { exceeds } from '#app/financing/money/model';
import type { IndicatorUnit } from '#db/reference/indicators';

/** The part of the population that a value is about. */
export const disaggregations = ['total', 'female', 'male', 'rural', 'urban', 'poorest', 'richest'] as const;
export type Disaggregation = (typeof disaggregations)[number];

/** IN-1: why there is no value. */
export const valueReasons = ['not_published', 'not_collected', 'not_comparable', 'not_yet'] as const;
export type ValueReason = (typeof valueReasons)[number];

/** IN-2: what a value of a unit can be. */
export const bounds: Readonly<Record<IndicatorUnit, { readonly from: number; readonly to: number }>> = {
  percent: { from: 0, to: 100 }, ratio: { from: 0, to: 10 }, mbit_s: { from: 0, to: 100_000 },
};

export const isWithin = (value: string, unit: IndicatorUnit): boolean => !exceeds(String(bounds[unit].from), value) && !exceeds(value, String(bounds[unit].to));

/** The first and the last year that a value can be of; a benchmark lies ahead of nothing. */
export const firstYear = 1970;
export const lastBenchmark = 2060;

export interface ValueTerms {
  readonly year: number;
  readonly value: string | null;
  readonly missing: ValueReason | null;
}

/** Everything that is wrong with a value. */
export function valueProblems({ year, value, missing }: ValueTerms, unit: IndicatorUnit, today: string): Problem[] {
  const problems: Problem[] = [];
  const last = Number(today.slice(0, 4));
  if (year < firstYear || year > last) problems.push(problem('countries:problems.value_year', 'year', { from: firstYear, to: last }));
  if (value === null && missing === null) problems.push(problem('countries:problems.value_or_reason', 'value'));
  if (value !== null && missing !== null) problems.push(problem('countries:problems.value_and_reason', 'missing'));
  if (value !== null && !isWithin(value, unit)) problems.push(problem('countries:problems.value_range', 'value', { ...bounds[unit] }));
  return problems;
}

/** A benchmark is a value for a year to come, or one that was to be reached already. */
export function benchmarkProblems({ year, value }: { readonly year: number; readonly value: string }, unit: IndicatorUnit): Problem[] {
  return [
    ...(year < 2000 || year > lastBenchmark ? [problem('countries:problems.value_year', 'benchmark_year', { from: 2000, to: lastBenchmark })] : []),
    ...(isWithin(value, unit) ? [] : [problem('countries:problems.value_range', 'benchmark', { ...bounds[unit] })]),
  ];
}
