import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { requirePerson } from '#app/accounts/viewer.server';
import { submissionOf } from '#app/open-data/imports/input.server';
import { applyImport } from '#app/open-data/imports/operations.server';
import { importPolicy } from '#app/open-data/imports/policy';
import { findImport } from '#app/open-data/imports/queries.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'signed_in', action: 'import:apply' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePerson(context, request);
  return redirect(paths.import(params['id'] ?? ''), 303);
}

/** Writes what the dry run has shown. The page then shows the result, or what has changed since. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const record = await findImport(person, params['id'] ?? '');
  if (record === undefined) throw notFound();
  const granted = permit(importPolicy.apply, person, record);
  await applyImport(granted, occasionOf(context, await submissionOf(request)));
  return redirect(paths.import(record.id), 303);
}

export { Pressed as default, pressedMeta as meta } from '#app/site/pressed';
