import type { Actor } from '#app/access/actor';
import { all, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { byThoseWhoRun, type CountryPlace } from '../place';

/** A line of a country's budget, as far as rules look at it. */
export interface BudgetLineRef extends CountryPlace {
  readonly id: string;
  readonly withdrawn: boolean;
}

const stands = ({ withdrawn }: BudgetLineRef) => allowIf(!withdrawn, 'countries:reasons.line_withdrawn');

/** A country's own budget. Lines are read with the commitment that they are for. */
export const budgetPolicy = {
  calendar: rule('budget:calendar', (actor: Actor, place: CountryPlace) => byThoseWhoRun(actor, place)),
  record: rule('budget:record', (actor: Actor, place: CountryPlace) => byThoseWhoRun(actor, place)),
  correct: rule('budget:correct', (actor: Actor, line: BudgetLineRef) => all(() => byThoseWhoRun(actor, line), () => stands(line))),
  withdraw: rule('budget:withdraw', (actor: Actor, line: BudgetLineRef) => all(() => byThoseWhoRun(actor, line), () => stands(line))),
};
