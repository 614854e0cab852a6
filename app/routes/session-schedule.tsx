import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { zonesWith } from '#app/accounts/zones.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { recipientsOf } from '#app/working-groups/invitations/queries.server';
import { rescheduleSession } from '#app/working-groups/operations.server';
import { SchedulePage } from '#app/working-groups/planning/schedule-page';
import { sessionPolicy } from '#app/working-groups/policy';
import { scheduleInput } from '#app/working-groups/sessions/input.server';
import { findSession } from '#app/working-groups/sessions/queries.server';

export const handle = { access: { loader: 'session:reschedule', action: 'session:reschedule' } };

async function asked({ request, params, context }: { readonly request: Request; readonly params: LoaderFunctionArgs['params']; readonly context: AppLoadContext }) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const session = await findSession(viewer, params['ref'] ?? '', { language, now: context.now });
  if (session === undefined) throw notFound();
  return { session, language, granted: permit(sessionPolicy.reschedule, viewer, session) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { session } = await asked(args);
  const readers = session.status === 'convened' ? (await recipientsOf(session)).length : 0;
  return { session, readers, zones: zonesWith(session.time_zone), today: dayOf(args.context.now, session.time_zone) };
}

export async function action(args: ActionFunctionArgs) {
  const { session, language, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), scheduleInput, language);
  if (!reading.ok) return reading.reply;
  const result = await rescheduleSession(granted, occasionOf(args.context, reading.submission), { ...reading.value, version: reading.version });
  return result.ok ? redirect(paths.sessionDesk(session.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.session.title);

export default function SessionSchedule() {
  return <SchedulePage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
