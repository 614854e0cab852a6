import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { frameworkPolicy } from '#app/frameworks/policy';
import { startInput } from '#app/frameworks/versions/input.server';
import { TextVersionsPage } from '#app/frameworks/versions/list-page';
import { startDraft } from '#app/frameworks/versions/operations.server';
import { findText } from '#app/frameworks/versions/queries.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'framework:draft', action: 'framework:draft' } };

async function textAt({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const text = await findText(viewer, params['code'] ?? '', { language, now: context.now });
  if (text === undefined) throw notFound();
  return { language, text, granted: permit(frameworkPolicy.draft, viewer, { code: text.code }) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { text } = await textAt(args);
  return { text };
}

export async function action(args: ActionFunctionArgs) {
  const { language, text, granted } = await textAt(args);
  const reading = readForm(await fieldsOf(args.request), startInput, language);
  if (!reading.ok) return reading.reply;
  const result = await startDraft(granted, occasionOf(args.context, reading.submission), reading.value.from);
  return result.ok ? redirect(paths.draft(text.code, result.value.number), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.text.name);

export default function TextVersions() {
  return <TextVersionsPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />;
}
