import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { recommend } from '#app/working-groups/operations.server';
import { GroupDesk } from '#app/working-groups/planning/desk';
import { groupPolicy } from '#app/working-groups/policy';
import { findGroup } from '#app/working-groups/queries.server';
import { recommendationInput } from '#app/working-groups/recommendations/input.server';

export const handle = { access: { loader: 'group:plan', action: 'group:recommend' } };

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const group = await findGroup(viewer, params['ref'] ?? '', { language, now: context.now });
  if (group === undefined) throw notFound();
  const granted = permit(groupPolicy.recommend, viewer, group);
  const reading = readForm(await fieldsOf(request), recommendationInput, language);
  if (!reading.ok) return reading.reply;
  const result = await recommend(granted, occasionOf(context, reading.submission), reading.value);
  return result.ok ? redirect(paths.in(language).recommendation(result.value.ref), 303) : reading.answer(result.problems);
}

export default function Recommendations() {
  return <GroupDesk reply={{ act: 'recommendations', result: useActionData<typeof action>() }} />;
}
