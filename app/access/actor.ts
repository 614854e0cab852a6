/** Who asks, at one instant: roles and affiliations are those in force then (PE-3). */
export const roleNames = [
  'platform_admin', 'secretariat_lead', 'secretariat_officer', 'reviewer', 'org_admin', 'focal_point', 'deputy_focal_point',
  'wg_chair', 'wg_cochair', 'wg_secretary', 'wg_member', 'country_coordinator', 'section_editor', 'auditor',
] as const;
export type RoleName = (typeof roleNames)[number];

/** A role in force, with the one scope it counts in; no scope at all is the platform. */
export interface HeldRole {
  readonly role: RoleName;
  readonly coalition_id: string | null;
  readonly organisation_id: string | null;
  readonly working_group_id: string | null;
  readonly country_iso2: string | null;
}

export interface Affiliation {
  readonly organisation_id: string;
  /** False for one that ended within the last 24 months: it grants nothing and still bars a reviewer (PE-1). */
  readonly current: boolean;
}

export interface PublicActor {
  readonly kind: 'public';
}
export interface PersonActor {
  readonly kind: 'person';
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly time_zone: string;
  /** BCP 47; in which they can work, as they say themselves. */
  readonly spoken_languages?: readonly string[];
  readonly roles: readonly HeldRole[];
  readonly affiliations: readonly Affiliation[];
  /** ISO 3166-1 alpha-2 of the countries for whose government they work or speak, or did within the last 24 months (PE-1). */
  readonly governments: readonly string[];
}
/** The portal itself, acting for a named reason: an import, the console, the demo world. It may what that reason needs, and no more. */
export interface SystemActor {
  readonly kind: 'system';
  readonly name: 'import' | 'console' | 'demo' | 'clock';
}
export type Actor = PublicActor | PersonActor | SystemActor;

/** Whether it is the portal, acting for one of these reasons. */
export const isPortal = (actor: Actor, ...reasons: readonly SystemActor['name'][]): boolean => actor.kind === 'system' && reasons.includes(actor.name);

export const anyone: PublicActor = { kind: 'public' };

export interface Scope {
  readonly coalition_id?: string | null | undefined;
  readonly organisation_id?: string | null | undefined;
  readonly working_group_id?: string | null | undefined;
  readonly country_iso2?: string | null | undefined;
}

/** A role without a scope counts everywhere. */
export const isOfPlatform = (held: HeldRole): boolean =>
  held.coalition_id === null && held.organisation_id === null && held.working_group_id === null && held.country_iso2 === null;

/** Whether a person holds one of the roles on the platform or in the scope that is given. */
export function holds(actor: Actor, roles: readonly RoleName[], scope: Scope = {}): boolean {
  if (actor.kind !== 'person') return false;
  return actor.roles.some(
    (held) =>
      roles.includes(held.role) &&
      (isOfPlatform(held) ||
        (held.coalition_id !== null && held.coalition_id === scope.coalition_id) ||
        (held.organisation_id !== null && held.organisation_id === scope.organisation_id) ||
        (held.working_group_id !== null && held.working_group_id === scope.working_group_id) ||
        (held.country_iso2 !== null && held.country_iso2 === scope.country_iso2)),
  );
}

/** Whether a person holds one of the roles anywhere: for menus, never for a decision about a record. */
export function holdsAnywhere(actor: Actor, roles: readonly RoleName[]): boolean {
  return actor.kind === 'person' && actor.roles.some((held) => roles.includes(held.role));
}

export const secretariat = ['secretariat_lead', 'secretariat_officer'] as const satisfies readonly RoleName[];

/** Who speaks for an organisation or a country: promises, pledges, offers and signs for it. */
export const speakers = ['org_admin', 'focal_point', 'deputy_focal_point', 'country_coordinator'] as const satisfies readonly RoleName[];

/** Whom somebody speaks for: organisations by their ids, countries by their codes. For lists of choices, never for a decision about a record. */
export function spokenFor(actor: Actor): { readonly organisations: string[]; readonly countries: string[] } {
  const held = actor.kind === 'person' ? actor.roles.filter(({ role }) => speakers.some((one) => one === role)) : [];
  return { organisations: held.flatMap((one) => one.organisation_id ?? []), countries: held.flatMap((one) => one.country_iso2 ?? []) };
}

export function isSecretariat(actor: Actor, coalition_id?: string | null): boolean {
  return holds(actor, secretariat, { coalition_id });
}

/** Who made a promise: an organisation or a country. */
export interface Lead {
  readonly lead_organisation_id: string | null;
  readonly lead_country_iso2: string | null;
}

/** PE-1: no tie with the organisation, or with the government of the country, now or within the last 24 months. */
export function isIndependentOf(actor: Actor, { lead_organisation_id, lead_country_iso2 }: Lead): boolean {
  return (
    actor.kind === 'person' &&
    !actor.affiliations.some((one) => one.organisation_id === lead_organisation_id) &&
    (lead_country_iso2 === null || !actor.governments.includes(lead_country_iso2))
  );
}

/** The id of the person who acts; null where the portal or the public does. */
export const personOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.id : null);

/** What the audit trail and locks call this actor. */
export function actorKey(actor: Actor): string {
  return actor.kind === 'person' ? actor.id : actor.kind === 'system' ? `system:${actor.name}` : 'public';
}
