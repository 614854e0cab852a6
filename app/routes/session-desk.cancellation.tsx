import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { cancelSession } from '#app/working-groups/operations.server';
import { sessionPolicy } from '#app/working-groups/policy';
import { SessionDesk } from '#app/working-groups/sessions/desk/desk';
import { cancellationInput } from '#app/working-groups/sessions/input.server';
import { findSession } from '#app/working-groups/sessions/queries.server';

export const handle = { access: { loader: 'session:desk', action: 'session:cancel' } };

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const session = await findSession(viewer, params['ref'] ?? '', { language, now: context.now });
  if (session === undefined) throw notFound();
  const granted = permit(sessionPolicy.cancel, viewer, session);
  const reading = readForm(await fieldsOf(request), cancellationInput, language);
  if (!reading.ok) return reading.reply;
  const occasion = occasionOf(context, reading.submission);
  const result = await cancelSession(granted, occasion, reading.value.reason);
  return result.ok ? redirect(paths.sessionDesk(session.ref), 303) : reading.answer(result.problems);
}

export default function Cancellation() {
  return <SessionDesk reply={{ act: 'cancellation', result: useActionData<typeof action>() }} />;
}
