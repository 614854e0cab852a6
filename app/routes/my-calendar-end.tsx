import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { ActPage } from '#app/form/act-page';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { calendarPolicy } from '#app/working-groups/calendar/policy';
import { endFeed } from '#app/working-groups/calendar/operations.server';
import { pressed } from '#app/working-groups/sessions/input.server';

export const handle = { access: { loader: 'signed_in', action: 'calendar:renew' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  return { title: textFor(languageOf(request, person), 'working-groups')('calendar.end') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const granted = permit(calendarPolicy.renew, person, { person_id: person.id });
  const reading = readForm(await fieldsOf(request), pressed, languageOf(request, person));
  if (!reading.ok) return reading.reply;
  const result = await endFeed(granted, occasionOf(context, reading.submission));
  return result.ok ? redirect(paths.myCalendar(), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function MyCalendarEnd() {
  const { title } = useLoaderData<typeof loader>();
  const t = useText('working-groups');
  return <ActPage above={[{ href: paths.myCalendar(), label: t('calendar.title') }]} act={title} follows={t('calendar.end_follows')} back={{ href: paths.myCalendar(), label: t('calendar.keep') }} last={useActionData<typeof action>()} />;
}
