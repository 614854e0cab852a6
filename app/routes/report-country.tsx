import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ExtractPage, extractMeta } from '#app/reporting/extracts/page';
import { ownPage } from '#app/reporting/own-reports/composers.server';

export const handle = { access: { loader: 'public' } };

export const loader = (asked: LoaderFunctionArgs) => ownPage(asked, 'country');

export const meta: MetaFunction<typeof loader> = ({ data }) => extractMeta(data);

export default function ReportCountry() {
  return <ExtractPage {...useLoaderData<typeof loader>()} />;
}
