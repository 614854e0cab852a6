import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { historyFor } from '#app/records/history/queries.server';
import { Trail } from '#app/records/history/trail';
import { MeetingPage } from '#app/working-groups/meetings/page';
import { meetingPolicy } from '#app/working-groups/meetings/policy';
import { attendanceByOrganisation, findMeeting, registrationBy, sessionsOfMeeting } from '#app/working-groups/meetings/queries.server';
import { meetingTrail } from '#app/working-groups/meetings/trail';
import { groupPolicy } from '#app/working-groups/policy';
import { takeawaysOfMeeting } from '#app/working-groups/takeaways/queries.server';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const meeting = await findMeeting(viewer, params['ref'] ?? '', view);
  if (meeting === undefined) throw notFound();
  const [sessions, attendance, takeaways, own, trail] = await Promise.all([
    sessionsOfMeeting(viewer, meeting, view), attendanceByOrganisation(viewer, meeting.id), takeawaysOfMeeting(viewer, meeting, view), registrationBy(viewer, meeting.id),
    historyFor(groupPolicy.history, viewer, meeting, 'meetings', meetingTrail),
  ]);
  return { meeting, sessions, attendance, takeaways, own, trail, leads: may(meetingPolicy.participants, viewer, meeting).allowed };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.meeting.title ?? ''} | Concord` }, { name: 'description', content: (data?.meeting.introduction ?? data?.meeting.title ?? '').slice(0, 300) },
];

export default function Meeting() {
  const { trail, ...facts } = useLoaderData<typeof loader>();
  return (
    <>
      <MeetingPage {...facts} />
      <Trail acts={trail} words={meetingTrail} />
    </>
  );
}
