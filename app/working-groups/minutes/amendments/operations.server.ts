import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { newId } from '#app/platform/identity';
import { lockMinutes } from '../lock.server';
import { amended } from '../model';
import { noteSettled } from '../notices.server';
import { textChanged } from '../operations.server';
import type { minutesPolicy } from '../policy';

export interface AmendmentForm {
  readonly passage: number;
  readonly old_words: string;
  readonly new_words: string;
  readonly reason: string;
}

/** WG-6: who attended asks for other words, while the window is open. */
export function proposeAmendment(granted: PermitFor<typeof minutesPolicy.amend>, occasion: Occasion, { passage: position, ...form }: AmendmentForm): Promise<Result<{ ref: string; number: number }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { session, minutes } = await lockMinutes(tx, granted);
    if (minutes?.corrected_until == null || occasion.now >= minutes.corrected_until) return refused(problem('working-groups:problems.window_over'));
    const passage = await tx.selectFrom('minutes_passages').select(['id', 'text']).where('session_id', '=', session.id).where('position', '=', position).executeTakeFirst();
    if (passage === undefined) return refused(problem('working-groups:problems.no_such_passage', 'passage'));
    const change = amended(passage.text, form);
    if ('fault' in change) return refused(problem(`working-groups:problems.${change.fault}`, 'old_words'));
    if (form.old_words === form.new_words) return refused(problem('working-groups:problems.same_words', 'new_words'));
    const by = personOf(granted.actor);
    const seat = await tx.selectFrom('attendances').select('seat_id').where('session_id', '=', session.id).where('person_id', '=', by ?? '').where('presence', 'in', ['in_person', 'remote', 'left']).orderBy('seat_id').limit(1).executeTakeFirstOrThrow();
    const last = await tx.selectFrom('minutes_amendments').select((eb) => eb.fn.max('number').as('number')).where('session_id', '=', session.id).executeTakeFirst();
    const number = (last?.number ?? 0) + 1;
    await tx.insertInto('minutes_amendments').values({ id: newId(), session_id: session.id, number, passage_id: passage.id, ...form, proposed_by: by ?? '', seat_id: seat.seat_id, proposed_at: occasion.now }).execute();
    return done({ ref: session.ref, number });
  });
}

export interface AnswerForm {
  readonly number: number;
  readonly accepted: boolean;
  readonly answer: string | null;
}

/** Takes an amendment into the text or rejects it with a reason; who asked for it is told. Nobody settles their own. */
export function settleAmendment(granted: PermitFor<typeof minutesPolicy.settle>, occasion: Occasion, { number, accepted, answer }: AnswerForm): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { session } = await lockMinutes(tx, granted);
    const found = await tx.selectFrom('minutes_amendments as a').innerJoin('minutes_passages as p', 'p.id', 'a.passage_id')
      .select(['a.id', 'a.old_words', 'a.new_words', 'a.status', 'a.version', 'a.proposed_by', 'p.id as passage_id', 'p.text', 'p.version as passage_version'])
      .where('a.session_id', '=', session.id).where('a.number', '=', number).executeTakeFirst();
    if (found?.status !== 'open') return refused(problem('working-groups:problems.amendment_settled'));
    if (!accepted && answer === null) return refused(problem('working-groups:problems.reason_needed', 'answer'));
    const by = personOf(granted.actor);
    if (accepted) {
      const change = amended(found.text, found);
      if ('fault' in change) return refused(problem(`working-groups:problems.${change.fault}`));
      await tx.updateTable('minutes_passages').set({ text: change.text, version: found.passage_version + 1 }).where('id', '=', found.passage_id).execute();
      await textChanged(tx, session.id);
    }
    const status = accepted ? 'accepted' : 'rejected';
    await tx.updateTable('minutes_amendments').set({ status, answer, decided_by: by, decided_at: occasion.now, version: found.version + 1 }).where('id', '=', found.id).execute();
    await noteSettled(tx, session, { to: found.proposed_by, number, status, answer, now: occasion.now });
    return done({ ref: session.ref });
  });
}

/** Who asked takes it back. */
export function withdrawAmendment(granted: PermitFor<typeof minutesPolicy.amend>, occasion: Occasion, number: number): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { session } = await lockMinutes(tx, granted);
    const found = await tx.selectFrom('minutes_amendments').select(['id', 'version']).where('session_id', '=', session.id).where('number', '=', number)
      .where('status', '=', 'open').where('proposed_by', '=', personOf(granted.actor) ?? '').executeTakeFirst();
    if (found === undefined) return refused(problem('working-groups:problems.amendment_settled'));
    await tx.updateTable('minutes_amendments').set({ status: 'withdrawn', version: found.version + 1 }).where('id', '=', found.id).execute();
    return done({ ref: session.ref });
  });
}
