import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayPromise } from '#app/commitments/policy';
import { requireLanguage } from '#app/languages/request.server';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { commitmentsAnswering } from '#app/working-groups/answers/queries.server';
import { clausesOf, decisionsUnder, findRecommendation } from '#app/working-groups/recommendations/queries.server';
import { RecommendationPage } from '#app/working-groups/recommendations/recommendation';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const recommendation = await findRecommendation(viewer, params['ref'] ?? '', view);
  if (recommendation === undefined) throw notFound();
  const [decisions, clauses, commitments] = await Promise.all([
    decisionsUnder(viewer, recommendation.id, view), clausesOf(viewer, recommendation.id, view), commitmentsAnswering(viewer, { recommendation: recommendation.id }, view),
  ]);
  return {
    recommendation, decisions, clauses, commitments, made_on: dayOf(recommendation.created_at),
    canAnswer: mayPromise(viewer) && recommendation.status !== 'draft' && recommendation.status !== 'closed',
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.recommendation.title ?? ''} | Concord` }, { name: 'description', content: (data?.recommendation.text ?? '').slice(0, 300) }];

export default function Recommendation() {
  return <RecommendationPage {...useLoaderData<typeof loader>()} />;
}
