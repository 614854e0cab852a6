import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { requirePerson } from '#app/accounts/viewer.server';
import { findQuestion } from '#app/open-data/imports/following.server';
import { submissionOf } from '#app/open-data/imports/input.server';
import { findImport } from '#app/open-data/imports/queries.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { settleQuestion } from '#app/records/sources/operations.server';
import { sourcePolicy } from '#app/records/sources/policy';

export const handle = { access: { loader: 'signed_in', action: 'source:settle' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePerson(context, request);
  return redirect(paths.import(params['id'] ?? ''), 303);
}

/** Somebody has looked at what an import asked. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const record = await findImport(person, params['id'] ?? '');
  const question = record === undefined ? undefined : await findQuestion(person, record.id, params['question'] ?? '');
  if (record === undefined || question === undefined) throw notFound();
  await settleQuestion(permit(sourcePolicy.settle, person, question), occasionOf(context, await submissionOf(request)));
  return redirect(paths.import(record.id), 303);
}

export { Pressed as default, pressedMeta as meta } from '#app/site/pressed';
