import type { PermitFor } from '#app/access/permit';
import type { Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { attachEvidenceIn, takeBackEvidenceIn, type EvidenceForm } from '#app/records/evidence/operations.server';
import { lockCommitment } from './lock.server';
import type { commitmentPolicy } from './policy';

export { createDraft, createDraftIn, deleteDraft, saveMeasure, saveWhat } from './drafting/operations.server';
export { takeCommitmentsIn } from './imports/operations.server';
export { applyAcceptedUpdateIn } from './progress/operations.server';
export {
  finishCommitment, finishCommitmentIn, publishCommitment, returnCommitment, submitCommitment, submitCommitmentIn, verifyCommitment, withdrawCommitment,
} from './review/operations.server';

/** Attaches evidence to a commitment: a file or an address. */
export function addEvidence(granted: PermitFor<typeof commitmentPolicy.addEvidence>, occasion: Occasion, form: EvidenceForm): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    granted.again(await lockCommitment(tx, granted.subject.id));
    return attachEvidenceIn(tx, granted, occasion, { commitment_id: granted.subject.id }, form);
  });
}

/** Takes evidence of a commitment back, and says why. */
export function takeBackEvidence(granted: PermitFor<typeof commitmentPolicy.takeBackEvidence>, occasion: Occasion, id: string, why: string): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    granted.again(await lockCommitment(tx, granted.subject.id));
    return takeBackEvidenceIn(tx, granted, occasion, { id, commitment_id: granted.subject.id }, why);
  });
}
