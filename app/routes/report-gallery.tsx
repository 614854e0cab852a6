import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { textFor } from '#app/languages/catalogues.server';
import { Gallery } from '#app/reporting/figures/gallery';
import { figureGallery } from '#app/reporting/figures/gallery.server';
import { reportAt } from '#app/reporting/reports/desk-facts.server';

export const handle = { access: { loader: 'report:desk' } };

/** The figures that a text can be written around. */
export async function loader(args: LoaderFunctionArgs) {
  const { report, language } = await reportAt(args);
  return { report: { ref: report.ref, title: report.title }, figures: await figureGallery(report, { t: textFor(language, 'reporting'), language }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.report.title);

export default function ReportGallery() {
  return <Gallery {...useLoaderData<typeof loader>()} />;
}
