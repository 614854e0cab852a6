import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { lockPledge } from '../lock.server';
import type { pledgePolicy } from '../policy';
import { classificationProblems, type Classification } from './model';
import { codesOf, rewriteClassification } from './write.server';

/** Puts right how a confirmed pledge is classified: no amount, date or party moves by it. */
export function classifyPledge(granted: PermitFor<typeof pledgePolicy.classify>, occasion: Occasion, version: number | undefined, form: Classification): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockPledge(tx, granted.subject.id);
    granted.again(row);
    if (version !== row.version) return refused(problem('form:problems.changed_meanwhile'));
    const problems = classificationProblems(form);
    if (problems.length > 0) return refused(...problems);
    await tx.updateTable('pledges').set({ ...codesOf(form), version: row.version + 1 }).where('id', '=', row.id).execute();
    await rewriteClassification(tx, row.id, form);
    return done({ ref: row.ref });
  });
}
