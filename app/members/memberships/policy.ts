import { holds, isPortal, secretariat, type Actor } from '#app/access/actor';
import { allow, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';

export interface MembershipRef {
  readonly coalition_id: string;
  readonly organisation_id: string;
  /** The coalitions above it, whose secretariats act for it too. */
  readonly above?: readonly string[];
}

const bySecretariat = (actor: Actor, { coalition_id, above = [] }: MembershipRef) =>
  allowIf([coalition_id, ...above].some((id) => holds(actor, [...secretariat, 'platform_admin'], { coalition_id: id })), 'access:reasons.secretariat_only');

export const membershipPolicy = {
  admit: rule('membership:admit', (actor: Actor, membership: MembershipRef) => (isPortal(actor, 'demo') ? allow : bySecretariat(actor, membership))),
  end: rule('membership:end', bySecretariat),
};
