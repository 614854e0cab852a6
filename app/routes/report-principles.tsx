import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { composePrinciples } from '#app/reporting/extracts/composers.server';
import { ExtractPage, extractMeta } from '#app/reporting/extracts/page';
import { readExtract } from '#app/reporting/extracts/request.server';

export const handle = { access: { loader: 'public' } };

export const loader = (asked: LoaderFunctionArgs) => readExtract(asked, composePrinciples);

export const meta: MetaFunction<typeof loader> = ({ data }) => extractMeta(data);

export default function ReportPrinciples() {
  return <ExtractPage {...useLoaderData<typeof loader>()} />;
}
