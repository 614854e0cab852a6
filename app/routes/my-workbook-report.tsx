import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { requirePerson } from '#app/accounts/viewer.server';
import { WorkbookReport } from '#app/open-data/workbook/page';
import { ownWorkbook, workbookPolicy } from '#app/open-data/workbook/policy';
import { findWorkbook } from '#app/open-data/workbook/queries.server';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'workbook:take' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  permit(workbookPolicy.take, person, ownWorkbook);
  const record = await findWorkbook(person, params['id'] ?? '');
  if (record === undefined) throw notFound();
  return { record, again: new URL(request.url).searchParams.has('again') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.record.file_name);

export default function MyWorkbookReport() {
  return <WorkbookReport {...useLoaderData<typeof loader>()} />;
}
