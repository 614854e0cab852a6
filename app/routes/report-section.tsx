import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { textFor } from '#app/languages/catalogues.server';
import { isLanguage } from '#app/languages/language';
import { textPieces } from '#app/reporting/publication/chapters.server';
import { reasonsOf, sectionAt } from '#app/reporting/sections/request.server';
import { findSectionText, sectionWriters } from '#app/reporting/sections/queries.server';

export const handle = { access: { loader: 'report:desk' } };

/** What the page of a section shows; each act is an address below it, which shows the same page with what was wrong. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, report, section, subject } = await sectionAt(args);
  const asked = new URL(args.request.url).searchParams.get('language') ?? undefined;
  const writing = isLanguage(asked) ? asked : report.authoritative;
  const [text, writers] = await Promise.all([findSectionText(viewer, section.id, writing), sectionWriters(viewer, report.coalition_id, args.context.now)]);
  const { body: _, ...rest } = section;
  const { ref, title, authoritative } = report;
  return {
    report: { ref, title, authoritative }, section: rest, writing, heading: text?.heading ?? '', body: text?.body ?? '',
    pieces: textPieces(text?.body ?? '', report, textFor(writing, 'reporting'), writing), writers, why: reasonsOf(viewer, subject),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data === undefined ? undefined : `${data.section.position} ${data.report.title}`);

export default function ReportSectionPages() {
  return <Outlet context={useLoaderData<typeof loader>()} />;
}
