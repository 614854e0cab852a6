import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** Members and coalitions: pages for who is signed in. */
export const membersPages: RouteConfigEntry[] = [
  route('applications/:secret', 'routes/application-link.tsx'),
  route('members/duplicates', 'routes/duplicates.tsx'),
  route('members/duplicates/decisions', 'routes/duplicate-decisions.tsx'),
  route('members/duplicates/:id', 'routes/duplicate.tsx'),
  route('members/applications', 'routes/applications.tsx'),
  route('members/applications/invitation', 'routes/application-invitation.tsx'),
  route('members/applications/:ref', 'routes/application.tsx'),
  ...['approval', 'question', 'refusal'].map((act) => route(`members/applications/:ref/${act}`, `routes/application-${act}.tsx`)),
  route('members/new', 'routes/member-new.tsx'),
  route('members/:ref/edit', 'routes/member-edit.tsx'),
  route('members/:ref/admission', 'routes/member-admission.tsx'),
  route('members/:ref/handover', 'routes/member-handover.tsx'),
  route('handovers/:id', 'routes/handover.tsx'),
  ...['acceptance', 'refusal', 'withdrawal'].map((act) => route(`handovers/:id/${act}`, `routes/handover-${act}.tsx`)),
  route('memberships/:id/end', 'routes/membership-end.tsx'),
  ...['suspension', 'reinstatement', 'category', 'withdrawal', 'adherences'].map((act) => route(`memberships/:id/${act}`, `routes/membership-${act}.tsx`)),
  route('adherences/:id/confirmation', 'routes/adherence-confirmation.tsx'),
  route('adherences/:id/revocation', 'routes/adherence-revocation.tsx'),
  route('coalitions/new', 'routes/coalition-new.tsx'),
  route('coalitions/:slug/edit', 'routes/coalition-edit.tsx'),
  route('coalitions/:slug/state', 'routes/coalition-state.tsx'),
];
