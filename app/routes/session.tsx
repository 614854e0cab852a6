import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { requireLanguage } from '#app/languages/request.server';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { historyFor } from '#app/records/history/queries.server';
import { Trail } from '#app/records/history/trail';
import { commitmentsAnswering } from '#app/working-groups/answers/queries.server';
import { ballotsOf } from '#app/working-groups/decisions/ballots/queries.server';
import { decisionsOfSession } from '#app/working-groups/decisions/queries.server';
import { isInvited } from '#app/working-groups/invitations/queries.server';
import { papersOf } from '#app/working-groups/papers/queries.server';
import { groupPolicy, sessionPolicy } from '#app/working-groups/policy';
import { findSession } from '#app/working-groups/sessions/queries.server';
import { actionsOf, agendaOf, roomOf } from '#app/working-groups/sessions/record.server';
import { SessionPage } from '#app/working-groups/sessions/session';
import { takeawaysOfSession } from '#app/working-groups/takeaways/queries.server';
import { sessionTrail } from '#app/working-groups/trail';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const session = await findSession(viewer, params['ref'] ?? '', view);
  if (session === undefined) throw notFound();
  const [agenda, room, decisions, actions, ballots, commitments, takeaways, trail] = await Promise.all([
    agendaOf(viewer, session, view), roomOf(session, 'consented'), decisionsOfSession(viewer, session.id, view), actionsOf(session), ballotsOf(session),
    commitmentsAnswering(viewer, { session: session.id }, view), takeawaysOfSession(viewer, session.id, view), historyFor(groupPolicy.history, viewer, session, 'sessions', sessionTrail),
  ]);
  return {
    session, agenda, papers: await papersOf(viewer, session.id, view), room, decisions, actions, ballots, commitments, takeaways, trail, today: dayOf(context.now), ownZone: viewer.kind === 'person' ? viewer.time_zone : undefined,
    leads: may(sessionPolicy.desk, viewer, session).allowed, invited: session.status === 'convened' && (await isInvited(viewer, session.id)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.session.title ?? ''} | Concord` },
  { name: 'description', content: data === undefined ? '' : (data.session.summary ?? `${data.session.group_name}, ${data.session.ref}`).slice(0, 300) },
];

export default function Session() {
  const { trail, ...facts } = useLoaderData<typeof loader>();
  return (
    <>
      <SessionPage {...facts} />
      <Trail acts={trail} words={sessionTrail} />
    </>
  );
}
