import { isIndependentOf, type Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import { addDays, type Day } from '#app/platform/clock';
import type { CommitmentRef } from '../model';
import { commitmentReading } from '../policy';
import { deskPolicy } from './policy';

/** What the secretariat does with many commitments at once. */
export const deskActs = ['assignment', 'nudge', 'tags'] as const;
export type DeskAct = (typeof deskActs)[number];

/** At most so many in one go, and at most one reminder in so many days. */
export const mostAtOnce = 1000;
export const nudgeAfterDays = 7;

/** A commitment that was chosen, with what decides about it. */
export interface Chosen extends CommitmentRef {
  readonly ref: string;
  readonly title: string;
  readonly lead: string;
  readonly reviewer_id: string | null;
  readonly tags: readonly string[];
  readonly nudged_on: Day | null;
  /** Its update of a cycle that is open has been sent. */
  readonly said: boolean;
  /** Those who speak for its lead and can be written to. */
  readonly readers: readonly string[];
}

/** Why something is not done with one of them: a key of the catalogue; undefined where nothing stands in the way. */
export type Refusal = string | undefined;
const reasonOf = (decision: ReturnType<typeof may>): Refusal => (decision.allowed ? undefined : decision.reason);

/** Whoever reads for the coalition, submitted nothing of it and has no tie to the lead (PE-1); `null` takes the reviewer away. */
export function refusesAssignment(actor: Actor, row: Chosen, reviewer: Actor | null | undefined): Refusal {
  const own = reasonOf(may(deskPolicy.assign, actor, row));
  if (own !== undefined || reviewer === undefined) return own;
  if ((reviewer?.kind === 'person' ? reviewer.id : null) === row.reviewer_id) return 'commitments:desk_list.why.assigned';
  if (reviewer === null) return undefined;
  const reading = reasonOf(commitmentReading(reviewer, row));
  if (reading === undefined) return undefined;
  return isIndependentOf(reviewer, row) ? 'commitments:desk_list.why.not_theirs' : 'commitments:desk_list.why.tie';
}

export function refusesNudge(actor: Actor, row: Chosen, today: Day): Refusal {
  const own = reasonOf(may(deskPolicy.nudge, actor, row));
  if (own !== undefined) return own;
  if (row.said) return 'commitments:desk_list.why.said';
  if (row.nudged_on !== null && row.nudged_on > addDays(today, -nudgeAfterDays)) return 'commitments:desk_list.why.lately';
  return row.readers.length === 0 ? 'commitments:desk_list.why.nobody' : undefined;
}

export function refusesTag(actor: Actor, row: Chosen, tag: string | undefined, adds: boolean): Refusal {
  const own = reasonOf(may(deskPolicy.tag, actor, row));
  if (own !== undefined || tag === undefined) return own;
  return row.tags.includes(tag) === adds ? `commitments:desk_list.why.${adds ? 'tagged' : 'untagged'}` : undefined;
}
