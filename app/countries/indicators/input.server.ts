import { z } from 'zod';
import { findIndicator } from '#db/reference/indicators';
import { disaggregations, valueReasons } from './model';

const say = (code: string) => `countries:problems.${code}`;
const year = z.string({ error: say('year') }).trim().regex(/^\d{4}$/, { error: say('year') }).transform(Number);
/** Digits with a point; a comma would be a guess. */
const decimal = z.string({ error: 'form:errors.number' }).trim().regex(/^\d{1,12}(?:\.\d{1,6})?$/, { error: 'form:errors.number' });
const source = z.string({ error: say('source') }).trim().min(1, { error: say('source') }).max(300);
const text = (most: number) => z.string().trim().max(most).optional().transform((value) => value ?? null);

/** A value of an indicator, or why there is none. */
export const valueInput = z.object({
  year,
  disaggregation: z.enum(disaggregations),
  value: decimal.optional().transform((value) => value ?? null),
  missing: z.enum(valueReasons).optional().transform((value) => value ?? null),
  missing_note: text(500),
  source,
  footnote: text(2000),
});
export type ValueForm = z.output<typeof valueInput>;

/** What the country aims at. */
export const benchmarkInput = z.object({ benchmark_year: year, benchmark: decimal, benchmark_source: source });
export type BenchmarkForm = z.output<typeof benchmarkInput>;

export const isIndicator = (code: string): boolean => findIndicator(code) !== undefined;
