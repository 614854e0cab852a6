import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { nameCoalitions } from '#app/coalitions/queries.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { isId } from '#app/platform/identity';
import { cycleInput } from '#app/reporting/cycles/input.server';
import { CyclesPage } from '#app/reporting/cycles/list';
import { cycleState } from '#app/reporting/cycles/model';
import { planCycle } from '#app/reporting/cycles/operations.server';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { listCycles } from '#app/reporting/cycles/queries.server';

export const handle = { access: { loader: 'signed_in', action: 'cycle:plan' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const today = dayOf(context.now);
  const [cycles, coalitions] = await Promise.all([listCycles(viewer, language), nameCoalitions({ language, now: context.now })]);
  return {
    title: textFor(language, 'reporting')('cycles.title'), year: Number(today.slice(0, 4)),
    cycles: cycles.map((cycle) => ({ ...cycle, state: cycleState(cycle, dayOf(context.now, cycle.time_zone)), board: may(cyclePolicy.board, viewer, cycle).allowed })),
    coalitions: coalitions.filter((one) => may(cyclePolicy.plan, viewer, { coalition_id: one.id }).allowed).map(({ id, name }) => ({ value: id, label: name })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const fields = await fieldsOf(request);
  const asked = fields.get('coalition_id');
  const granted = permit(cyclePolicy.plan, viewer, { coalition_id: typeof asked === 'string' && isId(asked) ? asked : '' });
  const reading = readForm(fields, cycleInput, languageOf(request, viewer));
  if (!reading.ok) return reading.reply;
  const { coalition_id: _, ...form } = reading.value;
  const result = await planCycle(granted, occasionOf(context, reading.submission), form);
  return result.ok ? redirect(paths.cycle(result.value.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function Cycles() {
  return <CyclesPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />;
}
