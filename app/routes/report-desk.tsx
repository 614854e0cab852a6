import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { deskOf, reportAt } from '#app/reporting/reports/desk-facts.server';

export const handle = { access: { loader: 'report:desk' } };

/** What the desk shows; freezing and publishing are addresses below it, which show the same desk with what was wrong. */
export async function loader(args: LoaderFunctionArgs) {
  return deskOf(await reportAt(args));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.report.title);

export default function ReportDeskPages() {
  return <Outlet context={useLoaderData<typeof loader>()} />;
}
