import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { ExceptionsPage } from '#app/reporting/cycles/exceptions-page';
import { exceptionInput } from '#app/reporting/cycles/input.server';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { listExceptions } from '#app/reporting/cycles/queries.server';
import { cycleAt } from '#app/reporting/cycles/request.server';
import { exceptFromCycle } from '#app/reporting/cycles/settings.server';

export const handle = { access: { loader: 'cycle:except', action: 'cycle:except' } };

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { viewer, view, cycle, running } = await cycleAt(args);
  return { viewer, view, cycle, granted: permit(cyclePolicy.except, viewer, running) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, cycle } = await asked(args);
  return { cycle, exceptions: await listExceptions(permit(cyclePolicy.board, viewer, cycle), view), title: textFor(view.language, 'reporting')('exception.act') };
}

export async function action(args: ActionFunctionArgs) {
  const { view, cycle, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), exceptionInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await exceptFromCycle(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.cycleAct(cycle.ref, 'exceptions'), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function CycleExceptions() {
  return <ExceptionsPage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
