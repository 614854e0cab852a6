import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ActPage, fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { SelectField } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { registrationInput } from '#app/working-groups/meetings/input.server';
import { waysOf } from '#app/working-groups/meetings/model';
import { organisationsOf, registrationBy } from '#app/working-groups/meetings/queries.server';
import { registerForMeeting } from '#app/working-groups/meetings/registration.server';
import { meetingPolicy } from '#app/working-groups/meetings/policy';
import { meetingAt } from '#app/working-groups/meetings/request.server';

export const handle = { access: { loader: 'meeting:register', action: 'meeting:register' } };

export async function loader(args: LoaderFunctionArgs) {
  const { person, meeting } = await meetingAt(args);
  permit(meetingPolicy.register, person, { ...meeting, person_id: person.id });
  return { ref: meeting.ref, title: meeting.title, ways: waysOf(meeting.mode), own: await registrationBy(person, meeting.id), organisations: await organisationsOf(person) };
}

export async function action(args: ActionFunctionArgs) {
  const { person, view, meeting } = await meetingAt(args);
  const granted = permit(meetingPolicy.register, person, { ...meeting, person_id: person.id });
  const reading = readForm(await fieldsOf(args.request), registrationInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await registerForMeeting(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.in(view.language).meeting(meeting.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function MeetingRegistration() {
  const { ref, title, ways, own, organisations } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const field = fieldIn(last);
  const t = useText('working-groups');
  const meeting = { href: paths.in(useLocale().language).meeting(ref), label: title };
  return (
    <ActPage above={[meeting]} act={t(own === undefined ? 'annual.register' : 'annual.change')} lede={title} follows={t('annual.follows.register')} back={meeting} last={last}
      before={own === undefined ? undefined : <p><a href={paths.meetingAct(ref, 'withdrawal')}>{t('annual.withdraw')}</a></p>}>
      {organisations.length > 0 && <SelectField {...field('organisation', own === undefined ? organisations[0]?.id : own.organisation_id ?? '')} label={t('annual.for')} options={organisations.map(({ id, name }) => ({ value: id, label: name }))} empty={t('annual.themselves')} width={30} />}
      <RadioField {...field('mode', own?.mode ?? ways[0])} label={t('annual.how')} choices={ways.map((value) => ({ value, label: t(`annual.way.${value}`) }))} required />
    </ActPage>
  );
}
