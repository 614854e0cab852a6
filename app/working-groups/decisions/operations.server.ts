import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import type { DecisionRule } from '#app/working-groups/model';
import type { sessionPolicy } from '#app/working-groups/policy';
import { quorumOf, speakerOf } from '#app/working-groups/sessions/model';
import { lockSession } from '#app/working-groups/sessions/operations.server';
import { carries, statusOf, tallyOf, type VoteKind } from './model';

export interface DecisionForm {
  readonly agenda_item_id: string | null;
  readonly text: string;
  /** The group's own rule where none is named. */
  readonly rule: DecisionRule | null;
  /** One vote a seat; by whom follows from who speaks for the seat (WG-5). Empty where nobody asked for a vote. */
  readonly votes: readonly { readonly seat_id: string; readonly vote: VoteKind }[];
  readonly dissent: string | null;
}

/** Records a decision with its quorum and votes; WG-4: without quorum it is provisional. */
export function recordDecision(granted: PermitFor<typeof sessionPolicy.run>, occasion: Occasion, form: DecisionForm): Promise<Result<{ id: string; ref: string; status: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const session = await lockSession(tx, granted);
    const seats = await tx.selectFrom('session_seats').selectAll().where('session_id', '=', session.id).execute();
    const attendances = await tx.selectFrom('attendances').selectAll().where('session_id', '=', session.id).execute();
    const quorum = quorumOf(seats, attendances, Number(session.quorum_share));
    const votes = form.votes.flatMap((one) => {
      const seat = seats.find((candidate) => candidate.seat_id === one.seat_id && candidate.voting && !candidate.on_leave);
      const person_id = seat === undefined ? undefined : speakerOf(seat, attendances);
      return person_id === undefined ? [] : [{ ...one, person_id }];
    });
    if (votes.length < form.votes.length) return refused(problem('working-groups:problems.cannot_vote', 'votes'));
    const rule = form.rule ?? (session.decision_rule as DecisionRule);
    const status = statusOf(carries(rule, tallyOf(votes)), quorum.met);
    const id = newId();
    const ref = await nextRef(tx, 'D', occasion.now.getUTCFullYear(), 3);
    await tx.insertInto('decisions').values({
      id, ref, session_id: session.id, agenda_item_id: form.agenda_item_id, text: form.text, rule, status,
      quorum_present: quorum.present, quorum_base: quorum.base, quorum_share: session.quorum_share, dissent: form.dissent,
      adopted_on: status === 'adopted' ? dayOf(occasion.now) : null, recorded_by: granted.actor.kind === 'person' ? granted.actor.id : null, created_at: occasion.now,
    }).execute();
    if (votes.length > 0) await tx.insertInto('votes').values(votes.map((one) => ({ decision_id: id, ...one }))).execute();
    return done({ id, ref, status });
  });
}

/** WG-4: a later session with quorum confirms what was decided without. */
export function confirmDecision(granted: PermitFor<typeof sessionPolicy.run>, occasion: Occasion, decisionId: string): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const session = await lockSession(tx, granted);
    const seats = await tx.selectFrom('session_seats').selectAll().where('session_id', '=', session.id).execute();
    const attendances = await tx.selectFrom('attendances').selectAll().where('session_id', '=', session.id).execute();
    if (!quorumOf(seats, attendances, Number(session.quorum_share)).met) return refused(problem('working-groups:problems.no_quorum'));
    const decision = await tx.selectFrom('decisions as d').innerJoin('sessions as s', 's.id', 'd.session_id').select(['d.id', 'd.ref', 'd.status', 'd.version'])
      .where('d.id', '=', decisionId).where('s.working_group_id', '=', session.working_group_id).forUpdate('d').executeTakeFirst();
    if (decision?.status !== 'provisional') return refused(problem('working-groups:problems.not_provisional'));
    await tx.updateTable('decisions').set({ status: 'adopted', confirmed_in: session.id, adopted_on: dayOf(occasion.now), version: decision.version + 1 }).where('id', '=', decision.id).execute();
    return done({ ref: decision.ref });
  });
}
