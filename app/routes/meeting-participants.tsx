import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { ErrorSummary } from '#app/form/error-summary';
import { summaryOf } from '#app/form/summary';
import { may } from '#app/access/permit';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { dayOf } from '#app/platform/clock';
import { participantsInput } from '#app/working-groups/meetings/input.server';
import { ParticipantsForm } from '#app/working-groups/meetings/participants';
import { meetingPolicy } from '#app/working-groups/meetings/policy';
import { participantsOf } from '#app/working-groups/meetings/queries.server';
import { noteParticipants } from '#app/working-groups/meetings/registration.server';
import { meetingAt } from '#app/working-groups/meetings/request.server';

export const handle = { access: { loader: 'meeting:participants', action: 'meeting:check_in' } };

export async function loader(args: LoaderFunctionArgs) {
  const { person, view, meeting } = await meetingAt(args);
  const people = await participantsOf(permit(meetingPolicy.participants, person, meeting));
  return { ref: meeting.ref, title: meeting.title, people, notes: may(meetingPolicy.checkIn, person, meeting).allowed && dayOf(view.now, meeting.time_zone) >= meeting.starts_on };
}

export async function action(args: ActionFunctionArgs) {
  const { person, view, meeting } = await meetingAt(args);
  const granted = permit(meetingPolicy.checkIn, person, meeting);
  const reading = readForm(await fieldsOf(args.request), participantsInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await noteParticipants(granted, occasionOf(args.context, reading.submission), reading.value.people);
  return result.ok ? redirect(paths.meetingAct(meeting.ref, 'participants'), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function MeetingParticipants() {
  const { ref, title, people, notes } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('working-groups');
  return (
    <>
      <Crumbs above={[{ href: paths.in(useLocale().language).meeting(ref), label: title }]} here={t('annual.participants')} />
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <Head tight title={t('annual.participants')} lede={t(notes ? 'annual.participants_note' : 'annual.participants_before')} />
      <ParticipantsForm people={people} notes={notes} />
    </>
  );
}
