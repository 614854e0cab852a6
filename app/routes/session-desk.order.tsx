import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { badRequest, notFound } from '#app/platform/http/answers.server';
import { orderInput } from '#app/working-groups/agenda/input.server';
import { moveAgendaItem, removeAgendaItem } from '#app/working-groups/operations.server';
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
  const reading = readForm(await fieldsOf(request), orderInput, language);
  if (!reading.ok) return reading.reply;
  const { up, down, off } = reading.value;
  const item = up ?? down ?? off;
  if (item === null) throw badRequest('No item was named.');
  const occasion = occasionOf(context, reading.submission);
  // Taking an item off is for before the meeting, and asks its own permission.
  const result = off === null ? await moveAgendaItem(granted, occasion, item, up === null ? 1 : -1) : await removeAgendaItem(permit(sessionPolicy.prepare, viewer, session), occasion, item);
  return result.ok ? redirect(`${paths.sessionDesk(session.ref)}#agenda`, 303) : reading.answer(result.problems);
}

export default function Order() {
  return <SessionDesk reply={{ act: 'order', result: useActionData<typeof action>() }} />;
}
