import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import { newId } from '#app/platform/identity';
import { findIndicator } from '#db/reference/indicators';
import type { BenchmarkForm, ValueForm } from './input.server';
import { benchmarkProblems, valueProblems } from './model';
import type { indicatorPolicy } from './policy';

/**
 * Writes a value down, or corrects the one that stands there; what stood there before stays in the audit trail (IN-3). `version` is that
 * of the value the form was filled in from, undefined for a new one: nobody overwrites what they have not seen.
 */
export function recordValue(granted: PermitFor<typeof indicatorPolicy.record>, occasion: Occasion, code: string, version: number | undefined, form: ValueForm): Promise<Result<{ id: string }>> {
  const indicator = findIndicator(code);
  if (indicator === undefined) return Promise.resolve(refused(problem('form:errors.choose', 'indicator')));
  return inTransaction(granted, occasion, async (tx) => {
    const problems = valueProblems(form, indicator.unit, dayOf(occasion.now));
    if (problems.length > 0) return refused(...problems);
    const { country_iso2 } = granted.subject;
    const { year, disaggregation, value, missing, missing_note, source, footnote } = form;
    const said = { value, missing, missing_note: missing === null ? null : missing_note, source, footnote, recorded_by: personOf(granted.actor) };
    const key = { country_iso2, indicator_code: code, disaggregation, year };
    const made = await tx.insertInto('indicator_values').values({ id: newId(), ...key, ...said, created_at: occasion.now })
      .onConflict((conflict) => conflict.constraint('indicator_values_once').doNothing()).returning('id').executeTakeFirst();
    if (made !== undefined) return done(made);
    const row = await tx.selectFrom('indicator_values').select(['id', 'version']).where('country_iso2', '=', country_iso2).where('indicator_code', '=', code)
      .where('disaggregation', '=', disaggregation).where('year', '=', year).forUpdate().executeTakeFirstOrThrow();
    if (version === undefined) return refused(problem('countries:problems.value_exists', 'year'));
    if (version !== row.version) return refused(problem('form:problems.changed_meanwhile'));
    await tx.updateTable('indicator_values').set({ ...said, version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ id: row.id });
  });
}

/** Writes down what the country aims at by a year, or changes it. */
export function setBenchmark(granted: PermitFor<typeof indicatorPolicy.aim>, occasion: Occasion, code: string, version: number | undefined, form: BenchmarkForm): Promise<Result<{ id: string }>> {
  const indicator = findIndicator(code);
  if (indicator === undefined) return Promise.resolve(refused(problem('form:errors.choose', 'indicator')));
  return inTransaction(granted, occasion, async (tx) => {
    const problems = benchmarkProblems({ year: form.benchmark_year, value: form.benchmark }, indicator.unit);
    if (problems.length > 0) return refused(...problems);
    const { country_iso2 } = granted.subject;
    const said = { value: form.benchmark, source: form.benchmark_source, recorded_by: personOf(granted.actor) };
    const made = await tx.insertInto('benchmarks').values({ id: newId(), country_iso2, indicator_code: code, year: form.benchmark_year, ...said, created_at: occasion.now })
      .onConflict((conflict) => conflict.constraint('benchmarks_once').doNothing()).returning('id').executeTakeFirst();
    if (made !== undefined) return done(made);
    const row = await tx.selectFrom('benchmarks').select(['id', 'version']).where('country_iso2', '=', country_iso2).where('indicator_code', '=', code)
      .where('year', '=', form.benchmark_year).forUpdate().executeTakeFirstOrThrow();
    if (version === undefined) return refused(problem('countries:problems.value_exists', 'benchmark_year'));
    if (version !== row.version) return refused(problem('form:problems.changed_meanwhile'));
    await tx.updateTable('benchmarks').set({ ...said, version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ id: row.id });
  });
}
