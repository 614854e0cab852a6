import type { LoaderFunctionArgs } from '@remix-run/node';
import { personActor } from '#app/accounts/viewer.server';
import { textFor } from '#app/languages/catalogues.server';
import { isLanguage } from '#app/languages/language';
import { notFound } from '#app/platform/http/answers.server';
import { calendarAnswer } from '#app/working-groups/calendar/answer.server';
import { calendarOfPerson, ownerOfFeed } from '#app/working-groups/calendar/queries.server';

export const handle = { access: { loader: 'public' } };

/** The calendar of whoever has this address. The secret in it is all that is asked for, since calendar programs do not sign in. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const owner = await ownerOfFeed(params['secret'] ?? '');
  if (owner === undefined) throw notFound();
  const person = await personActor(owner, context.now);
  const view = { language: isLanguage(person.language) ? person.language : 'en', now: context.now } as const;
  return calendarAnswer(await calendarOfPerson(person, view), { name: textFor(view.language, 'working-groups')('calendar.name'), language: view.language, publicUrl: context.publicUrl, request, open: false });
}
