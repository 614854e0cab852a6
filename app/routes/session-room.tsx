import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { notFound } from '#app/platform/http/answers.server';
import { checkInInput } from '#app/working-groups/live/input.server';
import { checkIn } from '#app/working-groups/live/operations.server';
import { roomPolicy } from '#app/working-groups/live/policy';
import { roomFactsOf } from '#app/working-groups/live/queries.server';
import { RoomPage } from '#app/working-groups/live/room';
import { seatedIn } from '#app/working-groups/live/seats.server';
import { sessionPolicy } from '#app/working-groups/policy';
import { findSession } from '#app/working-groups/sessions/queries.server';

export const handle = { access: { loader: 'session:attend', action: 'session:check_in' } };

async function asked({ request, params, context }: { request: Request; params: LoaderFunctionArgs['params']; context: AppLoadContext }) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const session = await findSession(viewer, params['ref'] ?? '', view);
  if (session === undefined) throw notFound();
  return { viewer, view, session, seated: { ...session, people: await seatedIn(database(), session, dayOf(view.now, session.time_zone)) } };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, session, seated } = await asked(args);
  permit(roomPolicy.attend, viewer, seated);
  return roomFactsOf(viewer, session, view, may(sessionPolicy.desk, viewer, session).allowed);
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, view, session, seated } = await asked(args);
  const granted = permit(roomPolicy.checkIn, viewer, seated);
  const reading = readForm(await fieldsOf(args.request), checkInInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await checkIn(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.sessionRoom(session.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data === undefined ? undefined : `${data.session.ref} ${data.session.title}`);

export default function SessionRoom() {
  return <RoomPage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
