import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { requirePledge } from '#app/financing/pledges/request.server';
import { refOf } from '#app/financing/pledges/rights.server';
import { ClassificationForm } from '#app/financing/pledges/terms/form';
import { classificationInput } from '#app/financing/pledges/terms/input.server';
import { classifyPledge } from '#app/financing/pledges/terms/operations.server';
import { classificationValues } from '#app/financing/pledges/values';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'pledge:classify', action: 'pledge:classify' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, view, pledge } = await requirePledge(request, params, context);
  permit(pledgePolicy.classify, viewer, refOf(pledge));
  return { title: textFor(view.language, 'financing')('terms.correct'), pledgeRef: pledge.ref, version: pledge.version, value: classificationValues(pledge) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, view, pledge } = await requirePledge(request, params, context);
  const granted = permit(pledgePolicy.classify, viewer, refOf(pledge));
  const reading = readForm(await fieldsOf(request), classificationInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await classifyPledge(granted, occasionOf(context, reading.submission), reading.version, reading.value);
  return result.ok ? redirect(paths.in(view.language).pledge(pledge.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function PledgeClassification() {
  const { pledgeRef, version, value } = useLoaderData<typeof loader>();
  return <ClassificationForm pledgeRef={pledgeRef} version={version} defaultValue={value} lastResult={useActionData<typeof action>()} />;
}
