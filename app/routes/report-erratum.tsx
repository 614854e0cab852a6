import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { reportAt } from '#app/reporting/reports/desk-facts.server';
import { ErratumPage } from '#app/reporting/reports/errata/form-page';
import { addErratum } from '#app/reporting/reports/errata/operations.server';
import { erratumInput } from '#app/reporting/reports/input.server';
import { passagesOf } from '#app/reporting/reports/passages';
import { reportPolicy } from '#app/reporting/reports/policy';

export const handle = { access: { loader: 'report:add_erratum', action: 'report:add_erratum' } };

async function asked(args: LoaderFunctionArgs) {
  const found = await reportAt(args);
  return { ...found, granted: permit(reportPolicy.addErratum, found.viewer, found.report) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { report } = await asked(args);
  const { ref, title, version, edition } = report;
  return { report: { ref, title, version, edition }, passages: passagesOf(report) };
}

/** Says what else the next edition corrects. */
export async function action(args: ActionFunctionArgs) {
  const { report, language, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), erratumInput, language);
  if (!reading.ok) return reading.reply;
  const { passage, words } = reading.value;
  const result = await addErratum(granted, occasionOf(args.context, reading.submission), { ...passage, words, language });
  return result.ok ? redirect(`${paths.reportEdit(report.ref)}#errata`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.report.title);

export default function AnotherErratum() {
  return <ErratumPage act="errata" {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
