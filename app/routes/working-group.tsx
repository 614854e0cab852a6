import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { todayOf } from '#app/commitments/readable.server';
import { requireLanguage } from '#app/languages/request.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { historyFor } from '#app/records/history/queries.server';
import { Trail } from '#app/records/history/trail';
import { outcomePolicy } from '#app/reporting/outcomes/policy';
import { outcomesOfGroup } from '#app/reporting/outcomes/queries.server';
import { OutcomesSection } from '#app/reporting/outcomes/section';
import { ProfileLink } from '#app/reporting/profiles/link';
import { profileOf } from '#app/reporting/profiles/queries.server';
import { commitmentsAnswering } from '#app/working-groups/answers/queries.server';
import { arcOfGroup } from '#app/working-groups/arc/queries.server';
import { decisionsOfGroup } from '#app/working-groups/decisions/queries.server';
import { coverageOf } from '#app/working-groups/dimensions/queries.server';
import { GroupPage } from '#app/working-groups/group';
import { clausesOfGroup, lifeFor } from '#app/working-groups/life/queries.server';
import { meetingPolicy } from '#app/working-groups/meetings/policy';
import { listMeetings } from '#app/working-groups/meetings/queries.server';
import { placeIn } from '#app/working-groups/backlog/queries.server';
import { groupPolicy } from '#app/working-groups/policy';
import { proceduresOfGroup } from '#app/working-groups/procedures/queries.server';
import { findGroup, seatsOfGroup } from '#app/working-groups/queries.server';
import { recommendationsOfGroup } from '#app/working-groups/recommendations/queries.server';
import { sessionsOfGroup } from '#app/working-groups/sessions/queries.server';
import { groupTrail } from '#app/working-groups/trail';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const group = await findGroup(viewer, params['ref'] ?? '', view);
  if (group === undefined) throw notFound();
  if (group.ref !== params['ref']) throw redirect(paths.in(view.language).workingGroup(group.ref));
  const [meetings, seats, sessions, decisions, procedures, recommendations, commitments, coverage, arc, trail, life, clauses, outcomes] = await Promise.all([
    group.kind === 'plenary' ? listMeetings(viewer, view, group.id) : [],
    seatsOfGroup(viewer, group.id, view), sessionsOfGroup(viewer, group.id, view), decisionsOfGroup(viewer, group.id, view),
    proceduresOfGroup(viewer, group.id, view), recommendationsOfGroup(viewer, group.id, view), commitmentsAnswering(viewer, { group: group.id }, view), coverageOf(viewer, group.id, view), arcOfGroup(viewer, group, view),
    historyFor(groupPolicy.history, viewer, { ...group, working_group_id: group.id }, 'working_groups', groupTrail), lifeFor(viewer, group, view), clausesOfGroup(viewer, group.id, view), outcomesOfGroup(viewer, group.id, view),
  ]);
  return { group, profile: await profileOf(viewer, { kind: 'group', ref: group.ref }, view), meetings, plans: may(meetingPolicy.plan, viewer, group).allowed, seats, sessions, decisions, procedures, recommendations, commitments, coverage, arc, life, clauses, outcomes, compose: may(outcomePolicy.compose, viewer, group).allowed ? group.ref : undefined, today: todayOf(view), trail, leads: may(groupPolicy.plan, viewer, group).allowed, inside: (await placeIn(viewer, group.id, view)).inside };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.group.name ?? ''} | Concord` }, { name: 'description', content: (data?.group.mandate ?? data?.group.name ?? '').slice(0, 300) }];

export default function WorkingGroup() {
  const { trail, outcomes, compose, profile, ...facts } = useLoaderData<typeof loader>();
  return (
    <>
      <GroupPage {...facts} />
      <ProfileLink profile={profile} />
      <OutcomesSection outcomes={outcomes} compose={compose} />
      <Trail acts={trail} words={groupTrail} />
    </>
  );
}
