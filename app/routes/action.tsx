import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { historyFor } from '#app/records/history/queries.server';
import { Trail } from '#app/records/history/trail';
import { ActionPage } from '#app/working-groups/actions/action';
import { actionActs } from '#app/working-groups/actions/model';
import { actionPolicy, ruleOf } from '#app/working-groups/actions/policy';
import { evidenceOfAction, findAction } from '#app/working-groups/actions/queries.server';
import { actionTrail } from '#app/working-groups/actions/trail';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const found = await findAction(viewer, params['ref'] ?? '', { language: requireLanguage(params), now: context.now });
  if (found === undefined) throw notFound();
  const [evidence, trail] = await Promise.all([evidenceOfAction(found.id), historyFor(actionPolicy.history, viewer, found, 'action_items', actionTrail)]);
  return { found, evidence, trail, acts: actionActs.filter((act) => may(ruleOf[act], viewer, found).allowed) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.found.ref ?? ''} ${data?.found.text ?? ''} | Concord` }, { name: 'description', content: data?.found.text ?? '' }];

export default function Action() {
  const { trail, ...facts } = useLoaderData<typeof loader>();
  return (
    <>
      <ActionPage {...facts} />
      <Trail acts={trail} words={actionTrail} />
    </>
  );
}
