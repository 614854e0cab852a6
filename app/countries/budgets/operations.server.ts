import { sql } from 'kysely';
import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { readable } from '#app/commitments/readable.server';
import { exponentOf } from '#app/financing/pledges/place.server';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { exponentFor } from '../terms.server';
import type { BudgetCorrectionForm, BudgetLineForm, FiscalStartForm } from './input.server';
import { fiscalYear, moneyProblems, yearsOffered } from './model';
import type { BudgetLineRef, budgetPolicy } from './policy';
import { hasPart } from './queries.server';

type Policy = typeof budgetPolicy;

/** Says when the country's fiscal year begins, or corrects it. Lines that stand keep the year they were written for (BU-2). */
export function setFiscalStart(granted: PermitFor<Policy['calendar']>, occasion: Occasion, version: number | undefined, form: FiscalStartForm): Promise<Result<{ country_iso2: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { country_iso2 } = granted.subject;
    const said = { ...form, recorded_by: personOf(granted.actor) };
    const made = await tx.insertInto('fiscal_years').values({ country_iso2, ...said, created_at: occasion.now }).onConflict((conflict) => conflict.column('country_iso2').doNothing()).returning('version').executeTakeFirst();
    if (made !== undefined) return done({ country_iso2 });
    const row = await tx.selectFrom('fiscal_years').select('version').where('country_iso2', '=', country_iso2).forUpdate().executeTakeFirstOrThrow();
    if (version !== row.version) return refused(problem('form:problems.changed_meanwhile'));
    await tx.updateTable('fiscal_years').set({ ...said, version: row.version + 1 }).where('country_iso2', '=', country_iso2).execute();
    return done({ country_iso2 });
  });
}

/** Writes a line of the country's budget down, for a commitment that it has a part in (BU-1). */
export function recordLine(granted: PermitFor<Policy['record']>, occasion: Occasion, form: BudgetLineForm): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { country_iso2 } = granted.subject;
    const start = await tx.selectFrom('fiscal_years').select(['starts_month', 'starts_day']).where('country_iso2', '=', country_iso2).executeTakeFirst();
    if (start === undefined) return refused(problem('countries:problems.no_fiscal_year', 'year'));
    if (!yearsOffered(start, occasion.now).includes(form.year)) return refused(problem('countries:problems.budget_year', 'year'));
    const commitment = await commitmentIn(tx, granted, occasion, form.commitment);
    if (commitment === undefined) return refused(problem('countries:problems.budget_commitment', 'commitment'));
    const exponent = await exponentFor(tx, form.currency);
    if (exponent === undefined) return refused(problem('financing:problems.currency', 'currency'));
    const year = fiscalYear(start, form.year);
    const problems = moneyProblems(form, year.year_from, exponent, dayOf(occasion.now), true);
    if (problems.length > 0) return refused(...problems);
    const id = newId();
    const { title, code, budgeted, spent, spent_as_of, source, currency } = form;
    await tx.insertInto('budget_lines').values({
      id, country_iso2, commitment_id: commitment.id, ...year, currency, title, code, first_budgeted: budgeted, budgeted, spent, spent_as_of, source,
      recorded_by: personOf(granted.actor), created_at: occasion.now,
    }).execute();
    return done({ id });
  });
}

/** A commitment by its reference that the country has a part in and the writer may read. */
async function commitmentIn(tx: Tx, { actor, subject }: PermitFor<Policy['record']>, { now }: Occasion, ref: string): Promise<{ id: string } | undefined> {
  const found = await sql<{ id: string }>`
    select c.id from commitments c where c.ref = ${ref} and ${readable(actor, { now })}
      and ${hasPart(subject.country_iso2)}`.execute(tx);
  return found.rows[0];
}

async function lockLine(tx: Tx, { id, country_iso2 }: BudgetLineRef) {
  return tx.selectFrom('budget_lines').selectAll().where('id', '=', id).where('country_iso2', '=', country_iso2).forUpdate().executeTakeFirstOrThrow();
}

/** Corrects or revises a line: what stood there before is told by the trail, what was first voted stays beside it (BU-2). */
export function correctLine(granted: PermitFor<Policy['correct']>, occasion: Occasion, version: number | undefined, form: BudgetCorrectionForm): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const line = await lockLine(tx, granted.subject);
    granted.again({ ...granted.subject, withdrawn: line.withdrawn_on !== null });
    if (version !== line.version) return refused(problem('form:problems.changed_meanwhile'));
    const problems = moneyProblems(form, line.year_from, await exponentOf(line.currency, tx), dayOf(occasion.now), false);
    if (problems.length > 0) return refused(...problems);
    await tx.updateTable('budget_lines').set({ ...form, recorded_by: personOf(granted.actor), version: line.version + 1 }).where('id', '=', line.id).execute();
    return done({ id: line.id });
  });
}

/** Takes a line out of all sums, with the reason; it stays in the list and in its file (BU-5). */
export function withdrawLine(granted: PermitFor<Policy['withdraw']>, occasion: Occasion, { reason }: { readonly reason: string }): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const line = await lockLine(tx, granted.subject);
    granted.again({ ...granted.subject, withdrawn: line.withdrawn_on !== null });
    await tx.updateTable('budget_lines').set({ withdrawn_on: dayOf(occasion.now), withdrawn_reason: reason, version: line.version + 1 }).where('id', '=', line.id).execute();
    return done({ id: line.id });
  });
}
