import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ActPage } from '#app/form/act-page';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { announceMeeting } from '#app/working-groups/meetings/operations.server';
import { meetingPolicy } from '#app/working-groups/meetings/policy';
import { meetingAt } from '#app/working-groups/meetings/request.server';
import { pressed } from '#app/working-groups/sessions/input.server';

export const handle = { access: { loader: 'meeting:announce', action: 'meeting:announce' } };

export async function loader(args: LoaderFunctionArgs) {
  const { person, meeting } = await meetingAt(args);
  permit(meetingPolicy.announce, person, meeting);
  return { ref: meeting.ref, title: meeting.title };
}

export async function action(args: ActionFunctionArgs) {
  const { person, view, meeting } = await meetingAt(args);
  const granted = permit(meetingPolicy.announce, person, meeting);
  const reading = readForm(await fieldsOf(args.request), pressed, view.language);
  if (!reading.ok) return reading.reply;
  const result = await announceMeeting(granted, occasionOf(args.context, reading.submission));
  return result.ok ? redirect(paths.in(view.language).meeting(meeting.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function MeetingAnnouncement() {
  const { ref, title } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('working-groups');
  const meeting = { href: paths.in(useLocale().language).meeting(ref), label: title };
  return <ActPage above={[meeting]} act={t('annual.announce')} lede={title} follows={t('annual.follows.announce')} back={meeting} last={last} />;
}
