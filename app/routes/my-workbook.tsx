import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { uploadInput } from '#app/open-data/imports/input.server';
import { checkWorkbook } from '#app/open-data/workbook/operations.server';
import { WorkbookPage } from '#app/open-data/workbook/page';
import { ownWorkbook, workbookPolicy } from '#app/open-data/workbook/policy';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'workbook:take', action: 'workbook:check' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  permit(workbookPolicy.take, person, ownWorkbook);
  return { title: textFor(languageOf(request, person), 'open-data')('workbook.title') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const granted = permit(workbookPolicy.check, person, ownWorkbook);
  const language = languageOf(request, person);
  const reading = readForm(await fieldsOf(request), uploadInput, language);
  if (!reading.ok) return reading.reply;
  const { file } = reading.value;
  const result = await checkWorkbook(granted, occasionOf(context, reading.submission), { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), language });
  return result.ok ? redirect(paths.workbookReport(result.value.id), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function MyWorkbook() {
  return <WorkbookPage last={useActionData<typeof action>()} />;
}
