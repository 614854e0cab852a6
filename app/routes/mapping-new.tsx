import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { spellVersion } from '#app/frameworks/coverage/question';
import { NewMapping } from '#app/frameworks/crosswalk/form';
import { mappingInput } from '#app/frameworks/crosswalk/input.server';
import { mapNodes } from '#app/frameworks/crosswalk/operations.server';
import { sidesAt } from '#app/frameworks/crosswalk/request.server';
import { frameworkPolicy } from '#app/frameworks/policy';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'framework:map', action: 'framework:map' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const node = new URL(request.url).searchParams.get('node') ?? '';
  permit(frameworkPolicy.map, viewer, { from_node_id: node });
  return { sides: await sidesAt(viewer, request, view), node, title: textFor(view.language, 'frameworks')('crosswalk.add') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const fields = await fieldsOf(request);
  const granted = permit(frameworkPolicy.map, viewer, { from_node_id: String(fields.get('from_node_id') ?? '') });
  const [from, to] = await sidesAt(viewer, request, view);
  const reading = readForm(fields, mappingInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await mapNodes(granted, occasionOf(context, reading.submission), reading.value);
  return result.ok ? redirect(paths.in(view.language).crosswalk({ from: spellVersion(from.version), to: spellVersion(to.version) }), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function NewMappingPage() {
  const { sides, node } = useLoaderData<typeof loader>();
  return <NewMapping sides={sides} node={node} last={useActionData<typeof action>()} />;
}
