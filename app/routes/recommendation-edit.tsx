import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { dimensionsToChoose } from '#app/working-groups/dimensions/queries.server';
import { reviseRecommendation } from '#app/working-groups/operations.server';
import { RecommendationActPage } from '#app/working-groups/recommendations/act-page';
import { RevisionFields } from '#app/working-groups/recommendations/fields';
import { revisionInput } from '#app/working-groups/recommendations/input.server';
import { recommendationPolicy } from '#app/working-groups/recommendations/policy';
import { requireRecommendation } from '#app/working-groups/recommendations/request.server';

export const handle = { access: { loader: 'recommendation:edit', action: 'recommendation:edit' } };

async function asked(args: LoaderFunctionArgs) {
  const found = await requireRecommendation(args);
  return { ...found, granted: permit(recommendationPolicy.edit, found.viewer, found.found) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, found } = await asked(args);
  return { found, dimensions: await dimensionsToChoose(viewer, found.working_group_id, view, found.dimension_id) };
}

export async function action(args: ActionFunctionArgs) {
  const { view, found, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), revisionInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await reviseRecommendation(granted, occasionOf(args.context, reading.submission), reading.version ?? found.version, reading.value);
  return result.ok ? redirect(paths.in(view.language).recommendation(found.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.found.title);

export default function RecommendationEdit() {
  const { found, dimensions } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <RecommendationActPage act="edit" found={found} last={last}><RevisionFields found={found} dimensions={dimensions} last={last} /></RecommendationActPage>;
}
