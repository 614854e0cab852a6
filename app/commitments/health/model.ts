import { Big } from 'big.js';
import { addDays, addMonths, type Day, daysBetween } from '#app/platform/clock';
import { isFinal, type Status } from '../model';

/**
 * Health: how far a commitment is against its own plan. One rule, in words on the methods page: expected progress is a straight line
 * from the start to the target; at least 90 % of it is on track, at least 60 % at risk, less is off track; the worst goal counts.
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
}

export interface HealthDates {
  /** The first day on which less than 90 % of what is expected has been reached; null where that day never comes. */
  readonly at_risk_on: Day | null;
  /** The same for 60 %. */
  readonly off_track_on: Day | null;
}

/** The days on which health will change if no other value is accepted. A goal without a start, target or value is not judged. */
export function healthDates(goals: readonly MeasuredGoal[]): HealthDates {
  return { at_risk_on: earliest(goals, onTrackShare), off_track_on: earliest(goals, atRiskShare) };
}

function earliest(goals: readonly MeasuredGoal[], share: Big): Day | null {
  const days = goals.map((goal) => firstDayBelow(goal, share)).filter((day) => day !== null);
  return days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first));
}

/** The first day on which the share that is reached falls below `share` of what is expected on that day. */
function firstDayBelow({ start, target, last }: MeasuredGoal, share: Big): Day | null {
  if (start === null || target === null || last === null) return null;
  const distance = new Big(target.value).minus(start.value);
  // A level to be kept: it is either held or lost.
  if (distance.eq(0)) return new Big(last.value).eq(target.value) ? null : last.on;
  const reached = new Big(last.value).minus(start.value).div(distance);
  if (reached.gte(share)) return null;
  const span = Math.max(1, daysBetween(start.on, target.on));
  const covered = reached.lt(0) ? 0 : Number(reached.times(span).div(share).round(0, Big.roundDown));
  return addDays(start.on, covered + 1);
}

/** What would be there on a day if progress were even; null where start or target is not known. */
export function expectedOn(goal: MeasuredGoal, day: Day): string | null {
  if (goal.start === null || goal.target === null) return null;
  const span = Math.max(1, daysBetween(goal.start.on, goal.target.on));
  const gone = Math.min(span, Math.max(0, daysBetween(goal.start.on, day)));
  const distance = new Big(goal.target.value).minus(goal.start.value);
  return distance.times(gone).div(span).plus(goal.start.value).round(0, Big.roundHalfUp).toString();
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
