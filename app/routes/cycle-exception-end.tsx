import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { isId } from '#app/platform/identity';
import { notFound } from '#app/platform/http/answers.server';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { cycleAt } from '#app/reporting/cycles/request.server';
import { endException } from '#app/reporting/cycles/settings.server';
import { pressed } from '#app/reporting/updates/input.server';

export const handle = { access: { loader: 'signed_in', action: 'cycle:except' } };

/** Exceptions stand on the page of all of them. */
export const loader = ({ params }: LoaderFunctionArgs) => redirect(paths.cycleAct(params['ref'] ?? '', 'exceptions'), 303);

export async function action(args: ActionFunctionArgs) {
  const { viewer, view, cycle, running } = await cycleAt(args);
  const granted = permit(cyclePolicy.except, viewer, running);
  const commitment = args.params['commitment'] ?? '';
  if (!isId(commitment)) throw notFound();
  const reading = readForm(await fieldsOf(args.request), pressed, view.language);
  if (!reading.ok) return reading.reply;
  const result = await endException(granted, occasionOf(args.context, reading.submission), commitment);
  if (!result.ok) throw reading.answer(result.problems);
  return redirect(paths.cycleAct(cycle.ref, 'exceptions'), 303);
}

export { Pressed as default, pressedMeta as meta } from '#app/site/pressed';
