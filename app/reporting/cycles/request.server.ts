import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { may } from '#app/access/permit';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { cyclePolicy } from './policy';
import { findCycle } from './queries.server';

/** Who asks about which cycle: its board is open to them, or it is absent. */
export async function cycleAt({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const cycle = await findCycle(viewer, params['ref'] ?? '', view.language);
  if (cycle === undefined || !may(cyclePolicy.board, viewer, cycle).allowed) throw notFound();
  return { viewer, view, cycle };
}
