import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { factsOf } from '#app/reporting/sections/facts.server';
import { sectionAt } from '#app/reporting/sections/request.server';

export const handle = { access: { loader: 'report:desk' } };

/** What the page of a section shows; each act is an address below it, which shows the same page with what was wrong. */
export async function loader(args: LoaderFunctionArgs) {
  return factsOf(await sectionAt(args));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data === undefined ? undefined : `${data.section.position} ${data.report.title}`);

export default function ReportSectionPages() {
  return <Outlet context={useLoaderData<typeof loader>()} />;
}
