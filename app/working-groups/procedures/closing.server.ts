import { permit, type PermitFor } from '#app/access/permit';
import { done, type Result } from '#app/access/result';
import { inTransaction, signTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { votesOn } from '#app/working-groups/decisions/ballots/votes.server';
import { stillStands, takeDecisionIn } from '#app/working-groups/decisions/taking.server';
import type { DecisionRule } from '#app/working-groups/model';
import type { Minimum } from '#app/working-groups/sessions/model';
import { outcomeOf, procedureState } from './model';
import { tellVoters } from './notices.server';
import { procedurePolicy } from './policy';

const clock = { kind: 'system', name: 'clock' } as const;

/** WP-3: writes down what the clock has decided, as of that instant: the same whenever it runs, and nothing a second time. */
export function settleProcedure(granted: PermitFor<typeof procedurePolicy.settle>, occasion: Occasion): Promise<Result<{ ref: string | null }>> {
  return inTransaction<{ ref: string | null }>(granted, occasion, async (tx) => {
    const row = await tx.selectFrom('ballots').selectAll().where('id', '=', granted.subject.id).forUpdate().executeTakeFirstOrThrow();
    const { closes_at, time_zone, closed_at, withdrawn_at } = row;
    if (closes_at === null || time_zone === null || closed_at !== null || procedureState({ closes_at, withdrawn_at }, occasion.now) !== 'closed') return done({ ref: null });
    const base = await tx.selectFrom('ballot_seats').select(['seat_id', 'counts_for']).where('ballot_id', '=', row.id).execute();
    const votes = await votesOn(tx, row.id);
    const rule = row.rule as DecisionRule;
    const { quorum, status } = outcomeOf(base, votes, { share: Number(row.quorum_share), minimums: row.quorum_minimums as unknown as Minimum[] }, rule);
    await tx.updateTable('ballots').set({ closed_at: closes_at, version: row.version + 1 }).where('id', '=', row.id).execute();
    const taken = await takeDecisionIn(tx, {
      working_group_id: row.working_group_id, session_id: null, ballot_id: row.id, agenda_item_id: null, text: row.text, rule, status, votes, dissent: null, quorum,
      at: closes_at, day: dayOf(closes_at, time_zone), supersedes_id: await stillStands(tx, row.supersedes_id), recorded_by: row.opened_by,
    });
    return done({ ref: taken.ref });
  });
}

/** The job of the closing instant. */
export async function settleByClock({ ballot }: Readonly<Record<string, unknown>>, now: Date): Promise<void> {
  await settleProcedure(permit(procedurePolicy.settle, clock, { id: String(ballot) }), { now });
}

/** The job before it: reminds those whose seat has not voted, once, while there is still something to do. */
export async function remindOfProcedure({ ballot }: Readonly<Record<string, unknown>>, now: Date): Promise<void> {
  await database().transaction().execute(async (tx) => {
    await signTransaction(tx, clock, 'procedure:settle', { now });
    const row = await tx.selectFrom('ballots').selectAll().where('id', '=', String(ballot)).executeTakeFirst();
    if (row === undefined || row.ref === null || row.title === null || row.closes_at === null || row.time_zone === null) return;
    const { id, ref, title, closes_at, time_zone, withdrawn_at } = row;
    if (procedureState({ closes_at, withdrawn_at }, now) === 'open') await tellVoters(tx, { id, ref, title, closes_at, time_zone }, 'reminder', now);
  });
}
