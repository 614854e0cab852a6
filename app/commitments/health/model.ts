import { Big } from 'big.js';
import { addDays, addMonths, type Day, daysBetween } from '#app/platform/clock';
import { isFinal, type Status } from '../model';

/**
 * Health: how far a commitment is against its own plan. One rule, in words on the methods page: expected progress is a straight line
 * from the start to the target, by way of the milestones that have values; at least 90 % of it is on track, at least 60 % at risk, less is
 * off track; the worst goal counts, and an overdue milestone takes one step away.
 * Only the days on which the answer changes are stored, so that lists filter by ranges and nothing has to run at midnight.
 */
export const onTrackShare = new Big('0.9');
export const atRiskShare = new Big('0.6');
/** A cycle of twelve months, and three in which its update is written and read. */
export const staleAfterMonths = 15;

export const healths = ['on_track', 'at_risk', 'off_track', 'stale'] as const;
export type Health = (typeof healths)[number];
/** What is shown: the health of what is under way, else the state itself. */
export type Standing = Health | Exclude<Status, 'published'>;

/** A value on its day. Values are decimal strings, as the database keeps them. */
export interface Point {
  readonly value: string;
  readonly on: Day;
}

export interface MeasuredGoal {
  /** The baseline on the first day of the commitment; where no baseline is known, the first accepted value on its day. */
  readonly start: Point | null;
  readonly target: Point | null;
  readonly last: Point | null;
  /** Milestones with a value, in the order of their days. */
  readonly via?: readonly Point[];
}

export interface HealthDates {
  /** The first day on which less than 90 % of what is expected has been reached; null where that day never comes. */
  readonly at_risk_on: Day | null;
  /** The same for 60 %. */
  readonly off_track_on: Day | null;
}

/**
 * The days on which health will change if no other value is accepted. A goal without a start, target or value is not judged. `open`: the
 * days of the milestones that have been neither achieved nor dropped; from the day after the first of them it is one step worse.
 */
export function healthDates(goals: readonly MeasuredGoal[], open: readonly Day[] = []): HealthDates {
  const [risk, off] = [earliest(goals, onTrackShare), earliest(goals, atRiskShare)];
  const first = open.toSorted()[0];
  if (first === undefined) return { at_risk_on: risk, off_track_on: off };
  const overdue = addDays(first, 1);
  return { at_risk_on: sooner(risk, overdue), off_track_on: risk === null ? off : sooner(off, risk > overdue ? risk : overdue) };
}

const sooner = (one: Day | null, other: Day): Day => (one !== null && one < other ? one : other);

function earliest(goals: readonly MeasuredGoal[], share: Big): Day | null {
  const days = goals.map((goal) => firstDayBelow(goal, share)).filter((day) => day !== null);
  return days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first));
}

/** A point of the way that is expected: days since the start, and the value there. */
interface Step {
  readonly gone: number;
  readonly value: Big;
}

/** The start, the milestones on the way that lead on from what came before, the target: the expected line is straight between them. */
function wayOf(start: Point, target: Point, via: readonly Point[]): readonly Step[] {
  const way: Step[] = [{ gone: 0, value: new Big(start.value) }];
  const end = new Big(target.value);
  const forwards = end.cmp(start.value);
  const stepAt = ({ value, on }: Point): Step => ({ gone: daysBetween(start.on, on), value: new Big(value) });
  for (const step of via.map(stepAt)) {
    const last = way.at(-1);
    const between = last !== undefined && step.gone > last.gone && step.gone < daysBetween(start.on, target.on) && step.value.cmp(last.value) !== -forwards && step.value.cmp(end) !== forwards;
    if (between) way.push(step);
  }
  return [...way, { gone: Math.max(1, daysBetween(start.on, target.on)), value: end }];
}

/** The first day on which the share that is reached falls below `share` of what is expected on that day. */
function firstDayBelow({ start, target, last, via = [] }: MeasuredGoal, share: Big): Day | null {
  if (start === null || target === null || last === null) return null;
  const forwards = new Big(target.value).cmp(start.value);
  // A level to be kept: it is either held or lost.
  if (forwards === 0) return new Big(last.value).eq(target.value) ? null : last.on;
  const reached = new Big(last.value).minus(start.value).times(forwards);
  const asked = ({ value }: Step): Big => value.minus(start.value).times(forwards).times(share);
  const way = wayOf(start, target, via);
  for (const [at, to] of way.slice(1).entries()) {
    const from = way[at];
    if (from === undefined || asked(to).lte(reached)) continue;
    const covered = reached.lt(asked(from)) ? 0 : Number(reached.minus(asked(from)).times(to.gone - from.gone).div(asked(to).minus(asked(from))).round(0, Big.roundDown));
    return addDays(start.on, from.gone + covered + 1);
  }
  return null;
}

/** What would be there on a day if progress were even; null where start or target is not known. */
export function expectedOn({ start, target, via = [] }: MeasuredGoal, day: Day): string | null {
  if (start === null || target === null) return null;
  const way = wayOf(start, target, via);
  const gone = Math.max(0, daysBetween(start.on, day));
  const next = way.findIndex((step) => step.gone >= gone);
  const [from, to] = [way[Math.max(0, next - 1)], way[next]];
  if (to === undefined || from === undefined || next === -1) return new Big(target.value).round(0, Big.roundHalfUp).toString();
  const part = to.gone === from.gone ? new Big(0) : to.value.minus(from.value).times(gone - from.gone).div(to.gone - from.gone);
  return part.plus(from.value).round(0, Big.roundHalfUp).toString();
}

/** Whether the target is there, whichever way the goal runs. */
export function targetReached(goal: MeasuredGoal, ascending: boolean): boolean {
  if (goal.target === null || goal.last === null) return false;
  const last = new Big(goal.last.value);
  return ascending ? last.gte(goal.target.value) : last.lte(goal.target.value);
}

/** The day from which a claim counts as old if nothing follows it. */
export const staleFrom = (day: Day): Day => addMonths(day, staleAfterMonths);

export interface HealthFacts extends HealthDates {
  readonly status: Status;
  readonly stale_on: Day | null;
}

/** What is shown on a day. `stale` replaces the other words, whatever was said before. */
export function standingOf(facts: HealthFacts, today: Day): Standing {
  if (facts.status !== 'published') return facts.status;
  const since = (day: Day | null): boolean => day !== null && day <= today;
  if (since(facts.stale_on)) return 'stale';
  if (since(facts.off_track_on)) return 'off_track';
  return since(facts.at_risk_on) ? 'at_risk' : 'on_track';
}

/** How old a claim is: the second of the two marks. */
export type Freshness =
  | { readonly kind: 'closed'; readonly on: Day }
  | { readonly kind: 'updated'; readonly days: number; readonly due: boolean }
  | { readonly kind: 'old'; readonly year: string }
  | { readonly kind: 'never' }
  | { readonly kind: 'first_due'; readonly by: Day };

/** What a list can be asked for: kinds of freshness of what is under way, the one whose update is due soon told apart. */
export const freshnesses = ['updated', 'due', 'first_due', 'old', 'never'] as const;
export const dueSoonDays = 60;

/** Undefined before publication: there is no public claim yet that could be old. */
export function freshnessOf(facts: { readonly status: Status; readonly last_update_on: Day | null; readonly stale_on: Day | null }, today: Day): Freshness | undefined {
  const { status, last_update_on: last, stale_on: stale } = facts;
  if (isFinal(status)) return last === null ? undefined : { kind: 'closed', on: last };
  if (status !== 'published') return undefined;
  const old = stale !== null && stale <= today;
  if (last === null) return old || stale === null ? { kind: 'never' } : { kind: 'first_due', by: stale };
  if (old) return { kind: 'old', year: last.slice(0, 4) };
  return { kind: 'updated', days: daysBetween(last, today), due: stale !== null && daysBetween(today, stale) <= dueSoonDays };
}
