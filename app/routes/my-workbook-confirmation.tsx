import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { submissionOf } from '#app/open-data/imports/input.server';
import { applyWorkbook } from '#app/open-data/workbook/operations.server';
import { workbookPolicy } from '#app/open-data/workbook/policy';
import { findWorkbook } from '#app/open-data/workbook/queries.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'signed_in', action: 'workbook:apply' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePerson(context, request);
  return redirect(paths.workbookReport(params['id'] ?? ''), 303);
}

/** Writes what the dry run has shown; the page then shows the result, or what has changed since. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const record = await findWorkbook(person, params['id'] ?? '');
  if (record === undefined) throw notFound();
  const granted = permit(workbookPolicy.apply, person, record);
  const result = await applyWorkbook(granted, occasionOf(context, await submissionOf(request)), languageOf(request, person));
  return redirect(`${paths.workbookReport(record.id)}${result.ok && !result.value.again ? '' : '?again'}`, 303);
}

export { Pressed as default, pressedMeta as meta } from '#app/site/pressed';
