import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { chosenIn, profilesInput } from '#app/reporting/profiles/input.server';
import { addProfiles } from '#app/reporting/profiles/operations.server';
import { ProfilesPage } from '#app/reporting/profiles/page';
import { profileChoices } from '#app/reporting/profiles/queries.server';
import { reportAt } from '#app/reporting/reports/desk-facts.server';
import { reportPolicy } from '#app/reporting/reports/policy';

export const handle = { access: { loader: 'report:add_profiles', action: 'report:add_profiles' } };

async function asked(args: LoaderFunctionArgs) {
  const found = await reportAt(args);
  return { ...found, granted: permit(reportPolicy.addProfiles, found.viewer, found.report) };
}

/** Who can get a profile, and who would, of those that are chosen. */
export async function loader(args: LoaderFunctionArgs) {
  const { report, viewer, language, now } = await asked(args);
  const chosen = chosenIn(new URL(args.request.url).searchParams);
  const { ref, title } = report;
  return { report: { ref, title }, chosen, ...(await profileChoices(viewer, { report, language, now }, chosen)) };
}

/** Adds those that the page showed. */
export async function action(args: ActionFunctionArgs) {
  const { report, language, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), profilesInput, language);
  if (!reading.ok) return reading.reply;
  const result = await addProfiles(granted, occasionOf(args.context, reading.submission), reading.value.subjects);
  return result.ok ? redirect(`${paths.reportEdit(report.ref)}#profiles`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.report.title);

export default function ReportProfiles() {
  return <ProfilesPage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
