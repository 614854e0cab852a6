import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { isOnAgenda } from '#app/working-groups/agenda/items.server';
import { carries, needsVotes, statusOf, tallyOf, type VoteKind } from '#app/working-groups/decisions/model';
import { roomNow } from '#app/working-groups/decisions/operations.server';
import { standingDecision, stillStands, takeDecisionIn } from '#app/working-groups/decisions/taking.server';
import type { DecisionRule } from '#app/working-groups/model';
import type { sessionPolicy } from '#app/working-groups/policy';
import { speakerOf } from '#app/working-groups/sessions/model';
import { lockSession } from '#app/working-groups/sessions/operations.server';
import { countedVotes, seatsOfSpeaker, votingSeats } from './model';
import type { ballotPolicy } from './policy';
import { keepVote, votesOn } from './votes.server';

type ToRun = PermitFor<typeof sessionPolicy.run>;
const idOf = (granted: ToRun): string | null => (granted.actor.kind === 'person' ? granted.actor.id : null);

export interface BallotForm {
  readonly agenda_item_id: string | null;
  readonly text: string;
  readonly rule: DecisionRule;
  readonly supersedes: string | null;
}

/** Opens a text for votes by seat. */
export function openBallot(granted: ToRun, occasion: Occasion, form: BallotForm): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const session = await lockSession(tx, granted);
    if (!(await isOnAgenda(tx, session.id, form.agenda_item_id))) return refused(problem('working-groups:problems.no_such_item'));
    const earlier = await standingDecision(tx, session.working_group_id, form.supersedes);
    if ('wrong' in earlier) return refused(earlier.wrong);
    const id = newId();
    const { supersedes: _, ...facts } = form;
    await tx.insertInto('ballots').values({ id, working_group_id: session.working_group_id, session_id: session.id, ...facts, supersedes_id: earlier.id, opened_at: occasion.now, opened_by: idOf(granted) }).execute();
    return done({ id });
  });
}

export interface VoteForm {
  readonly seat_id: string;
  readonly vote: VoteKind;
  readonly words: string | null;
}

/** WG-5: whoever speaks for a seat at this moment gives its vote, and may change it while the ballot is open. */
export function castVote(granted: PermitFor<typeof ballotPolicy.vote>, occasion: Occasion, form: VoteForm): Promise<Result<null>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { session_id } = granted.subject;
    await tx.selectFrom('sessions').select('id').where('id', '=', session_id).forKeyShare().execute();
    const ballot = await tx.selectFrom('ballots').select(['id', 'closed_at', 'withdrawn_at']).where('id', '=', granted.subject.id).forKeyShare().executeTakeFirstOrThrow();
    const { room } = await roomNow(tx, session_id, occasion.now);
    const speakers = votingSeats(room.seats).flatMap((seat) => speakerOf(seat, room.attendances) ?? []);
    const { actor } = granted.again({ id: ballot.id, session_id, running: ballot.closed_at === null && ballot.withdrawn_at === null, speakers });
    if (actor.kind !== 'person' || !seatsOfSpeaker(room, actor.id).includes(form.seat_id)) return refused(problem('working-groups:problems.not_speaking'));
    const seat = room.seats.find((one) => one.seat_id === form.seat_id);
    await keepVote(tx, ballot.id, { ...form, person_id: actor.id, standing: seat?.holder_id === actor.id ? 'holder' : 'alternate', entered_by: null }, occasion.now);
    return done(null);
  });
}

/** Puts votes down for seats, as the hands show: each for who speaks for it at that moment. */
export function enterVotes(granted: ToRun, occasion: Occasion, ballotId: string, votes: readonly VoteForm[]): Promise<Result<null>> {
  return inTransaction(granted, occasion, async (tx) => {
    const session = await lockSession(tx, granted);
    if ((await lockOpen(tx, session.id, ballotId)) === undefined) return refused(problem('working-groups:problems.ballot_over'));
    const { room } = await roomNow(tx, session.id, occasion.now);
    for (const vote of votes) {
      const seat = votingSeats(room.seats).find((one) => one.seat_id === vote.seat_id);
      const person_id = seat === undefined ? undefined : speakerOf(seat, room.attendances);
      if (person_id === undefined) return refused(problem('working-groups:problems.cannot_vote', 'seats'));
      await keepVote(tx, ballotId, { ...vote, person_id, standing: seat?.holder_id === person_id ? 'holder' : 'alternate', entered_by: idOf(granted) }, occasion.now);
    }
    return done(null);
  });
}

/** Closes a ballot: what it comes to, with the quorum of this moment, is a decision. */
export function closeBallot(granted: ToRun, occasion: Occasion, ballotId: string, dissent: string | null): Promise<Result<{ id: string; ref: string; status: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const session = await lockSession(tx, granted);
    const ballot = await lockOpen(tx, session.id, ballotId);
    if (ballot === undefined) return refused(problem('working-groups:problems.ballot_over'));
    const { at, room, quorum } = await roomNow(tx, session.id, occasion.now);
    const votes = countedVotes(room, await votesOn(tx, ballot.id));
    const rule = ballot.rule as DecisionRule;
    if (needsVotes(rule) && votes.length === 0) return refused(problem('working-groups:problems.votes_needed'));
    await tx.updateTable('ballots').set({ closed_at: at, version: ballot.version + 1 }).where('id', '=', ballot.id).execute();
    return done(await takeDecisionIn(tx, {
      working_group_id: session.working_group_id, session_id: session.id, ballot_id: ballot.id, agenda_item_id: ballot.agenda_item_id, text: ballot.text, rule, votes, dissent, quorum, at,
      status: statusOf(carries(rule, tallyOf(votes)), quorum.met), day: dayOf(at, session.time_zone), supersedes_id: await stillStands(tx, ballot.supersedes_id), recorded_by: idOf(granted),
    }));
  });
}

/** Takes a ballot back: nothing was decided, and what was voted stays in its record. */
export function withdrawBallot(granted: ToRun, occasion: Occasion, ballotId: string, reason: string): Promise<Result<null>> {
  return inTransaction(granted, occasion, async (tx) => {
    const session = await lockSession(tx, granted);
    const ballot = await lockOpen(tx, session.id, ballotId);
    if (ballot === undefined) return refused(problem('working-groups:problems.ballot_over'));
    await tx.updateTable('ballots').set({ withdrawn_at: occasion.now, withdrawn_reason: reason, version: ballot.version + 1 }).where('id', '=', ballot.id).execute();
    return done(null);
  });
}

function lockOpen(tx: Tx, session_id: string, id: string) {
  return tx.selectFrom('ballots').selectAll().where('id', '=', id).where('session_id', '=', session_id).where('closed_at', 'is', null).where('withdrawn_at', 'is', null).forUpdate().executeTakeFirst();
}
