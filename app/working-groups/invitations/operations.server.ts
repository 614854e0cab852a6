import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Mode } from '#app/working-groups/sessions/model';
import { answersFor, type Answer } from './model';
import type { invitationPolicy } from './policy';
import { alternatesFor } from './queries.server';
import { tellInstead } from './notices.server';

export interface AnswerForm {
  readonly answer: Answer;
  /** Who comes in place of somebody who does not. */
  readonly instead_id: string | null;
}

/** IN-2: answers an invitation, again and again until the session starts; the last answer counts. Whoever is to come instead is asked by mail. */
export function answerInvitation(granted: PermitFor<typeof invitationPolicy.answer> | PermitFor<typeof invitationPolicy.answerByLink>, occasion: Occasion, form: AnswerForm): Promise<Result<null>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { session_id, person_id } = granted.subject;
    const session = await tx.selectFrom('sessions').selectAll().where('id', '=', session_id).forShare().executeTakeFirstOrThrow();
    granted.again({ session_id, person_id, status: session.status });
    if (session.starts_at <= occasion.now) return refused(problem('working-groups:problems.too_late_to_answer'));
    if (!answersFor(session.mode as Mode | null).includes(form.answer)) return refused(problem('form:errors.choose', 'answer'));
    const instead_id = form.answer === 'not_coming' ? form.instead_id : null;
    const alternates = await alternatesFor(tx, session, person_id);
    if (instead_id !== null && !alternates.some((one) => one.id === instead_id)) return refused(problem('working-groups:problems.no_such_alternate', 'instead'));
    const before = await tx.selectFrom('session_invitations').select(['instead_id', 'version']).where('session_id', '=', session_id).where('person_id', '=', person_id).forUpdate().executeTakeFirstOrThrow();
    await tx.updateTable('session_invitations').set({ answer: form.answer, instead_id, answered_at: occasion.now, version: before.version + 1 })
      .where('session_id', '=', session_id).where('person_id', '=', person_id).execute();
    if (instead_id !== null && instead_id !== before.instead_id) await tellInstead(tx, session, { person_id, instead_id, version: before.version + 1 }, occasion.now);
    return done(null);
  });
}
