import { holds, holdsAnywhere, isPortal, secretariat, type Actor } from '#app/access/actor';
import { allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';

export interface OrganisationRef {
  readonly id: string;
}

const desk = [...secretariat, 'platform_admin'] as const;

/** The secretariat of any coalition serves organisations: they belong to no coalition until they are members. */
const isDesk = (actor: Actor): boolean => holdsAnywhere(actor, desk);

export const organisationPolicy = {
  register: rule<'organisation:register', { readonly register: true }>('organisation:register', (actor) =>
    allowIf(isPortal(actor, 'import', 'demo') || isDesk(actor), 'access:reasons.secretariat_only')),
  /** What was done to it, and to its memberships. */
  history: rule('organisation:history', (actor: Actor, _organisation: OrganisationRef) => allowIf(isDesk(actor) || holdsAnywhere(actor, ['auditor']), 'access:reasons.secretariat_only')),
  /** The secretariat, and who administers the organisation itself. */
  edit: rule('organisation:edit', (actor: Actor, organisation: OrganisationRef) =>
    allowIf(isDesk(actor) || holds(actor, ['org_admin'], { organisation_id: organisation.id }), 'access:reasons.not_your_organisation')),
};
