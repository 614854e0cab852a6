import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { ownExtension } from '#app/reporting/cycles/extensions/queries.server';
import { cycleState, takesUpdatesUntil } from '#app/reporting/cycles/model';
import { findCycle } from '#app/reporting/cycles/queries.server';
import { updatesInput } from '#app/reporting/updates/input.server';
import { UpdatesPage } from '#app/reporting/updates/page';
import { entriesFor, listEntries } from '#app/reporting/updates/queries.server';
import { sendUpdates } from '#app/reporting/updates/sending.server';

export const handle = { access: { loader: 'signed_in', action: 'update:write' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const cycle = await findCycle(viewer, params['cycle'] ?? '', view.language);
  if (cycle === undefined) throw notFound();
  const today = dayOf(context.now, cycle.time_zone);
  const extended = await ownExtension(viewer, cycle.id);
  const asked = new URL(request.url).searchParams;
  const counted = (name: string) => Math.min(999, Math.max(0, Number.parseInt(asked.get(name) ?? '0', 10) || 0));
  return {
    title: textFor(view.language, 'reporting')('updates.page', { year: cycle.year }), cycle, state: cycleState(cycle, today), today, extended, open: takesUpdatesUntil(cycle, today, extended),
    ...(await listEntries(viewer, cycle, view, (asked.get('after') ?? '').slice(0, 40))), done: { sent: counted('sent'), saved: counted('saved') },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const cycle = await findCycle(viewer, params['cycle'] ?? '', language);
  if (cycle === undefined) throw notFound();
  const reading = readForm(await fieldsOf(request), updatesInput, language);
  if (!reading.ok) return reading.reply;
  const { updates, send } = reading.value;
  const entries = await entriesFor(viewer, cycle, Object.keys(updates), { language, now: context.now });
  const { sent, saved, problems } = await sendUpdates({ viewer, cycleId: cycle.id, cycle: cycle.ref, today: dayOf(context.now, cycle.time_zone), entries, language, occasion: occasionOf(context) }, updates, send);
  return problems.length === 0 ? redirect(`${paths.updates(cycle.ref)}?sent=${sent}&saved=${saved}`, 303) : reading.answer(problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function Updates() {
  const loaded = useLoaderData<typeof loader>();
  return <UpdatesPage {...loaded} result={useActionData<typeof action>()} />;
}
