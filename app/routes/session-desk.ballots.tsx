import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { ballotInput } from '#app/working-groups/decisions/ballots/input.server';
import { openBallot } from '#app/working-groups/operations.server';
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
  const reading = readForm(await fieldsOf(request), ballotInput, language);
  if (!reading.ok) return reading.reply;
  const occasion = occasionOf(context, reading.submission);
  const result = await openBallot(granted, occasion, reading.value);
  return result.ok ? redirect(paths.ballot(session.ref, result.value.id), 303) : reading.answer(result.problems);
}

export default function Ballots() {
  return <SessionDesk reply={{ act: 'ballots', result: useActionData<typeof action>() }} />;
}
