import { holds, secretariat, type Actor } from '#app/access/actor';
import { all, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';

/** A membership in force, which adheres to something. */
export interface AdheringRef {
  readonly organisation_id: string;
  readonly coalition_id: string;
  readonly above: readonly string[];
}
export interface AdherenceRef extends AdheringRef {
  readonly id: string;
  readonly recorded_by: string | null;
  readonly confirmed: boolean;
  readonly revoked: boolean;
}

const isDesk = (actor: Actor, { coalition_id, above }: AdheringRef): boolean => [coalition_id, ...above].some((id) => holds(actor, [...secretariat, 'platform_admin'], { coalition_id: id }));
const byDesk = (actor: Actor, adherence: AdheringRef) => (): Decision => allowIf(isDesk(actor, adherence), 'access:reasons.secretariat_only');

export const adherencePolicy = {
  record: rule('adherence:record', (actor: Actor, membership: AdheringRef): Decision =>
    allowIf(isDesk(actor, membership) || holds(actor, ['org_admin', 'focal_point', 'deputy_focal_point'], { organisation_id: membership.organisation_id }), 'access:reasons.not_your_organisation')),
  /** Nobody confirms what they recorded. */
  confirm: rule('adherence:confirm', (actor: Actor, adherence: AdherenceRef): Decision => all(
    byDesk(actor, adherence),
    () => allowIf(!adherence.confirmed && !adherence.revoked, 'access:reasons.not_now'),
    () => allowIf(actor.kind !== 'person' || actor.id !== adherence.recorded_by, 'access:reasons.not_your_own'),
  )),
  /** Also how one is turned down that does not hold what it says. */
  revoke: rule('adherence:revoke', (actor: Actor, adherence: AdherenceRef): Decision => all(byDesk(actor, adherence), () => allowIf(!adherence.revoked, 'access:reasons.not_now'))),
};
