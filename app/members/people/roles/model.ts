import type { RoleName, Scope } from '#app/access/actor';

/** Where a role can count. `platform` is everywhere. */
export const scopeKinds = ['platform', 'coalition', 'organisation', 'working_group', 'country'] as const;
export type ScopeKind = (typeof scopeKinds)[number];

/** PE-6: the scopes that each role can have; the first is the usual one. */
export const roleScopes: Readonly<Record<RoleName, readonly ScopeKind[]>> = {
  platform_admin: ['platform'],
  secretariat_lead: ['coalition', 'platform'],
  secretariat_officer: ['coalition', 'platform'],
  reviewer: ['coalition', 'platform'],
  auditor: ['platform', 'coalition'],
  section_editor: ['coalition', 'platform'],
  org_admin: ['organisation'],
  focal_point: ['organisation', 'country'],
  deputy_focal_point: ['organisation', 'country'],
  wg_chair: ['working_group'],
  wg_cochair: ['working_group'],
  wg_secretary: ['working_group'],
  wg_member: ['working_group'],
  country_coordinator: ['country'],
};

/** PE-10: roles in a working group that come with a seat. */
export type SeatedRole = Extract<RoleName, 'wg_chair' | 'wg_cochair' | 'wg_secretary'>;

/** The one thing a role counts in; all null is the platform. */
export type RoleScope = { readonly [Key in keyof Required<Scope>]: string | null };

export const platform: RoleScope = { coalition_id: null, organisation_id: null, working_group_id: null, country_iso2: null };

export function scopeKindOf(scope: RoleScope): ScopeKind {
  if (scope.coalition_id !== null) return 'coalition';
  if (scope.organisation_id !== null) return 'organisation';
  if (scope.working_group_id !== null) return 'working_group';
  return scope.country_iso2 !== null ? 'country' : 'platform';
}

/** The scope of a kind with its one id; `id` is ignored for the platform. */
export function scopeOf(kind: ScopeKind, id: string): RoleScope {
  switch (kind) {
    case 'coalition': return { ...platform, coalition_id: id };
    case 'organisation': return { ...platform, organisation_id: id };
    case 'working_group': return { ...platform, working_group_id: id };
    case 'country': return { ...platform, country_iso2: id };
    case 'platform': return platform;
  }
}

/** PE-6: whether a role can count in this scope, and in no more than one. */
export function fits(role: RoleName, scope: RoleScope): boolean {
  const given = Object.values(scope).filter((id) => id !== null).length;
  return given <= 1 && roleScopes[role].includes(scopeKindOf(scope));
}

/** PE-7: who gives which roles, besides the administrator of the platform, who gives all. */
export const grantedByLead: readonly RoleName[] = [
  'secretariat_lead', 'secretariat_officer', 'reviewer', 'section_editor', 'org_admin', 'focal_point', 'deputy_focal_point',
  'wg_chair', 'wg_cochair', 'wg_secretary', 'wg_member', 'country_coordinator',
];
export const grantedByOfficer: readonly RoleName[] = [
  'org_admin', 'focal_point', 'deputy_focal_point', 'wg_chair', 'wg_cochair', 'wg_secretary', 'wg_member', 'country_coordinator', 'section_editor',
];
export const grantedByOrgAdmin: readonly RoleName[] = ['org_admin', 'focal_point', 'deputy_focal_point'];
