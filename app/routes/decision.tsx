import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayPromise } from '#app/commitments/policy';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { historyFor } from '#app/records/history/queries.server';
import { Trail } from '#app/records/history/trail';
import { figuresFrom } from '#app/working-groups/answers/figures.server';
import { commitmentsAnswering } from '#app/working-groups/answers/queries.server';
import { DecisionPage } from '#app/working-groups/decisions/decision';
import { canBeOrigin } from '#app/working-groups/decisions/model';
import { findDecision, votesOf } from '#app/working-groups/decisions/queries.server';
import { groupPolicy } from '#app/working-groups/policy';
import { recommendationsOn } from '#app/working-groups/recommendations/queries.server';
import { decisionTrail } from '#app/working-groups/trail';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const decision = await findDecision(viewer, params['ref'] ?? '', view);
  if (decision === undefined) throw notFound();
  const [votes, recommendations, commitments, figures, trail] = await Promise.all([
    votesOf(viewer, decision.ref, view), recommendationsOn(viewer, decision.id, view), commitmentsAnswering(viewer, { decision: decision.id }, view), figuresFrom(viewer, { decision: decision.id }, view),
    historyFor(groupPolicy.history, viewer, decision, 'decisions', decisionTrail),
  ]);
  return { decision, votes, recommendations, commitments, figures, trail, canAnswer: mayPromise(viewer) && canBeOrigin(decision.status) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.decision.ref ?? ''} ${data?.decision.item_title ?? ''} | Concord` }, { name: 'description', content: (data?.decision.text ?? '').slice(0, 300) }];

export default function Decision() {
  const { trail, ...facts } = useLoaderData<typeof loader>();
  return (
    <>
      <DecisionPage {...facts} />
      <Trail acts={trail} words={decisionTrail} />
    </>
  );
}
