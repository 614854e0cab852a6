import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import type { Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import { correctionDays } from './minutes/model';
import type { GroupKind } from './model';
import type { groupPolicy } from './policy';
import type { Terms } from './terms/model';
import { insertTerms } from './terms/operations.server';

export { addAction } from './actions/operations.server';
export { blockAction, cancelAction, completeAction, reassignAction, reopenAction, rescheduleAction, startAction } from './actions/settling.server';
export { handOverChair } from './chair/operations.server';
export { addAgendaItem, addNote, editAgendaItem, moveAgendaItem, removeAgendaItem, treatAgendaItem } from './agenda/operations.server';
export { castVote, closeBallot, enterVotes, openBallot, withdrawBallot } from './decisions/ballots/operations.server';
export { confirmDecision, recordDecision } from './decisions/operations.server';
export { proposeAmendment, settleAmendment, withdrawAmendment } from './minutes/amendments/operations.server';
export { addGuests, removeGuest, setLinks } from './minutes/guests/operations.server';
export { addErratum, approveMinutes, circulateMinutes, composeMinutes, publishMinutes, secondMinutes, writePassage } from './minutes/operations.server';
export { recordPastMeeting } from './minutes/past/operations.server';
export { castWrittenVote, openProcedure, withdrawProcedure } from './procedures/operations.server';
export { answerProposal, propose, withdrawProposal } from './backlog/operations.server';
export { addPaper, openPaper, removePaper } from './papers/operations.server';
export { rescheduleSession } from './planning/operations.server';
export { addressRecommendation } from './recommendations/addressing.server';
export { closeRecommendation, endorseRecommendation, finaliseRecommendation, implementRecommendation, issueRecommendation, reviseRecommendation, succeedRecommendation } from './recommendations/life.server';
export { addSeat, type SeatForm } from './seats/operations.server';
export { recommend } from './recommendations/operations.server';
export { respond } from './responses/operations.server';
export { writeTerms } from './terms/operations.server';
export { adjournSession, cancelSession, conveneSession, planSession, publishSession, recordAttendance, startSession } from './sessions/operations.server';

/** A group with the first version of its terms of reference. */
export interface GroupForm extends Pick<Terms, 'cadence' | 'quorum_share' | 'decision_rule' | 'notice_days'>, Partial<Pick<Terms, 'correction_days' | 'minimums'>> {
  readonly kind: GroupKind;
  readonly starts_on: Day;
  readonly ends_on: Day | null;
  readonly texts: Readonly<Partial<Record<Language, { readonly name: string; readonly mandate: string | null }>>>;
}

/** Charters a group: from now on it has seats and sessions. */
export function charterGroup(granted: PermitFor<typeof groupPolicy.charter>, occasion: Occasion, form: GroupForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, (tx) => charterGroupIn(tx, granted, occasion, form));
}

export async function charterGroupIn(tx: Tx, granted: PermitFor<typeof groupPolicy.charter>, occasion: Occasion, form: GroupForm): Promise<Result<{ id: string; ref: string }>> {
  const id = newId();
  const ref = await nextRef(tx, 'WG', 0, 2);
  const { texts, kind, starts_on, ends_on, ...terms } = form;
  await tx.insertInto('working_groups').values({ id, ref, coalition_id: granted.subject.coalition_id, status: 'active', kind, starts_on, ends_on, created_at: occasion.now }).execute();
  await insertTerms(tx, id, { correction_days: correctionDays, minimums: [], ...terms, version: 1, from_on: starts_on }, { by: personOf(granted.actor), now: occasion.now });
  await tx.insertInto('working_group_texts').values(
    Object.entries(texts).map(([language, text]) => ({ working_group_id: id, language, name: text.name, mandate: text.mandate })),
  ).execute();
  return done({ id, ref });
}
