import { holds, secretariat, type Actor } from '#app/access/actor';
import { all, allow, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import type { RecommendationAct } from '#app/paths';
import { fits } from './model';

export interface RecommendationRef {
  readonly id: string;
  readonly status: string;
  readonly working_group_id: string;
  readonly coalition_id: string;
}

const leads = (actor: Actor, of: RecommendationRef) => (): Decision => allowIf(holds(actor, ['wg_chair', 'wg_cochair', 'wg_secretary', ...secretariat], of), 'working-groups:reasons.chair_only');
const byDesk = (actor: Actor, of: RecommendationRef) => (): Decision => allowIf(holds(actor, secretariat, { coalition_id: of.coalition_id }), 'access:reasons.secretariat_only');
const now = (act: RecommendationAct, of: RecommendationRef) => (): Decision => allowIf(fits(act, of.status), 'access:reasons.not_now');

export const recommendationPolicy = {
  edit: rule('recommendation:edit', (actor: Actor, of: RecommendationRef) => all(leads(actor, of), now('edit', of))),
  address: rule('recommendation:address', (actor: Actor, of: RecommendationRef) => all(leads(actor, of), now('addressees', of))),
  issue: rule('recommendation:issue', (actor: Actor, of: RecommendationRef) => all(leads(actor, of), now('issue', of))),
  finalise: rule('recommendation:finalise', (actor: Actor, of: RecommendationRef) => all(leads(actor, of), now('finality', of))),
  /** RC-3: the coalition stands behind it, not the group that made it. */
  endorse: rule('recommendation:endorse', (actor: Actor, of: RecommendationRef) => all(byDesk(actor, of), now('endorsement', of))),
  implement: rule('recommendation:implement', (actor: Actor, of: RecommendationRef) => all(leads(actor, of), now('implementation', of))),
  close: rule('recommendation:close', (actor: Actor, of: RecommendationRef) => all(leads(actor, of), now('closing', of))),
  succeed: rule('recommendation:succeed', (actor: Actor, of: RecommendationRef) => all(leads(actor, of), now('successor', of))),
  history: rule('recommendation:history', (actor: Actor, of: RecommendationRef) => (holds(actor, ['auditor', 'platform_admin'], of) ? allow : leads(actor, of)())),
};

export const ruleOf = {
  edit: recommendationPolicy.edit, addressees: recommendationPolicy.address, issue: recommendationPolicy.issue, finality: recommendationPolicy.finalise, endorsement: recommendationPolicy.endorse,
  implementation: recommendationPolicy.implement, closing: recommendationPolicy.close, successor: recommendationPolicy.succeed,
} as const satisfies Record<RecommendationAct, unknown>;
