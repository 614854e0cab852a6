import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import { newId } from '#app/platform/identity';
import { peopleSeatedOn } from '#app/working-groups/notices.server';
import type { ChapterPart } from '../model';
import { tell } from '../notices.server';
import type { outcomePolicy } from '../policy';

export interface CommentForm {
  readonly part: ChapterPart | null;
  readonly text: string;
  readonly language: Language;
  /** Of somebody without an account. */
  readonly name: string | null;
}

/** OR-5: says what somebody thinks of a report while it is consulted on. */
export function commentOn(granted: PermitFor<typeof outcomePolicy.comment>, occasion: Occasion, { name, ...said }: CommentForm): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await tx.selectFrom('outcome_reports as o').innerJoin('working_groups as g', 'g.id', 'o.working_group_id').select(['o.id', 'o.working_group_id', 'o.status', 'o.audience', 'o.consulted_until', 'g.coalition_id'])
      .where('o.id', '=', granted.subject.id).forShare('o').executeTakeFirstOrThrow();
    const today = dayOf(occasion.now);
    granted.again({ ...row, taking: row.consulted_until !== null && row.consulted_until >= today, seated: await peopleSeatedOn(tx, row.working_group_id, today) });
    const person_id = personOf(granted.actor);
    if (person_id === null && name === null) return refused(problem('form:errors.required', 'name'));
    const id = newId();
    await tx.insertInto('outcome_comments').values({ id, outcome_id: row.id, ...said, person_id, name: person_id === null ? name : null, written_at: occasion.now }).execute();
    return done({ id });
  });
}

/** What the group answers, once or in other words; whoever said it is told of the first answer. */
export function answerComment(granted: PermitFor<typeof outcomePolicy.answer>, occasion: Occasion, commentId: string, version: number, answer: string): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await tx.selectFrom('outcome_comments as c').innerJoin('outcome_reports as o', 'o.id', 'c.outcome_id').innerJoin('working_groups as g', 'g.id', 'o.working_group_id')
      .select(['o.id', 'o.number', 'o.working_group_id', 'o.status', 'g.coalition_id', 'g.ref as group_ref', 'c.person_id', 'c.version', 'c.answer']).where('c.id', '=', commentId).where('o.id', '=', granted.subject.id).forUpdate('c').executeTakeFirst();
    if (row === undefined) return refused(problem('form:problems.changed_meanwhile'));
    granted.again(row);
    if (row.version !== version) return refused(problem('form:problems.changed_meanwhile'));
    await tx.updateTable('outcome_comments').set({ answer, answered_by: personOf(granted.actor), answered_at: occasion.now, version: row.version + 1 }).where('id', '=', commentId).execute();
    if (row.answer === null && row.person_id !== null) await tell(tx, row, [row.person_id], 'answered', occasion.now, { answer, about: commentId });
    return done({ id: commentId });
  });
}
