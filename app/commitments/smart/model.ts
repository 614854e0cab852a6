import { addMonths, type Day } from '#app/platform/clock';

/** CO-8. The day these rules came into force: stored with every score, so that an old score stays explained. */
export const smartRules = '2026-11-26';

export const ingredients = ['specific', 'measurable', 'achievable', 'relevant', 'time_bound'] as const;
export type Ingredient = (typeof ingredients)[number];
export type Verdict = 'met' | 'partly' | 'missing';

/** What the rules look at; a draft has it at any moment. */
export interface SmartFacts {
  readonly action: string | null;
  readonly beneficiaries: number;
  readonly clauses: number;
  readonly pledges: number;
  readonly starts_on: Day | null;
  readonly goals: readonly SmartGoal[];
}
export interface SmartGoal {
  readonly target_value: string | null;
  readonly unit: string | null;
  readonly target_on: Day | null;
  readonly method: string | null;
  readonly baseline_value: string | null;
  /** A goal in words has no number: it is checked against its scale, or as its method says. */
  readonly target_words: string | null;
  readonly scale: readonly string[];
}

/** `advice` names a sentence of the catalogue: `smart.advice.<advice>`. */
export type Judgement = { readonly verdict: Verdict; readonly advice: string };
export type SmartScore = { readonly rules: string; readonly ingredients: Readonly<Record<Ingredient, Judgement>> };

const judged = (verdict: Verdict, advice: string): Judgement => ({ verdict, advice });
const shortestAction = 40;
const nearYears = 10;

/** Five ingredients, each met, partly or missing, each with advice in words. */
export function smartScore(facts: SmartFacts): SmartScore {
  return {
    rules: smartRules,
    ingredients: {
      specific: specific(facts),
      measurable: measurable(facts.goals),
      achievable: achievable(facts),
      relevant: relevant(facts),
      time_bound: timeBound(facts),
    },
  };
}

function specific({ action, beneficiaries }: SmartFacts): Judgement {
  const said = (action ?? '').trim().length;
  if (said === 0) return judged('missing', 'specific_missing');
  if (said < shortestAction) return judged('partly', 'specific_short');
  return beneficiaries === 0 ? judged('partly', 'specific_for_whom') : judged('met', 'specific_met');
}

function measurable(goals: readonly SmartGoal[]): Judgement {
  const numbered = goals.filter((goal) => goal.target_value !== null);
  if (numbered.length === 0) return judged('missing', 'measurable_missing');
  if (goals.some((goal) => goal.target_words !== null && goal.scale.length === 0 && goal.method === null)) return judged('partly', 'measurable_words');
  if (numbered.some((goal) => goal.unit === null)) return judged('partly', 'measurable_unit');
  if (numbered.every((goal) => goal.baseline_value !== null)) return judged('met', 'measurable_met');
  return numbered.some((goal) => goal.method !== null) ? judged('met', 'measurable_start') : judged('partly', 'measurable_how');
}

function achievable({ pledges, goals }: SmartFacts): Judgement {
  const started = goals.some((goal) => goal.baseline_value !== null);
  if (pledges > 0 && started) return judged('met', 'achievable_met');
  if (pledges > 0) return judged('partly', 'achievable_start');
  return started ? judged('partly', 'achievable_money') : judged('missing', 'achievable_missing');
}

function relevant({ clauses, beneficiaries }: SmartFacts): Judgement {
  if (clauses === 0) return judged('missing', 'relevant_missing');
  return beneficiaries === 0 ? judged('partly', 'relevant_for_whom') : judged('met', 'relevant_met');
}

function timeBound({ goals, starts_on }: SmartFacts): Judgement {
  const ends = goals.map((goal) => goal.target_on).filter((day) => day !== null);
  if (ends.length === 0) return judged('missing', 'time_missing');
  const far = starts_on !== null && ends.some((day) => day > addMonths(starts_on, nearYears * 12));
  return far ? judged('partly', 'time_far') : judged('met', 'time_met');
}

/** What a submission still lacks. Each names the step and the field where it is mended, and a sentence `problems.<code>`. */
export interface Blocker {
  readonly code: string;
  readonly step: 'what' | 'measure';
  readonly field: string;
}

export interface SubmissionFacts extends SmartFacts {
  readonly type: string | null;
  readonly learner_data: boolean | null;
  readonly ends_on: Day | null;
  /** Shares of several countries, as decimal strings; null where none was given. */
  readonly shares: readonly (string | null)[];
}

/** CO-1, CO-2, CO-3 and the S, M and T of CO-8: all that blocks, at once. Everything else is advice. */
export function blockers(facts: SubmissionFacts, today: Day): readonly Blocker[] {
  const found: Blocker[] = [];
  const block = (broken: boolean, code: string, step: Blocker['step'], field: string): void => {
    if (broken) found.push({ code, step, field });
  };
  const goal = facts.goals[0];
  block((facts.action ?? '').trim() === '', 'action_needed', 'what', 'action');
  block(facts.type === null, 'type_needed', 'what', 'type');
  block(facts.clauses === 0, 'clause_needed', 'what', 'nodes');
  block(facts.learner_data === null, 'learner_data_needed', 'what', 'learner_data');
  block(!sharesComplete(facts.shares), 'shares_not_100', 'what', 'countries');
  // One number at least; what is in words says what it will look like.
  block(facts.goals.every((one) => one.target_value === null) || facts.goals.some((one) => one.target_value === null && one.target_words === null), 'target_needed', 'measure', 'goals[0].target_value');
  block(facts.goals.some((one) => one.unit === null && one.target_words === null) || goal === undefined, 'unit_needed', 'measure', 'goals[0].unit');
  block(facts.goals.some((one) => one.target_on === null) || facts.ends_on === null, 'year_needed', 'measure', 'goals[0].target_year');
  block(facts.ends_on !== null && facts.ends_on <= (facts.starts_on ?? today), 'end_before_start', 'measure', 'starts_on');
  return found;
}

/** CO-3: one country needs no share; several share exactly 100. Shares have at most four decimals, so that the sum is exact in units of 1/10000. */
export function sharesComplete(shares: readonly (string | null)[]): boolean {
  if (shares.length < 2) return true;
  const parts = shares.map((share) => (share === null ? Number.NaN : Math.round(Number(share) * 10_000)));
  return parts.reduce((sum, part) => sum + part, 0) === 1_000_000;
}
