import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { outcomeInput } from '#app/working-groups/agenda/input.server';
import { treatAgendaItem } from '#app/working-groups/operations.server';
import { sessionPolicy } from '#app/working-groups/policy';
import { SessionDesk } from '#app/working-groups/sessions/desk/desk';
import { findSession } from '#app/working-groups/sessions/queries.server';

export const handle = { access: { loader: 'session:desk', action: 'session:run' } };

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const session = await findSession(viewer, params['ref'] ?? '', { language, now: context.now });
  if (session === undefined) throw notFound();
  const granted = permit(sessionPolicy.run, viewer, session);
  const reading = readForm(await fieldsOf(request), outcomeInput, language);
  if (!reading.ok) return reading.reply;
  const occasion = occasionOf(context, reading.submission);
  const result = await treatAgendaItem(granted, occasion, reading.value.item, reading.value.outcome, null);
  return result.ok ? redirect(`${paths.sessionDesk(session.ref)}#cur`, 303) : reading.answer(result.problems);
}

export default function Outcome() {
  return <SessionDesk reply={{ act: 'outcome', result: useActionData<typeof action>() }} />;
}
