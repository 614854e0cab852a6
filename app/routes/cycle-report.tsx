import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { findCycle } from '#app/reporting/cycles/queries.server';
import { planReport } from '#app/reporting/reports/operations.server';
import { outlineOf } from '#app/reporting/reports/outline.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { reportOfCycle } from '#app/reporting/reports/queries.server';
import { pressed } from '#app/reporting/updates/input.server';

export const handle = { access: { loader: 'signed_in', action: 'report:plan' } };

/** The report of a cycle has its own address; this one only plans it. */
export async function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.cycle(params['ref'] ?? ''), 303);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const cycle = await findCycle(viewer, params['ref'] ?? '', language);
  if (cycle === undefined) throw notFound();
  const granted = permit(reportPolicy.plan, viewer, { coalition_id: cycle.coalition_id, cycle_id: cycle.id });
  const reading = readForm(await fieldsOf(request), pressed, language);
  if (!reading.ok) return reading.reply;
  const result = await planReport(granted, occasionOf(context, reading.submission), outlineOf(cycle.year, language));
  // Somebody else may have planned it a moment ago: then it is there, which is what was wanted.
  const planned = result.ok ? result.value : await reportOfCycle(viewer, cycle.id);
  return redirect(planned === undefined ? paths.cycle(cycle.ref) : paths.reportEdit(planned.ref), 303);
}

export { Pressed as default, pressedMeta as meta } from '#app/site/pressed';
