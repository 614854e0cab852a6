import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { ConveningPage } from '#app/working-groups/invitations/convening';
import { recipientsOf } from '#app/working-groups/invitations/queries.server';
import { conveneSession } from '#app/working-groups/operations.server';
import { sessionPolicy } from '#app/working-groups/policy';
import { pressed } from '#app/working-groups/sessions/input.server';
import { isShortNotice } from '#app/working-groups/sessions/model';
import { findSession } from '#app/working-groups/sessions/queries.server';
import { agendaOf } from '#app/working-groups/sessions/record.server';

export const handle = { access: { loader: 'session:desk', action: 'session:convene' } };

/** Before anything is sent: to whom, when and where, and with which agenda. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const session = await findSession(viewer, params['ref'] ?? '', view);
  if (session === undefined) throw notFound();
  permit(sessionPolicy.desk, viewer, session);
  const [agenda, recipients] = await Promise.all([agendaOf(viewer, session, view), recipientsOf(session)]);
  const short = isShortNotice(dayOf(view.now, session.time_zone), dayOf(session.starts_at, session.time_zone), session.notice_days);
  return { session, agenda, recipients, short, ownZone: viewer.time_zone };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const session = await findSession(viewer, params['ref'] ?? '', { language, now: context.now });
  if (session === undefined) throw notFound();
  const granted = permit(sessionPolicy.convene, viewer, session);
  const reading = readForm(await fieldsOf(request), pressed, language);
  if (!reading.ok) return reading.reply;
  const occasion = occasionOf(context, reading.submission);
  const result = await conveneSession(granted, occasion);
  return result.ok ? redirect(paths.sessionDesk(session.ref), 303) : reading.answer(result.problems);
}

export default function Convening() {
  return <ConveningPage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
