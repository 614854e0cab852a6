import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { BallotPage } from '#app/working-groups/decisions/ballots/ballot';
import { handsInput } from '#app/working-groups/decisions/ballots/input.server';
import { findBallot } from '#app/working-groups/decisions/ballots/queries.server';
import { enterVotes } from '#app/working-groups/operations.server';
import { sessionPolicy } from '#app/working-groups/policy';
import { findSession } from '#app/working-groups/sessions/queries.server';

export const handle = { access: { loader: 'signed_in', action: 'session:run' } };

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const session = await findSession(viewer, params['ref'] ?? '', { language, now: context.now });
  const facts = session === undefined ? undefined : await findBallot(viewer, session, params['id'] ?? '', false);
  if (facts === undefined) throw notFound();
  const granted = permit(sessionPolicy.run, viewer, facts.session);
  const reading = readForm(await fieldsOf(request), handsInput, language);
  if (!reading.ok) return reading.reply;
  const result = await enterVotes(granted, occasionOf(context, reading.submission), facts.ballot.id, reading.value.seats);
  return result.ok ? redirect(paths.ballot(facts.session.ref, facts.ballot.id), 303) : reading.answer(result.problems);
}

export default function Votes() {
  return <BallotPage reply={{ act: 'votes', result: useActionData<typeof action>() }} />;
}
