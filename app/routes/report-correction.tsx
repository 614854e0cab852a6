import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { reportAt } from '#app/reporting/reports/desk-facts.server';
import { ErratumPage } from '#app/reporting/reports/errata/form-page';
import { correctReport } from '#app/reporting/reports/errata/operations.server';
import { correctionInput } from '#app/reporting/reports/input.server';
import { passagesOf } from '#app/reporting/reports/passages';
import { reportPolicy } from '#app/reporting/reports/policy';

export const handle = { access: { loader: 'report:correct', action: 'report:correct' } };

async function asked(args: LoaderFunctionArgs) {
  const found = await reportAt(args);
  return { ...found, granted: permit(reportPolicy.correct, found.viewer, found.report) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { report } = await asked(args);
  const { ref, title, version, edition } = report;
  return { report: { ref, title, version, edition }, passages: passagesOf(report) };
}

/** Begins the next edition. */
export async function action(args: ActionFunctionArgs) {
  const { report, language, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), correctionInput, language);
  if (!reading.ok) return reading.reply;
  const { passage, words, figures_change, counts_later } = reading.value;
  const result = await correctReport(granted, occasionOf(args.context, reading.submission), reading.version, { ...passage, words, language, figures_change, counts_later });
  return result.ok ? redirect(`${paths.reportEdit(report.ref)}#errata`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.report.title);

export default function Correction() {
  return <ErratumPage act="correction" {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
