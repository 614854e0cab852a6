import type { Reader } from '#app/platform/database.server';
import { outcomeOf } from '#app/working-groups/procedures/model';
import type { DecisionRule } from '#app/working-groups/model';
import { quorumOf, type Minimum, type Quorum } from '#app/working-groups/sessions/model';
import { inputsAt } from '#app/working-groups/sessions/quorum.server';
import { countedVotes } from './ballots/model';
import { carries, statusOf, tallyOf, type Tally } from './model';

export interface Count {
  readonly quorum: Quorum;
  readonly tally: Tally;
  /** What it came to when it was taken. */
  readonly status: 'adopted' | 'provisional' | 'rejected';
  /** How many of the votes that it keeps were given by who spoke for the seat: all of them. */
  readonly rightful: number;
}

/**
 * DE-6: counts a decision again from what is stored: the seats and terms of the start (or the base of its written procedure), the log up to
 * its instant, and the votes. Nothing of it is read from what may have changed since.
 */
export async function recount(db: Reader, decisionId: string): Promise<{ readonly kept: Count; readonly counted: Count }> {
  const decision = await db.selectFrom('decisions').selectAll().where('id', '=', decisionId).executeTakeFirstOrThrow();
  const votes = await db.selectFrom('votes').select(['seat_id', 'person_id', 'vote']).where('decision_id', '=', decision.id).orderBy('seat_id').execute();
  const rule = decision.rule as DecisionRule;
  const { quorum_present: present, quorum_base: base, quorum_met: met, quorum_minimums: minimums } = decision;
  const kept: Count = { quorum: { present, base, needed: Number(decision.quorum_share), minimums: minimums as unknown as Quorum['minimums'], met }, tally: tallyOf(votes), status: firstStatus(decision), rightful: votes.length };
  if (decision.session_id === null) return { kept, counted: await recountWritten(db, decision.ballot_id ?? '', rule) };
  const inputs = await inputsAt(db, decision.session_id, decision.quorum_at);
  const quorum = quorumOf(inputs);
  const tally = tallyOf(votes);
  return { kept, counted: { quorum, tally, status: statusOf(carries(rule, tally), quorum.met), rightful: countedVotes(inputs, votes).length } };
}

async function recountWritten(db: Reader, ballotId: string, rule: DecisionRule): Promise<Count> {
  const ballot = await db.selectFrom('ballots').select(['quorum_share', 'quorum_minimums']).where('id', '=', ballotId).executeTakeFirstOrThrow();
  const base = await db.selectFrom('ballot_seats').select(['seat_id', 'counts_for']).where('ballot_id', '=', ballotId).execute();
  const votes = await db.selectFrom('ballot_votes').select(['seat_id', 'person_id', 'vote']).where('ballot_id', '=', ballotId).execute();
  return { ...outcomeOf(base, votes, { share: Number(ballot.quorum_share), minimums: ballot.quorum_minimums as unknown as Minimum[] }, rule), rightful: votes.filter((vote) => base.some((seat) => seat.seat_id === vote.seat_id)).length };
}

/** What a decision was before it was confirmed, superseded or lapsed. */
function firstStatus({ status, confirmed_in }: { readonly status: string; readonly confirmed_in: string | null }): Count['status'] {
  if (status === 'rejected') return 'rejected';
  return status === 'provisional' || status === 'lapsed' || confirmed_in !== null ? 'provisional' : 'adopted';
}
