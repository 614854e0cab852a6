import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { calendarAnswer } from '#app/working-groups/calendar/answer.server';
import { calendarOfSession } from '#app/working-groups/calendar/queries.server';

export const handle = { access: { loader: 'public' } };

/** One session for a calendar, as far as the viewer may see it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const entry = await calendarOfSession(await context.viewer(), params['ref'] ?? '', view);
  if (entry === undefined) throw notFound();
  return calendarAnswer([entry], { name: entry.title, language: view.language, publicUrl: context.publicUrl, request, open: false });
}
