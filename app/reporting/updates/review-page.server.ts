import type { LoaderFunctionArgs } from '@remix-run/node';
import { may, permit } from '#app/access/permit';
import { notFound } from '#app/platform/http/answers.server';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { cycleAt } from '#app/reporting/cycles/request.server';
import { updatePolicy } from './policy';
import { findReview, subjectOf } from './queries.server';

/** What both addresses of an update show: who asks, the cycle, the update, and what may be done with it. What may not be read is absent. */
export async function reviewFacts(args: LoaderFunctionArgs) {
  const { viewer, view, cycle } = await cycleAt(args, 'cycle');
  const review = await findReview(permit(cyclePolicy.board, viewer, cycle), args.params['commitment'] ?? '', view);
  if (review === undefined) throw notFound();
  const subject = subjectOf(review);
  const reason = (decision: ReturnType<typeof may>) => (decision.allowed ? undefined : decision.reason);
  return { viewer, language: view.language, cycle, review, subject, why: { accept: reason(may(updatePolicy.accept, viewer, subject)), return: reason(may(updatePolicy.return, viewer, subject)) } };
}
