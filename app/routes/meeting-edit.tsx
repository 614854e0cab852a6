import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { zonesWith } from '#app/accounts/zones.server';
import { ActPage } from '#app/form/act-page';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { MeetingFields } from '#app/working-groups/meetings/form';
import { meetingInput } from '#app/working-groups/meetings/input.server';
import { editMeeting } from '#app/working-groups/meetings/operations.server';
import { meetingPolicy } from '#app/working-groups/meetings/policy';
import { meetingAt } from '#app/working-groups/meetings/request.server';

export const handle = { access: { loader: 'meeting:edit', action: 'meeting:edit' } };

export async function loader(args: LoaderFunctionArgs) {
  const { person, meeting } = await meetingAt(args);
  permit(meetingPolicy.edit, person, meeting);
  return { ref: meeting.ref, title: meeting.title, meeting, zones: zonesWith(meeting.time_zone) };
}

export async function action(args: ActionFunctionArgs) {
  const { person, view, meeting } = await meetingAt(args);
  const granted = permit(meetingPolicy.edit, person, meeting);
  const reading = readForm(await fieldsOf(args.request), meetingInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await editMeeting(granted, occasionOf(args.context, reading.submission), reading.version, reading.value);
  return result.ok ? redirect(paths.in(view.language).meeting(meeting.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function MeetingEdit() {
  const { ref, title, meeting: now, zones } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('working-groups');
  const meeting = { href: paths.in(useLocale().language).meeting(ref), label: title };
  return <ActPage above={[meeting]} act={t('annual.edit')} lede={title} follows={t('annual.follows.edit')} back={meeting} last={last} version={now.version}><MeetingFields last={last} now={now} zones={zones} within={now.group_visibility} /></ActPage>;
}
