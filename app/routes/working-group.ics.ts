import type { LoaderFunctionArgs } from '@remix-run/node';
import { anyone } from '#app/access/actor';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { calendarAnswer } from '#app/working-groups/calendar/answer.server';
import { calendarOfGroup } from '#app/working-groups/calendar/queries.server';
import { findGroup } from '#app/working-groups/queries.server';

export const handle = { access: { loader: 'public' } };

/** The public sessions of a group: the same file for whoever asks, since calendar programs do not sign in. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const group = await findGroup(anyone, params['ref'] ?? '', view);
  if (group === undefined) throw notFound();
  return calendarAnswer(await calendarOfGroup(group.id, view), { name: group.name, language: view.language, publicUrl: context.publicUrl, request, open: true });
}
