import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { ActionPage } from '#app/working-groups/actions/action';
import { settlementInput } from '#app/working-groups/actions/input.server';
import { findAction } from '#app/working-groups/actions/queries.server';
import { settleAction } from '#app/working-groups/operations.server';
import { actionPolicy, groupPolicy } from '#app/working-groups/policy';

export const handle = { access: { loader: 'action:settle', action: 'action:settle' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const found = await findAction(viewer, params['id'] ?? '', { language: languageOf(request, viewer), now: context.now });
  if (found === undefined) throw notFound();
  permit(actionPolicy.settle, viewer, found);
  const leads = may(groupPolicy.plan, viewer, { id: found.working_group_id, coalition_id: found.coalition_id }).allowed;
  return { found, leads, today: dayOf(context.now), saved: new URL(request.url).searchParams.has('saved') };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const found = await findAction(viewer, params['id'] ?? '', { language, now: context.now });
  if (found === undefined) throw notFound();
  const granted = permit(actionPolicy.settle, viewer, found);
  const reading = readForm(await fieldsOf(request), settlementInput, language);
  if (!reading.ok) return reading.reply;
  const result = await settleAction(granted, occasionOf(context, reading.submission), reading.version ?? found.version, reading.value.status);
  return result.ok ? redirect(`${paths.action(found.id)}?saved`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.found.text);

export default function Action() {
  return <ActionPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()} />;
}
