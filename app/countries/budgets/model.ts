import { problem, type Problem } from '#app/access/result';
import { exceeds, fitsExponent, isPositive, type Amount } from '#app/financing/money/model';
import { addDays, dayOf, type Day } from '#app/platform/clock';

/** The day on which a country's fiscal year begins: one that every year has. */
export interface FiscalStart {
  readonly starts_month: number;
  readonly starts_day: number;
}

/** Where nothing else is known, years are counted as calendars count them, and it is said. */
export const calendarYear: FiscalStart = { starts_month: 1, starts_day: 1 };
export const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
/** The 29th to the 31st are missing in some month or year. */
export const lastStartDay = 28;

/** A fiscal year by its days, both inside it. */
export interface FiscalYear {
  readonly year_from: Day;
  readonly year_to: Day;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** A day of every year as a calendar day, for its name: of a year that is no leap year. */
export const dayOfYear = ({ starts_month, starts_day }: FiscalStart): Day => `2001-${two(starts_month)}-${two(starts_day)}`;

/** BU-2: the fiscal year that begins in a calendar year. */
export function fiscalYear({ starts_month, starts_day }: FiscalStart, year: number): FiscalYear {
  const day = `${two(starts_month)}-${two(starts_day)}`;
  return { year_from: `${year}-${day}`, year_to: addDays(`${year + 1}-${day}`, -1) };
}

/** The calendar year in which the fiscal year of a day begins. */
export function fiscalYearOf({ starts_month, starts_day }: FiscalStart, day: Day): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) < `${two(starts_month)}-${two(starts_day)}` ? year - 1 : year;
}

/** As budgets name it: 2026/27, or 2026 where the year is the calendar's. */
export function fiscalYearName({ year_from, year_to }: FiscalYear): string {
  const [first, last] = [year_from.slice(0, 4), year_to.slice(0, 4)];
  return first === last ? first : `${first}/${last.slice(2)}`;
}

/** How far back and ahead lines can be written down, in years. */
export const yearsBack = 10;
export const yearsAhead = 5;

/** The years that a form offers, the latest first. */
export function yearsOffered(start: FiscalStart, now: Date): number[] {
  const current = fiscalYearOf(start, dayOf(now));
  return Array.from({ length: yearsBack + yearsAhead + 1 }, (_, at) => current + yearsAhead - at);
}

/** What a line says of its money. */
export interface BudgetMoney {
  readonly budgeted: Amount;
  readonly spent: Amount | null;
  readonly spent_as_of: Day | null;
}

/** BU-3: everything that is wrong with what a line says. A new line budgets something; a revised one may stand at nothing. */
export function moneyProblems({ budgeted, spent, spent_as_of }: BudgetMoney, year_from: Day, exponent: number, today: Day, isNew: boolean): Problem[] {
  const problems: Problem[] = [];
  if (isNew && !isPositive(budgeted)) problems.push(problem('financing:problems.positive_amount', 'budgeted'));
  if (!fitsExponent(budgeted, exponent)) problems.push(problem('financing:problems.decimals', 'budgeted', { count: exponent }));
  if (spent !== null && !fitsExponent(spent, exponent)) problems.push(problem('financing:problems.decimals', 'spent', { count: exponent }));
  if (spent !== null && spent_as_of === null) problems.push(problem('countries:problems.spent_as_of', 'spent_as_of'));
  if (spent === null && spent_as_of !== null) problems.push(problem('countries:problems.spent', 'spent'));
  if (spent_as_of !== null && spent_as_of > today) problems.push(problem('countries:problems.spent_ahead', 'spent_as_of'));
  if (spent_as_of !== null && spent_as_of < year_from) problems.push(problem('countries:problems.spent_before', 'spent_as_of'));
  return problems;
}

/** More went out than was voted: said beside the line, never refused, since budgets do run over. */
export const isOverspent = ({ budgeted, spent }: Pick<BudgetMoney, 'budgeted' | 'spent'>): boolean => spent !== null && exceeds(spent, budgeted);
