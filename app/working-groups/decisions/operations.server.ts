import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import type { DecisionRule } from '#app/working-groups/model';
import type { sessionPolicy } from '#app/working-groups/policy';
import { isOnAgenda } from '#app/working-groups/agenda/items.server';
import { clockOf, quorumOf, speakerOf } from '#app/working-groups/sessions/model';
import { lockSession } from '#app/working-groups/sessions/operations.server';
import { afterNotes } from '#app/working-groups/sessions/presence.server';
import { inputsAt } from '#app/working-groups/sessions/quorum.server';
import { carries, needsVotes, statusOf, tallyOf, type VoteKind } from './model';
import { standingDecision, stillStands, supersedeIn, takeDecisionIn } from './taking.server';

export interface DecisionForm {
  readonly agenda_item_id: string | null;
  readonly text: string;
  /** The group's own rule where none is named. */
  readonly rule: DecisionRule | null;
  /** One vote a seat; by whom follows from who speaks for the seat (WG-5). Empty where nobody asked for a vote. */
  readonly votes: readonly { readonly seat_id: string; readonly vote: VoteKind }[];
  readonly dissent: string | null;
  /** The number of the adopted decision that this one stands in place of. */
  readonly supersedes?: string | null;
}

/** Records a decision with its quorum and votes; WG-4: without quorum it is provisional. */
export function recordDecision(granted: PermitFor<typeof sessionPolicy.run>, occasion: Occasion, form: DecisionForm): Promise<Result<{ id: string; ref: string; status: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const session = await lockSession(tx, granted);
    if (!(await isOnAgenda(tx, session.id, form.agenda_item_id))) return refused(problem('working-groups:problems.no_such_item'));
    const { at, room, quorum } = await roomNow(tx, session.id, clockOf(session, occasion.now));
    const votes = form.votes.flatMap((one) => {
      const seat = room.seats.find((candidate) => candidate.seat_id === one.seat_id && candidate.voting && !candidate.on_leave);
      const person_id = seat === undefined ? undefined : speakerOf(seat, room.attendances);
      return person_id === undefined ? [] : [{ ...one, person_id }];
    });
    if (votes.length < form.votes.length) return refused(problem('working-groups:problems.cannot_vote', 'votes'));
    const rule = form.rule ?? (session.decision_rule as DecisionRule);
    if (needsVotes(rule) && votes.length === 0) return refused(problem('working-groups:problems.votes_needed', 'votes'));
    const earlier = await standingDecision(tx, session.working_group_id, form.supersedes ?? null);
    if ('wrong' in earlier) return refused(earlier.wrong);
    return done(await takeDecisionIn(tx, {
      working_group_id: session.working_group_id, session_id: session.id, agenda_item_id: form.agenda_item_id, text: form.text, rule, votes, dissent: form.dissent, quorum, at,
      status: statusOf(carries(rule, tallyOf(votes)), quorum.met), day: dayOf(at, session.time_zone), supersedes_id: earlier.id, recorded_by: granted.actor.kind === 'person' ? granted.actor.id : null,
    }));
  });
}

/** WG-4: a later session with quorum confirms what was decided without. */
export function confirmDecision(granted: PermitFor<typeof sessionPolicy.run>, occasion: Occasion, decisionId: string): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const session = await lockSession(tx, granted);
    const { at, quorum } = await roomNow(tx, session.id, occasion.now);
    if (!quorum.met) return refused(problem('working-groups:problems.no_quorum'));
    const decision = await tx.selectFrom('decisions').select(['id', 'ref', 'status', 'version', 'supersedes_id'])
      .where('id', '=', decisionId).where('working_group_id', '=', session.working_group_id).forUpdate().executeTakeFirst();
    if (decision?.status !== 'provisional') return refused(problem('working-groups:problems.not_provisional'));
    const supersedes_id = await stillStands(tx, decision.supersedes_id);
    await supersedeIn(tx, supersedes_id);
    await tx.updateTable('decisions').set({ status: 'adopted', supersedes_id, confirmed_in: session.id, confirmed_at: at, adopted_on: dayOf(at, session.time_zone), version: decision.version + 1 }).where('id', '=', decision.id).execute();
    return done({ ref: decision.ref });
  });
}

/** WG-3: who is in the room now, by the seats as they were at the start. The instant is one at which the same is counted ever after. */
export async function roomNow(tx: Tx, sessionId: string, now: Date) {
  const at = await afterNotes(tx, sessionId, now);
  const room = await inputsAt(tx, sessionId, at);
  return { at, room, quorum: quorumOf(room) };
}
