import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { renewCode } from '#app/working-groups/live/operations.server';
import { sessionPolicy } from '#app/working-groups/policy';
import { SessionDesk } from '#app/working-groups/sessions/desk/desk';
import { pressed } from '#app/working-groups/sessions/input.server';
import { findSession } from '#app/working-groups/sessions/queries.server';

export const handle = { access: { loader: 'session:desk', action: 'session:run' } };

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const session = await findSession(viewer, params['ref'] ?? '', { language, now: context.now });
  if (session === undefined) throw notFound();
  const granted = permit(sessionPolicy.run, viewer, session);
  const reading = readForm(await fieldsOf(request), pressed, language);
  if (!reading.ok) return reading.reply;
  const result = await renewCode(granted, occasionOf(context, reading.submission));
  return result.ok ? redirect(`${paths.sessionDesk(session.ref)}#code`, 303) : reading.answer(result.problems);
}

export default function Code() {
  return <SessionDesk reply={{ act: 'code', result: useActionData<typeof action>() }} />;
}
