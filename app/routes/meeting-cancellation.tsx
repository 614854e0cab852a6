import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ActPage, fieldIn } from '#app/form/act-page';
import { TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { cancelMeeting } from '#app/working-groups/meetings/operations.server';
import { meetingPolicy } from '#app/working-groups/meetings/policy';
import { meetingAt } from '#app/working-groups/meetings/request.server';
import { cancellationInput } from '#app/working-groups/sessions/input.server';

export const handle = { access: { loader: 'meeting:cancel', action: 'meeting:cancel' } };

export async function loader(args: LoaderFunctionArgs) {
  const { person, meeting } = await meetingAt(args);
  permit(meetingPolicy.cancel, person, meeting);
  return { ref: meeting.ref, title: meeting.title, registered: meeting.registered };
}

export async function action(args: ActionFunctionArgs) {
  const { person, view, meeting } = await meetingAt(args);
  const granted = permit(meetingPolicy.cancel, person, meeting);
  const reading = readForm(await fieldsOf(args.request), cancellationInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await cancelMeeting(granted, occasionOf(args.context, reading.submission), reading.value.reason);
  return result.ok ? redirect(paths.in(view.language).meeting(meeting.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function MeetingCancellation() {
  const { ref, title, registered } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('working-groups');
  const { language } = useLocale();
  const meeting = { href: paths.in(language).meeting(ref), label: title };
  return (
    <ActPage above={[meeting]} act={t('annual.cancel')} lede={title} follows={t('annual.follows.cancel', { count: registered, shown: formatNumber(language, registered) })} back={meeting} last={last}>
      <TextArea {...fieldIn(last)('reason')} label={t('desk.cancel_reason')} rows={3} maxLength={4000} required />
    </ActPage>
  );
}
