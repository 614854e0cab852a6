import { index, prefix, route, type RouteConfig, type RouteConfigEntry } from '@remix-run/route-config';

/**
 * The table of contents: every address of the product, in the order of the menu. A module stands for one address;
 * its `handle.access` names who may read and who may act.
 */
const publicPages: RouteConfigEntry[] = [
  index('routes/home.tsx'),
  // Commitments
  // Countries
  // Members and coalitions
  // Financing
  // Reports
  // Working groups, sessions, decisions
  // Declaration and frameworks
  // Data
  // This site
];

const signedInPages: RouteConfigEntry[] = [
  // Accounts
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-in/demo', 'routes/sign-in-demo.tsx'),
  route('sign-in/continue', 'routes/sign-in-continue.tsx'),
  route('sign-in/forgotten', 'routes/forgotten.tsx'),
  route('password-resets/:secret', 'routes/password-reset.tsx'),
  route('invitations/:secret', 'routes/invitation.tsx'),
  route('sign-out', 'routes/sign-out.tsx'),
  route('confirm', 'routes/confirm.tsx'),
  route('my/account', 'routes/account.tsx'),
  route('my/account/password', 'routes/account-password.tsx'),
  route('people', 'routes/people.tsx'),
  route('people/:id', 'routes/person.tsx'),
  route('people/:id/invitation', 'routes/person-invitation.tsx'),
  route('people/:id/affiliations', 'routes/person-affiliations.tsx'),
  route('people/:id/affiliations/:affiliation/end', 'routes/affiliation-end.tsx'),
  route('people/:id/roles/:role/end', 'routes/role-end.tsx'),
  // My work
  // Commitments
  // Financing
  // Declaration
  // Working groups and sessions
  // Reporting
  // Imports
  // Administration
];

export default [
  index('routes/root-redirect.tsx', { id: 'root-redirect' }),
  ...prefix(':lang', publicPages),
  ...signedInPages,
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
