import { holds, secretariat, type Actor } from '#app/access/actor';
import { allow, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';

export interface OrganisationRef {
  readonly id: string;
}

const desk = [...secretariat, 'platform_admin'] as const;

export const organisationPolicy = {
  register: rule('organisation:register', (actor: Actor, _: { readonly register: true }) =>
    actor.kind === 'system' ? allow : allowIf(holds(actor, desk) || holdsSomewhere(actor), 'access:reasons.secretariat_only')),
  edit: rule('organisation:edit', (actor: Actor, organisation: OrganisationRef) =>
    actor.kind === 'system' ? allow : allowIf(holds(actor, [...desk, 'org_admin'], { organisation_id: organisation.id }) || holdsSomewhere(actor), 'access:reasons.own_organisation')),
};

/** The secretariat of any coalition registers organisations: they belong to no coalition until they are members. */
function holdsSomewhere(actor: Actor): boolean {
  return actor.kind === 'person' && actor.roles.some((held) => desk.some((role) => role === held.role));
}
