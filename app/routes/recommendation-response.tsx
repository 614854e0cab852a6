import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { respond } from '#app/working-groups/operations.server';
import { ResponsePage } from '#app/working-groups/responses/form';
import { responseInput } from '#app/working-groups/responses/input.server';
import { responsePolicy } from '#app/working-groups/responses/policy';
import { commitmentsOf, findAddressee } from '#app/working-groups/responses/queries.server';

export const handle = { access: { loader: 'response:give', action: 'response:give' } };

async function asked({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const row = await findAddressee(viewer, params['ref'] ?? '', params['party'] ?? '', view);
  if (row === undefined) throw notFound();
  return { viewer, view, row, granted: permit(responsePolicy.give, viewer, row) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, row } = await asked(args);
  return { row, commitments: await commitmentsOf(viewer, row, view) };
}

export async function action(args: ActionFunctionArgs) {
  const { view, row, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), responseInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await respond(granted, occasionOf(args.context, reading.submission), reading.version ?? row.version, reading.value);
  return result.ok ? redirect(`${paths.in(view.language).recommendation(row.recommendation_ref)}#responses`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.row.recommendation_title);

export default function RecommendationResponse() {
  return <ResponsePage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
