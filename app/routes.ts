import { index, prefix, route, type RouteConfig } from '@remix-run/route-config';
import { accountsPages } from './route-table/accounts';
import { administrationPages } from './route-table/administration';
import { commitmentsPages } from './route-table/commitments';
import { countriesPages } from './route-table/countries';
import { declarationPages } from './route-table/declaration';
import { financingPages } from './route-table/financing';
import { membersPages } from './route-table/members';
import { publicPages } from './route-table/public';
import { reportingPages } from './route-table/reporting';
import { workingGroupsPages } from './route-table/working-groups';

/**
 * The table of contents: every address of the product, told in `route-table/` by part. A module stands for one address;
 * its `handle.access` names who may read and who may act.
 */
export default [
  index('routes/root-redirect.tsx', { id: 'root-redirect' }),
  ...prefix(':lang', publicPages),
  ...accountsPages,
  ...membersPages,
  ...commitmentsPages,
  ...countriesPages,
  ...financingPages,
  ...declarationPages,
  ...workingGroupsPages,
  ...reportingPages,
  ...administrationPages,
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
