import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { insertAgenda } from '#app/working-groups/agenda/items.server';
import { tellProposer } from './notices.server';
import type { proposalPolicy } from './policy';

export interface ProposalForm {
  readonly title: string;
  readonly why: string;
  readonly minutes: number | null;
  readonly commitment_id: string | null;
  readonly node_id: string | null;
}

/** BL-1: proposes something for an agenda of the group. */
export function propose(granted: PermitFor<typeof proposalPolicy.make>, occasion: Occasion, form: ProposalForm): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const proposed_by = personOf(granted.actor);
    if (proposed_by === null) return refused(problem('working-groups:reasons.seat_only'));
    const id = newId();
    await tx.insertInto('agenda_proposals').values({ id, working_group_id: granted.subject.id, ...form, proposed_by, proposed_at: occasion.now }).execute();
    return done({ id });
  });
}

/** Takes one’s own proposal back, as long as nobody has answered it. */
export function withdrawProposal(granted: PermitFor<typeof proposalPolicy.withdraw>, occasion: Occasion): Promise<Result<null>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockProposal(tx, granted);
    await tx.updateTable('agenda_proposals').set({ status: 'withdrawn', version: row.version + 1 }).where('id', '=', row.id).execute();
    return done(null);
  });
}

export type ProposalAnswer = { readonly verdict: 'declined'; readonly answer: string } | { readonly verdict: 'accepted'; readonly answer: string | null; readonly session_id: string; readonly minutes: number | null };

/** BL-2: takes a proposal up onto the agenda of a session, presented by who made it, or declines it with words. They are told either way. */
export function answerProposal(granted: PermitFor<typeof proposalPolicy.answer>, occasion: Occasion, given: ProposalAnswer): Promise<Result<null>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockProposal(tx, granted);
    const answered = { answer: given.answer, answered_by: personOf(granted.actor), answered_at: occasion.now, version: row.version + 1 };
    if (given.verdict === 'declined') {
      await tx.updateTable('agenda_proposals').set({ status: 'declined', ...answered }).where('id', '=', row.id).execute();
      await tellProposer(tx, { ...row, verdict: 'declined', answer: given.answer, session: undefined }, occasion.now);
      return done(null);
    }
    const session = await tx.selectFrom('sessions').select(['id', 'ref', 'title', 'starts_at', 'time_zone']).where('id', '=', given.session_id).where('working_group_id', '=', row.working_group_id)
      .where('status', 'in', ['draft', 'convened', 'in_progress']).forUpdate().executeTakeFirst();
    if (session === undefined) return refused(problem('form:errors.choose', 'session'));
    const [agenda_item_id = null] = await insertAgenda(tx, session.id, [{ title: row.title, kind: 'discussion', minutes: given.minutes ?? row.minutes, presenter: null, presenter_id: row.proposed_by, commitment_id: row.commitment_id, node_id: row.node_id }]);
    await tx.updateTable('agenda_proposals').set({ status: 'accepted', agenda_item_id, ...answered }).where('id', '=', row.id).execute();
    await tellProposer(tx, { ...row, verdict: 'accepted', answer: given.answer, session }, occasion.now);
    return done(null);
  });
}

async function lockProposal(tx: Tx, granted: PermitFor<typeof proposalPolicy.answer> | PermitFor<typeof proposalPolicy.withdraw>) {
  const row = await tx.selectFrom('agenda_proposals as p').innerJoin('working_groups as g', 'g.id', 'p.working_group_id').selectAll('p').select('g.coalition_id').where('p.id', '=', granted.subject.id).forUpdate('p').executeTakeFirstOrThrow();
  granted.again(row);
  return row;
}
