import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { may } from '#app/access/permit';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { cyclePolicy } from './policy';
import { findCycle } from './queries.server';

/** Who asks about which cycle: its board is open to them, or it is absent. `running` is what its acts are decided on. */
export async function cycleAt({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs, named = 'ref') {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const cycle = await findCycle(viewer, params[named] ?? '', view.language);
  if (cycle === undefined || !may(cyclePolicy.board, viewer, cycle).allowed) throw notFound();
  return { viewer, view, cycle, running: { ...cycle, published: cycle.published_at !== null } };
}
