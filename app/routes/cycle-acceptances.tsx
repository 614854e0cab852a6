import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { problem } from '#app/access/result';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { cycleAt } from '#app/reporting/cycles/request.server';
import { tickedInput } from '#app/reporting/updates/input.server';
import { acceptPassed, passedOf } from '#app/reporting/updates/passed.server';
import { PassedPage } from '#app/reporting/updates/passed-page';
import { listReviews } from '#app/reporting/updates/queries.server';

export const handle = { access: { loader: 'cycle:board', action: 'update:accept' } };

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { viewer, view, cycle } = await cycleAt(args);
  return { viewer, view, cycle, ...(await listReviews(permit(cyclePolicy.board, viewer, cycle), view)) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, cycle, reviews } = await asked(args);
  return { cycle, passed: passedOf(viewer, reviews), title: textFor(view.language, 'reporting')('acceptances.act') };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, view, cycle, reviews } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), tickedInput, view.language);
  if (!reading.ok) return reading.reply;
  const accepted = await acceptPassed(viewer, occasionOf(args.context, reading.submission), reviews, reading.value.update);
  return accepted === 0 ? reading.answer([problem('form:problems.changed_meanwhile')]) : redirect(`${paths.cycle(cycle.ref)}?all=${accepted}#review`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function CycleAcceptances() {
  return <PassedPage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
