import { sql } from 'kysely';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { treeOf } from './expected.server';
import type { CycleDates, CycleRule } from './model';
import type { cyclePolicy } from './policy';

/** What a cycle is: its days and its rule. */
export type CycleSettings = Omit<CycleDates, 'published_at'> & CycleRule;

type On = { readonly subject: { readonly id: string } };

/** CY-1, CY-2: changes the rule of a cycle whose report is not out, as another editor has left it. */
export function settleCycle(granted: PermitFor<typeof cyclePolicy.settle> & On, occasion: Occasion, version: number, form: CycleSettings): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const cycle = await lockCycle(tx, granted);
    if (cycle.version !== version) return refused(problem('form:problems.changed_meanwhile'));
    const { types, questions, required, languages, ...days } = form;
    await tx.updateTable('cycles').set({ ...days, types: types === null ? null : [...types], questions: [...questions], required: [...required], languages: [...languages], version: version + 1 }).where('id', '=', cycle.id).execute();
    return done({ ref: cycle.ref });
  });
}

/** CY-1: asks for a commitment against the rule, or does not ask for it, with the reason; said again, it replaces what was said. */
export function exceptFromCycle(granted: PermitFor<typeof cyclePolicy.except> & On, occasion: Occasion, form: { readonly commitment: string; readonly expected: boolean; readonly reason: string }): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const cycle = await lockCycle(tx, granted);
    const found = await sql<{ id: string; status: string }>`select c.id, c.status from commitments c where c.ref = ${form.commitment.toUpperCase()} and c.coalition_id in ${treeOf(cycle.coalition_id)}`.execute(tx);
    const commitment = found.rows[0];
    if (commitment === undefined) return refused(problem('reporting:problems.no_commitment', 'commitment'));
    if (form.expected && commitment.status !== 'published') return refused(problem('reporting:problems.takes_no_updates', 'commitment'));
    const said = { expected: form.expected, reason: form.reason, decided_by: granted.actor.kind === 'person' ? granted.actor.id : null, decided_at: occasion.now };
    await tx.insertInto('cycle_exceptions').values({ cycle_id: cycle.id, commitment_id: commitment.id, ...said }).onConflict((known) => known.columns(['cycle_id', 'commitment_id']).doUpdateSet(said)).execute();
    return done({ ref: cycle.ref });
  });
}

/** Takes an exception back: the rule says again whether the commitment is asked for. */
export function endException(granted: PermitFor<typeof cyclePolicy.except> & On, occasion: Occasion, commitment_id: string): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const cycle = await lockCycle(tx, granted);
    await tx.deleteFrom('cycle_exceptions').where('cycle_id', '=', cycle.id).where('commitment_id', '=', commitment_id).execute();
    return done({ ref: cycle.ref });
  });
}

/** The cycle as it is now, locked, and decided again. */
export async function lockCycle(tx: Tx, granted: (PermitFor<typeof cyclePolicy.settle> | PermitFor<typeof cyclePolicy.except> | PermitFor<typeof cyclePolicy.extend> | PermitFor<typeof cyclePolicy.nudge>) & On) {
  const cycle = await tx.selectFrom('cycles').selectAll().where('id', '=', granted.subject.id).forUpdate().executeTakeFirstOrThrow();
  granted.again({ coalition_id: cycle.coalition_id, published: cycle.published_at !== null });
  return cycle;
}
