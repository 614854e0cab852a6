import { holds, secretariat, type Actor } from '#app/access/actor';
import { allow, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';

export interface MembershipRef {
  readonly coalition_id: string;
  readonly organisation_id: string;
}

const bySecretariat = (actor: Actor, membership: MembershipRef) =>
  actor.kind === 'system' ? allow : allowIf(holds(actor, [...secretariat, 'platform_admin'], { coalition_id: membership.coalition_id }), 'access:reasons.secretariat_only');

export const membershipPolicy = {
  admit: rule('membership:admit', bySecretariat),
  end: rule('membership:end', bySecretariat),
};
