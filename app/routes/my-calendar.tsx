import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { newSecret } from '#app/accounts/secrets.server';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { derivedSecret } from '#app/platform/secret.server';
import { calendarPolicy } from '#app/working-groups/calendar/policy';
import { renewFeed } from '#app/working-groups/calendar/operations.server';
import { CalendarPage } from '#app/working-groups/calendar/page';
import { feedOf } from '#app/working-groups/calendar/queries.server';
import { pressed } from '#app/working-groups/sessions/input.server';

export const handle = { access: { loader: 'signed_in', action: 'calendar:renew' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  return { title: textFor(languageOf(request, person), 'working-groups')('calendar.title'), since: (await feedOf(person.id)) ?? null, zone: person.time_zone };
}

/** The address is shown in the answer, once. The secret comes from the key of the form, so that pressing twice gives one address. */
export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const granted = permit(calendarPolicy.renew, person, { person_id: person.id });
  const reading = readForm(await fieldsOf(request), pressed, languageOf(request, person));
  if (!reading.ok) return reading.reply;
  const secret = reading.submission === undefined ? newSecret() : derivedSecret(`calendar:${person.id}:${reading.submission}`);
  const result = await renewFeed(granted, occasionOf(context, reading.submission), secret);
  return result.ok ? data({ address: `${context.publicUrl}${paths.calendarFeed(secret)}` }, { headers: { 'Cache-Control': 'no-store' } }) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => privateMeta(facts?.title);

export default function MyCalendar() {
  const answer = useActionData<typeof action>();
  return <CalendarPage {...useLoaderData<typeof loader>()} address={answer !== undefined && 'address' in answer ? answer.address : undefined} />;
}
