import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { BallotPage } from '#app/working-groups/decisions/ballots/ballot';
import { voteInput } from '#app/working-groups/decisions/ballots/input.server';
import { ballotPolicy } from '#app/working-groups/decisions/ballots/policy';
import { ballotRef, findBallot } from '#app/working-groups/decisions/ballots/queries.server';
import { castVote } from '#app/working-groups/operations.server';
import { findSession } from '#app/working-groups/sessions/queries.server';

export const handle = { access: { loader: 'signed_in', action: 'ballot:vote' } };

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const session = await findSession(viewer, params['ref'] ?? '', { language, now: context.now });
  const facts = session === undefined ? undefined : await findBallot(viewer, session, params['id'] ?? '', false);
  if (facts === undefined) throw notFound();
  const granted = permit(ballotPolicy.vote, viewer, ballotRef(facts));
  const reading = readForm(await fieldsOf(request), voteInput, language);
  if (!reading.ok) return reading.reply;
  const result = await castVote(granted, occasionOf(context, reading.submission), reading.value);
  return result.ok ? redirect(`${paths.ballot(facts.session.ref, facts.ballot.id)}#own`, 303) : reading.answer(result.problems);
}

export default function Vote() {
  return <BallotPage reply={{ act: 'vote', result: useActionData<typeof action>() }} />;
}
