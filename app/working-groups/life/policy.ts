import { holds, personOf, secretariat, type Actor } from '#app/access/actor';
import { all, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import type { GroupAct } from '#app/paths';
import { leads } from '#app/working-groups/policy';
import { fits } from './model';

export interface LifeRef {
  readonly id: string;
  readonly coalition_id: string;
  readonly status: string;
  /** Who took the steps that another person has to answer. */
  readonly proposed_by: string | null;
  readonly reported_by: string | null;
}

const leading = (actor: Actor, group: LifeRef) => (): Decision => leads(actor, { working_group_id: group.id, coalition_id: group.coalition_id });
const byDesk = (actor: Actor, { coalition_id }: LifeRef, ...more: readonly 'platform_admin'[]) => (): Decision => allowIf(holds(actor, [...secretariat, ...more], { coalition_id }), 'access:reasons.secretariat_only');
const now = (act: GroupAct, { status }: LifeRef) => (): Decision => allowIf(fits(act, status), 'access:reasons.not_now');
/** GL-2: nobody approves what they submitted. */
const another = (actor: Actor, by: string | null) => (): Decision => allowIf(by === null || personOf(actor) !== by, 'access:reasons.not_your_own');

export const lifePolicy = {
  /** Somebody of the secretariat who did not propose it. */
  charter: rule('group:approve', (actor: Actor, group: LifeRef) => all(byDesk(actor, group, 'platform_admin'), now('charter', group), another(actor, group.proposed_by))),
  commencement: rule('group:commence', (actor: Actor, group: LifeRef) => all(leading(actor, group), now('commencement', group))),
  reporting: rule('group:report', (actor: Actor, group: LifeRef) => all(leading(actor, group), now('reporting', group))),
  /** Chair or secretariat, but not who took it to its report. */
  conclusion: rule('group:conclude', (actor: Actor, group: LifeRef) => all(leading(actor, group), now('conclusion', group), another(actor, group.reported_by))),
  dissolution: rule('group:dissolve', (actor: Actor, group: LifeRef) => all(byDesk(actor, group), now('dissolution', group))),
};
