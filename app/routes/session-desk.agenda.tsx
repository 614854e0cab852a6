import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { itemInput } from '#app/working-groups/agenda/input.server';
import { addAgendaItem } from '#app/working-groups/operations.server';
import { sessionPolicy } from '#app/working-groups/policy';
import { SessionDesk } from '#app/working-groups/sessions/desk/desk';
import { findSession } from '#app/working-groups/sessions/queries.server';

export const handle = { access: { loader: 'session:desk', action: 'session:edit' } };

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const session = await findSession(viewer, params['ref'] ?? '', { language, now: context.now });
  if (session === undefined) throw notFound();
  const granted = permit(sessionPolicy.edit, viewer, session);
  const reading = readForm(await fieldsOf(request), itemInput, language);
  if (!reading.ok) return reading.reply;
  const occasion = occasionOf(context, reading.submission);
  const result = await addAgendaItem(granted, occasion, { ...reading.value, commitment_id: null, node_id: null });
  return result.ok ? redirect(`${paths.sessionDesk(session.ref)}#agenda`, 303) : reading.answer(result.problems);
}

export default function Agenda() {
  return <SessionDesk reply={{ act: 'agenda', result: useActionData<typeof action>() }} />;
}
