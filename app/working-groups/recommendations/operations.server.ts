import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import { canTake } from '#app/working-groups/dimensions/choice.server';
import type { groupPolicy } from '#app/working-groups/policy';
import { tellGroup } from './notices.server';
import { writeRecommendation } from './writing.server';

export interface RecommendationForm {
  readonly title: string;
  readonly text: string;
  readonly status: 'draft' | 'preliminary' | 'final';
  /** Decisions of the group that it rests on; at least one. */
  readonly decisions: readonly string[];
  readonly nodes: readonly string[];
  /** Of those of the group. */
  readonly dimension_id?: string | null;
}

/** RC-1: recommends something on the ground of the group's own adopted decisions. */
export function recommend(granted: PermitFor<typeof groupPolicy.recommend>, occasion: Occasion, form: RecommendationForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const decisions = form.decisions.length === 0 ? [] : await tx.selectFrom('decisions as d').select('d.id')
      .where('d.id', 'in', [...form.decisions]).where('d.working_group_id', '=', granted.subject.id).where('d.status', '=', 'adopted').execute();
    if (decisions.length === 0 || decisions.length < form.decisions.length) return refused(problem('working-groups:problems.decision_needed', 'decisions'));
    const { title, text, status, nodes, dimension_id = null } = form;
    if (!(await canTake(tx, granted.subject.id, { id: dimension_id }, dayOf(occasion.now)))) return refused(problem('form:errors.choose', 'dimension_id'));
    const { id, ref } = await writeRecommendation(tx, occasion, { working_group_id: granted.subject.id, title, text, status, nodes, dimension_id });
    await tx.insertInto('recommendation_decisions').values(decisions.map((one) => ({ recommendation_id: id, decision_id: one.id }))).execute();
    if (status === 'preliminary') await tellGroup(tx, granted.actor, { id, ref, title, working_group_id: granted.subject.id }, occasion.now);
    return done({ id, ref });
  });
}
