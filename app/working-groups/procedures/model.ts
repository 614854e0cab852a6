import { carries, statusOf, tallyOf, type Tally } from '#app/working-groups/decisions/model';
import type { DecisionRule } from '#app/working-groups/model';
import { quorumOf, type Quorum, type QuorumTerms } from '#app/working-groups/sessions/model';

export type ProcedureState = 'open' | 'closed' | 'withdrawn';

/** WP-3: the clock ends a written procedure, and nothing else has to happen. */
export const procedureState = ({ closes_at, withdrawn_at }: { readonly closes_at: Date; readonly withdrawn_at: Date | null }, now: Date): ProcedureState =>
  withdrawn_at !== null ? 'withdrawn' : now < closes_at ? 'open' : 'closed';

/** A seat of the base: a voting seat of the day of opening that was not on leave. */
export interface BaseSeat {
  readonly seat_id: string;
  readonly counts_for: string | null;
}

export interface Outcome {
  readonly quorum: Quorum;
  readonly tally: Tally;
  readonly status: 'adopted' | 'provisional' | 'rejected';
}

/** WP-4: the quorum is that of the seats whose vote came in; where nobody voted, silence is no consent. */
export function outcomeOf(base: readonly BaseSeat[], votes: readonly { readonly seat_id: string; readonly person_id: string; readonly vote: string }[], terms: QuorumTerms, rule: DecisionRule): Outcome {
  const voter = new Map(votes.map((one) => [one.seat_id, one.person_id]));
  const quorum = quorumOf({
    seats: base.map((seat) => ({ ...seat, voting: true, on_leave: false, holder_id: voter.get(seat.seat_id) ?? null, alternate_id: null })),
    attendances: votes.map(({ seat_id, person_id }) => ({ seat_id, person_id, presence: 'remote' })), terms,
  });
  const tally = tallyOf(votes);
  return { quorum, tally, status: statusOf(votes.length > 0 && carries(rule, tally), quorum.met) };
}

const hour = 3_600_000;
/** When who has not voted is reminded: two days before the end, or in the middle where there is less time than four days. */
export const remindAt = (opens: Date, closes: Date): Date => new Date(Math.max(closes.getTime() - 48 * hour, (opens.getTime() + closes.getTime()) / 2));
