import { index, route, type RouteConfigEntry } from '@remix-run/route-config';

/** Working groups, sessions and what comes of them: pages for who is signed in. */
export const workingGroupsPages: RouteConfigEntry[] = [
  route('working-groups/new', 'routes/group-new.tsx'),
  ...['charter', 'commencement', 'reporting', 'conclusion', 'dissolution'].map((act) => route(`working-groups/:ref/${act}`, `routes/group-${act}.tsx`)),
  route('working-groups/:ref/terms/new', 'routes/group-terms-new.tsx'),
  route('working-groups/:ref/dimensions', 'routes/group-dimensions.tsx'),
  route('working-groups/:ref/dimensions/:dimension', 'routes/group-dimension.tsx'),
  route('working-groups/:ref/chair', 'routes/group-chair.tsx'),
  route('working-groups/:ref/seats', 'routes/group-seats.tsx'),
  ...['change', 'leave', 'end'].map((act) => route(`working-groups/:ref/seats/:seat/${act}`, `routes/group-seat-${act}.tsx`)),
  route('meetings/new', 'routes/meeting-new.tsx'),
  ...['edit', 'announcement', 'cancellation', 'registration', 'withdrawal', 'participants'].map((act) => route(`meetings/:ref/${act}`, `routes/meeting-${act}.tsx`)),
  route('sessions/:ref/room', 'routes/session-room.tsx'),
  route('sessions/:ref/takeaways', 'routes/session-takeaways.tsx'),
  route('takeaways/:ref/recommendation', 'routes/takeaway-recommendation.tsx'),
  route('takeaways/:ref/withdrawal', 'routes/takeaway-withdrawal.tsx'),
  route('working-groups/:ref/proposals', 'routes/group-proposals.tsx'),
  ...['answer', 'withdrawal'].map((act) => route(`proposals/:id/${act}`, `routes/proposal-${act}.tsx`)),
  route('working-groups/:ref/past', 'routes/group-past.tsx'),
  route('working-groups/:ref/desk', 'routes/group-desk.tsx', [
    index('routes/group-desk.index.tsx'),
    route('sessions', 'routes/group-desk.sessions.tsx'),
    route('recommendations', 'routes/group-desk.recommendations.tsx'),
  ]),
  route('sessions/:ref/agenda/:item', 'routes/agenda-item.tsx', [route('papers', 'routes/agenda-item.papers.tsx')]),
  ...['openness', 'removal'].map((act) => route(`papers/:id/${act}`, `routes/paper-${act}.tsx`)),
  route('papers/:id', 'routes/paper.tsx'),
  route('sessions/:ref/schedule', 'routes/session-schedule.tsx'),
  route('sessions/:ref/invitation', 'routes/session-invitation.tsx'),
  route('sessions/:ref/minutes', 'routes/minutes-work.tsx', [
    index('routes/minutes-work.index.tsx'),
    ...['draft', 'guests', 'links', 'correction', 'amendments', 'answers', 'withdrawals', 'seconding', 'approval', 'publication', 'errata'].map((act) => route(act, `routes/minutes-work.${act}.tsx`)),
  ]),
  route('sessions/:ref/minutes/passages/:position', 'routes/minutes-passage.tsx'),
  route('sessions/:ref/desk', 'routes/session-desk.tsx', [
    index('routes/session-desk.index.tsx'),
    ...['agenda', 'order', 'convening', 'start', 'attendance', 'outcome', 'decisions', 'confirmation', 'actions', 'notes', 'adjournment', 'publication', 'cancellation', 'ballots', 'extension', 'code']
      .map((act) => route(act, `routes/session-desk.${act}.tsx`)),
  ]),
  route('sessions/:ref/ballots/:id', 'routes/ballot.tsx', [index('routes/ballot.index.tsx'), ...['vote', 'votes', 'closing', 'withdrawal'].map((act) => route(act, `routes/ballot.${act}.tsx`))]),
  route('working-groups/:ref/procedures', 'routes/procedure-new.tsx'),
  ...['vote', 'withdrawal'].map((act) => route(`procedures/:ref/${act}`, `routes/procedure-${act}.tsx`)),
  ...['edit', 'addressees', 'issue', 'finality', 'endorsement', 'implementation', 'closing', 'successor'].map((act) => route(`recommendations/:ref/${act}`, `routes/recommendation-${act}.tsx`)),
  route('recommendations/:ref/responses/:party', 'routes/recommendation-response.tsx'),
  ...['start', 'completion', 'blocking', 'rescheduling', 'reassignment', 'reopening', 'cancellation'].map((act) => route(`actions/:ref/${act}`, `routes/action-${act}.tsx`)),
];
