import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { leaveOut } from '#app/reporting/profiles/leaving.server';
import { LeavingPage } from '#app/reporting/profiles/leaving-page';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { onSection, sectionAct, sectionAt } from '#app/reporting/sections/request.server';
import { pressed } from '#app/reporting/updates/input.server';

export const handle = { access: { loader: 'report:leave_out', action: 'report:leave_out' } };

/** Chapters are never left out; one that was left out says so on its own page. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, report, section, subject } = await sectionAt(args);
  if (section.subject === null) throw notFound();
  permit(sectionPolicy.leaveOut, viewer, subject);
  const { position, heading, kind, version } = section;
  if (section.left_out_at !== null) throw redirect(paths.reportSection(report.ref, position), 303);
  return { report: { ref: report.ref, title: report.title }, section: { position, heading, kind, version }, named: report.replies.some((one) => one.section_id === section.id) };
}

export const action = (args: ActionFunctionArgs) => sectionAct(args, { rule: sectionPolicy.leaveOut, schema: pressed, subject: onSection, anchor: 'sections', run: (granted, { occasion, version }) => leaveOut(granted, occasion, version) });

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data === undefined ? undefined : `${data.section.position} ${data.report.title}`);

export default function Omission() {
  return <LeavingPage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
