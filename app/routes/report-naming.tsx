import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { reportAt } from '#app/reporting/reports/desk-facts.server';
import { passagesOf } from '#app/reporting/reports/passages';
import { reportPolicy } from '#app/reporting/reports/policy';
import { namingInput } from '#app/reporting/reports/replies/input.server';
import { namedChoices } from '#app/reporting/reports/replies/choices.server';
import { NamingPage } from '#app/reporting/reports/replies/naming-page';
import { nameMember } from '#app/reporting/reports/replies/operations.server';

export const handle = { access: { loader: 'report:name', action: 'report:name' } };

async function asked(args: LoaderFunctionArgs) {
  const found = await reportAt(args);
  return { ...found, granted: permit(reportPolicy.name, found.viewer, found.report) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { report, viewer, language } = await asked(args);
  const { ref, title } = report;
  return { report: { ref, title }, passages: passagesOf(report), members: await namedChoices(viewer, report.coalition_id, language) };
}

/** Names a member that the report speaks of; nobody is written to before the window opens. */
export async function action(args: ActionFunctionArgs) {
  const { report, viewer, language, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), namingInput, language);
  if (!reading.ok) return reading.reply;
  const { passage, member, about } = reading.value;
  const known = (await namedChoices(viewer, report.coalition_id, language)).some((group) => group.options.some(({ value }) => value === member));
  if (!known) return reading.answer([{ field: 'member', code: 'reporting:problems.member_needed' }]);
  const isCountry = member.length === 2;
  const named = { organisation_id: isCountry ? null : member, country_iso2: isCountry ? member : null };
  const result = await nameMember(granted, occasionOf(args.context, reading.submission), { ...passage, ...named, about, language });
  return result.ok ? redirect(`${paths.reportEdit(report.ref)}#replies`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.report.title);

export default function Naming() {
  return <NamingPage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
