import type { LoaderFunctionArgs } from '@remix-run/node';
import { may, permit } from '#app/access/permit';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { findCycle } from '#app/reporting/cycles/queries.server';
import { updatePolicy } from './policy';
import { findReview } from './queries.server';

/** What both addresses of an update show: who asks, the cycle, the update, and what may be done with it. What may not be read is absent. */
export async function reviewFacts({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const cycle = await findCycle(viewer, params['cycle'] ?? '', view.language);
  if (cycle === undefined || !may(cyclePolicy.board, viewer, cycle).allowed) throw notFound();
  const review = await findReview(permit(cyclePolicy.board, viewer, cycle), params['commitment'] ?? '', view);
  if (review === undefined) throw notFound();
  const subject = { ...review, id: review.now.id, status: review.now.status, written_by: review.now.written_by };
  const reason = (decision: ReturnType<typeof may>) => (decision.allowed ? undefined : decision.reason);
  return { viewer, language: view.language, cycle, review, subject, why: { accept: reason(may(updatePolicy.accept, viewer, subject)), return: reason(may(updatePolicy.return, viewer, subject)) } };
}
