import { holds, isPortal, secretariat, type Actor } from '#app/access/actor';
import { all, allow, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import type { MembershipStatus } from './model';

export interface MembershipRef {
  readonly coalition_id: string;
  readonly organisation_id: string;
  /** The coalitions above it, whose secretariats act for it too. */
  readonly above?: readonly string[];
  /** Of a membership that is there. */
  readonly status?: MembershipStatus;
}

const bySecretariat = (actor: Actor, { coalition_id, above = [] }: MembershipRef): Decision =>
  allowIf([coalition_id, ...above].some((id) => holds(actor, [...secretariat, 'platform_admin'], { coalition_id: id })), 'access:reasons.secretariat_only');
const whileIt = (status: MembershipStatus) => (actor: Actor, membership: MembershipRef): Decision =>
  all(() => bySecretariat(actor, membership), () => allowIf(membership.status === status, 'access:reasons.not_now'));

export const membershipPolicy = {
  admit: rule('membership:admit', (actor: Actor, membership: MembershipRef) => (isPortal(actor, 'demo') ? allow : bySecretariat(actor, membership))),
  end: rule('membership:end', bySecretariat),
  suspend: rule('membership:suspend', whileIt('active')),
  reinstate: rule('membership:reinstate', whileIt('suspended')),
  recategorise: rule('membership:recategorise', whileIt('active')),
  /** The member leaves: its administrator says so. */
  withdraw: rule('membership:withdraw', (actor: Actor, membership: MembershipRef) => all(
    () => allowIf(holds(actor, ['org_admin'], { organisation_id: membership.organisation_id }), 'access:reasons.not_your_organisation'),
    () => allowIf(membership.status === 'active', 'access:reasons.not_now'),
  )),
};
