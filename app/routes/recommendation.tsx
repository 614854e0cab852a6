import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { mayPromise } from '#app/commitments/policy';
import { requireLanguage } from '#app/languages/request.server';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { historyFor } from '#app/records/history/queries.server';
import { Trail } from '#app/records/history/trail';
import { outcomesOn } from '#app/reporting/outcomes/queries.server';
import { OutcomesSection } from '#app/reporting/outcomes/section';
import { figuresFrom } from '#app/working-groups/answers/figures.server';
import { commitmentsAnswering } from '#app/working-groups/answers/queries.server';
import { recommendationActs } from '#app/working-groups/recommendations/model';
import { recommendationPolicy, ruleOf } from '#app/working-groups/recommendations/policy';
import { clausesOf, decisionsUnder, earlierTexts, findRecommendation } from '#app/working-groups/recommendations/queries.server';
import { RecommendationPage } from '#app/working-groups/recommendations/recommendation';
import { recommendationTrail } from '#app/working-groups/recommendations/trail';
import { responsePolicy } from '#app/working-groups/responses/policy';
import { responsesTo } from '#app/working-groups/responses/queries.server';
import { takeawaysUnder } from '#app/working-groups/takeaways/queries.server';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const recommendation = await findRecommendation(viewer, params['ref'] ?? '', view);
  if (recommendation === undefined) throw notFound();
  const [responses, earlier, trail, decisions, takeaways, clauses, commitments, figures, outcomes] = await Promise.all([
    responsesTo(viewer, recommendation.id, view), earlierTexts(recommendation), historyFor(recommendationPolicy.history, viewer, recommendation, 'recommendations', recommendationTrail),
    decisionsUnder(viewer, recommendation.id, view), takeawaysUnder(viewer, recommendation.id, view), clausesOf(viewer, recommendation.id, view), commitmentsAnswering(viewer, { recommendation: recommendation.id }, view), figuresFrom(viewer, { recommendation: recommendation.id }, view), outcomesOn(viewer, recommendation.id, view),
  ]);
  return {
    recommendation, responses, earlier, trail, decisions, takeaways, clauses, commitments, figures, outcomes, made_on: dayOf(recommendation.created_at),
    acts: recommendationActs.filter((act) => may(ruleOf[act], viewer, recommendation).allowed), answerable: responses.filter((row) => may(responsePolicy.give, viewer, row).allowed).map(({ party }) => party),
    canAnswer: mayPromise(viewer) && recommendation.status !== 'draft' && recommendation.status !== 'closed',
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.recommendation.title ?? ''} | Concord` }, { name: 'description', content: (data?.recommendation.text ?? '').slice(0, 300) }];

export default function Recommendation() {
  const { trail, outcomes, ...facts } = useLoaderData<typeof loader>();
  return (
    <>
      <RecommendationPage {...facts} />
      <OutcomesSection outcomes={outcomes} />
      <Trail acts={trail} words={recommendationTrail} />
    </>
  );
}
