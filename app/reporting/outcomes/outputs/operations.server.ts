import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { newId } from '#app/platform/identity';
import { sourceIn, type EvidenceForm } from '#app/records/evidence/operations.server';
import type { OutputKind } from '../model';
import { lockOutcome } from '../operations.server';
import type { outcomePolicy } from '../policy';

/** OR-8: adds what goes with a report: an address, or a file whose type its bytes show. */
export function addOutput(granted: PermitFor<typeof outcomePolicy.attach>, occasion: Occasion, kind: OutputKind, form: EvidenceForm): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    granted.again(await lockOutcome(tx, granted.subject.id));
    const source = await sourceIn(tx, granted, form);
    if (!source.ok) return source;
    const id = newId();
    await tx.insertInto('outcome_outputs').values({ id, outcome_id: granted.subject.id, kind, title: form.title, added_by: personOf(granted.actor), added_at: occasion.now, ...source.value }).execute();
    return done({ id });
  });
}

/** Takes it away again, before the report is out; the trail keeps that it was there. */
export function removeOutput(granted: PermitFor<typeof outcomePolicy.detach>, occasion: Occasion, id: string): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    granted.again(await lockOutcome(tx, granted.subject.id));
    const gone = await tx.deleteFrom('outcome_outputs').where('id', '=', id).where('outcome_id', '=', granted.subject.id).returning('id').executeTakeFirst();
    return gone === undefined ? refused(problem('form:problems.changed_meanwhile')) : done(gone);
  });
}
