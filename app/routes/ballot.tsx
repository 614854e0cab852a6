import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findBallot } from '#app/working-groups/decisions/ballots/queries.server';
import { sessionPolicy } from '#app/working-groups/policy';
import { findSession } from '#app/working-groups/sessions/queries.server';

export const handle = { access: { loader: 'signed_in' } };

/** A ballot, for those inside the group; each act below it is a route of its own, which shows the same page with what was wrong. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const session = await findSession(viewer, params['ref'] ?? '', { language: languageOf(request, viewer), now: context.now });
  const facts = session === undefined ? undefined : await findBallot(viewer, session, params['id'] ?? '', may(sessionPolicy.desk, viewer, session).allowed);
  if (facts === undefined) throw notFound();
  return facts;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data === undefined ? undefined : `${data.session.ref} ${data.ballot.text.slice(0, 60)}`);

export default function BallotPages() {
  return <Outlet context={useLoaderData<typeof loader>()} />;
}
