import { holds, holdsAnywhere, isPortal, roleNames, type Actor, type RoleName } from '#app/access/actor';
import { allow, allowIf, deny, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { grantedByLead, grantedByOfficer, grantedByOrgAdmin, type RoleScope } from './model';

/** A role that is to be given or ended. */
export interface RoleSubject {
  readonly person_id: string;
  readonly role: RoleName;
  readonly scope: RoleScope;
  /** The coalitions whose secretariat answers for the scope: its own and those above it. */
  readonly coalition_ids: readonly string[];
}

export const rolePolicy = {
  /** PE-7. Nobody gives a role to themselves. */
  grant: rule('role:grant', (actor: Actor, subject: RoleSubject): Decision => {
    if (actor.kind === 'person' && actor.id === subject.person_id) return deny('access:reasons.not_yourself');
    return isPortal(actor, 'console', 'demo') ? allow : mayDecide(actor, subject);
  }),
  /** Who could give a role can end it, and everybody can lay down their own; PE-2 stands all the same. */
  end: rule('role:end', (actor: Actor, subject: RoleSubject): Decision => {
    if (actor.kind === 'person' && actor.id === subject.person_id) return allow;
    return mayDecide(actor, subject);
  }),
};

/** A role that goes from one person to another in the same scope. */
export interface Succession extends RoleSubject {
  readonly to_id: string;
}

/** PE-9: a chair hands the chair over; so does who could give it. Whether the other one may take it, the group's own operation asks. */
export const handOver = rule('role:hand_over', (actor: Actor, subject: Succession): Decision => {
  if (subject.to_id === subject.person_id) return deny('access:reasons.not_yourself');
  const isChair = subject.role === 'wg_chair' && actor.kind === 'person' && actor.id === subject.person_id && holds(actor, ['wg_chair'], subject.scope);
  return isChair ? allow : mayDecide(actor, subject);
});

function mayDecide(actor: Actor, { role, scope, coalition_ids }: RoleSubject): Decision {
  if (actor.kind === 'public') return deny('access:reasons.sign_in');
  if (holds(actor, ['platform_admin'])) return allow;
  const inCoalition = (roles: readonly RoleName[]) => holds(actor, roles) || coalition_ids.some((coalition_id) => holds(actor, roles, { coalition_id }));
  if (inCoalition(['secretariat_lead'])) return allowIf(grantedByLead.includes(role), 'access:reasons.not_your_role');
  if (inCoalition(['secretariat_officer'])) return allowIf(grantedByOfficer.includes(role), 'access:reasons.not_your_role');
  if (holds(actor, ['org_admin'], { organisation_id: scope.organisation_id })) return allowIf(grantedByOrgAdmin.includes(role), 'access:reasons.not_your_role');
  return deny('access:reasons.not_your_role');
}

/** The roles that somebody can think of giving, for a form; whether they may is decided with the scope. */
export function rolesToOffer(actor: Actor): readonly RoleName[] {
  if (holdsAnywhere(actor, ['platform_admin'])) return roleNames;
  if (holdsAnywhere(actor, ['secretariat_lead'])) return grantedByLead;
  if (holdsAnywhere(actor, ['secretariat_officer'])) return grantedByOfficer;
  return holdsAnywhere(actor, ['org_admin']) ? grantedByOrgAdmin : [];
}
