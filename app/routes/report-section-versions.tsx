import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { languages } from '#app/languages/language';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { sectionAt } from '#app/reporting/sections/request.server';
import { listSavedTexts } from '#app/reporting/sections/texts/queries.server';
import { VersionsPage } from '#app/reporting/sections/texts/versions-page';

export const handle = { access: { loader: 'report:desk' } };

/** Every text of a section in one language; the last two beside each other, unless others are asked for. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, report, section, subject, writing } = await sectionAt(args);
  const versions = await listSavedTexts(viewer, section.id, writing);
  const asked = new URL(args.request.url).searchParams;
  const named = (name: string) => versions.find((one) => String(one.number) === asked.get(name));
  const newer = named('to') ?? versions[0];
  const older = named('from') ?? versions.find((one) => newer !== undefined && one.number < newer.number) ?? newer;
  const { position, heading, kind } = section;
  return {
    report: { ref: report.ref, title: report.title, zone: report.zone }, section: { position, heading, kind }, writing, languages, versions, older, newer, restores: may(sectionPolicy.restore, viewer, subject).allowed,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data === undefined ? undefined : `${data.section.position} ${data.report.title}`);

export default function SectionVersions() {
  return <VersionsPage {...useLoaderData<typeof loader>()} />;
}
