import { anyone, type Actor, type Affiliation, type HeldRole, type PersonActor, type RoleName, type Scope, type SystemActor } from '#app/access/actor';

/** The places of the matrix: what is one's own, and what is somebody else's. */
export const own = { organisation: 'organisation-own', country: 'KE', coalition: 'coalition-one', group: 'group-one' } as const;
export const other = { organisation: 'organisation-other', country: 'JO', coalition: 'coalition-two', group: 'group-two' } as const;

function person(id: string, role: RoleName | null, scope: Scope = {}, affiliations: readonly Affiliation[] = []): PersonActor {
  const held: HeldRole[] = role === null ? [] : [{
    role, coalition_id: scope.coalition_id ?? null, organisation_id: scope.organisation_id ?? null, working_group_id: scope.working_group_id ?? null, country_iso2: scope.country_iso2 ?? null,
  }];
  return { kind: 'person', id, name: id, language: 'en', time_zone: 'UTC', roles: held, affiliations, governments: scope.country_iso2 ? [scope.country_iso2] : [] };
}
const system = (name: SystemActor['name']): SystemActor => ({ kind: 'system', name });

const here: readonly Affiliation[] = [{ organisation_id: own.organisation, current: true }];
const there: readonly Affiliation[] = [{ organisation_id: other.organisation, current: true }];
const before: readonly Affiliation[] = [{ organisation_id: own.organisation, current: false }];

/** Every kind of actor, in the order in which the tables name them. The id of a person is their name here. */
export const actors = {
  public: anyone,
  stranger: person('stranger', null),
  member: person('member', null, {}, here),
  focal_point: person('focal_point', 'focal_point', { organisation_id: own.organisation }, here),
  deputy: person('deputy', 'deputy_focal_point', { organisation_id: own.organisation }, here),
  org_admin: person('org_admin', 'org_admin', { organisation_id: own.organisation }, here),
  focal_point_elsewhere: person('focal_point_elsewhere', 'focal_point', { organisation_id: other.organisation }, there),
  org_admin_elsewhere: person('org_admin_elsewhere', 'org_admin', { organisation_id: other.organisation }, there),
  country_focal_point: person('country_focal_point', 'focal_point', { country_iso2: own.country }),
  coordinator: person('coordinator', 'country_coordinator', { country_iso2: own.country }),
  coordinator_elsewhere: person('coordinator_elsewhere', 'country_coordinator', { country_iso2: other.country }),
  chair: person('chair', 'wg_chair', { working_group_id: own.group }),
  cochair: person('cochair', 'wg_cochair', { working_group_id: own.group }),
  group_secretary: person('group_secretary', 'wg_secretary', { working_group_id: own.group }),
  group_member: person('group_member', 'wg_member', { working_group_id: own.group }),
  chair_elsewhere: person('chair_elsewhere', 'wg_chair', { working_group_id: other.group }),
  reviewer: person('reviewer', 'reviewer', { coalition_id: own.coalition }),
  reviewer_once_there: person('reviewer_once_there', 'reviewer', { coalition_id: own.coalition }, before),
  reviewer_elsewhere: person('reviewer_elsewhere', 'reviewer', { coalition_id: other.coalition }),
  section_editor: person('section_editor', 'section_editor', { coalition_id: own.coalition }),
  officer: person('officer', 'secretariat_officer', { coalition_id: own.coalition }),
  lead: person('lead', 'secretariat_lead', { coalition_id: own.coalition }),
  officer_elsewhere: person('officer_elsewhere', 'secretariat_officer', { coalition_id: other.coalition }),
  lead_elsewhere: person('lead_elsewhere', 'secretariat_lead', { coalition_id: other.coalition }),
  auditor: person('auditor', 'auditor'),
  admin: person('admin', 'platform_admin'),
  'system:import': system('import'),
  'system:console': system('console'),
  'system:demo': system('demo'),
} as const satisfies Readonly<Record<string, Actor>>;

export type ActorKind = keyof typeof actors;
export const actorKinds = Object.keys(actors) as ActorKind[];
