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
