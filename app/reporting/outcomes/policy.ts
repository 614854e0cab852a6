import type { Actor } from '#app/access/actor';
import { all, allow, allowIf } from '#app/access/decision';
import { rule, type Rule } from '#app/access/permit';
import type { OutcomeAct } from '#app/acts';
import { leads, type GroupRef } from '#app/working-groups/policy';
import { isOpen } from './model';

export interface OutcomeRef {
  readonly id: string;
  readonly working_group_id: string;
  readonly coalition_id: string;
  readonly status: string;
}
/** A report with whoever composed it or wrote in it. */
export interface AuthoredRef extends OutcomeRef {
  readonly authors: readonly string[];
}
/** A report with whom its consultation is open to. */
export interface ConsultedRef extends OutcomeRef {
  readonly audience: string | null;
  /** Its last day is not over. */
  readonly taking: boolean;
  /** Whoever sits on a seat of the group today. */
  readonly seated: readonly string[];
}

const step = (status: string) => (actor: Actor, report: OutcomeRef) => all(() => leads(actor, report), () => allowIf(report.status === status, 'access:reasons.not_now'));

export const outcomePolicy = {
  /** Those who lead the group, and the secretariat. */
  compose: rule('outcome:compose', (actor: Actor, group: GroupRef) => leads(actor, { working_group_id: group.id, coalition_id: group.coalition_id })),
  /** OR-3: texts and rows, while it is drafted and in its final review. */
  write: rule('outcome:write', (actor: Actor, report: OutcomeRef) => all(() => leads(actor, report), () => allowIf(isOpen(report.status), 'reporting:reasons.outcome_stays'))),
  attach: rule('outcome:attach', (actor: Actor, report: OutcomeRef) => leads(actor, report)),
  /** What somebody may have read is not taken away. */
  detach: rule('outcome:detach', (actor: Actor, report: OutcomeRef) => all(() => leads(actor, report), () => allowIf(report.status !== 'published', 'reporting:reasons.outcome_stays'))),
  consult: rule('outcome:consult', step('drafting')),
  /** OR-5: whoever sits on a seat; anybody, where it is open to the public. */
  comment: rule('outcome:comment', (actor: Actor, report: ConsultedRef) => all(
    () => allowIf(report.audience === 'public' || (actor.kind === 'person' && report.seated.includes(actor.id)), 'reporting:reasons.outcome_seats_only'),
    () => allowIf(report.status === 'consultation' && report.taking, 'reporting:reasons.outcome_not_consulted'),
  )),
  answer: rule('outcome:answer', (actor: Actor, comment: OutcomeRef & { readonly person_id: string | null }) => all(
    () => leads(actor, comment),
    () => (actor.kind === 'person' && actor.id === comment.person_id ? allowIf(false, 'access:reasons.not_your_own') : allow),
    () => allowIf(comment.status === 'consultation' || comment.status === 'final_review', 'access:reasons.not_now'),
  )),
  review: rule('outcome:review', step('consultation')),
  /** OR-6: not by somebody who wrote all of it alone. */
  approve: rule('outcome:approve', (actor: Actor, report: AuthoredRef) => all(
    () => step('final_review')(actor, report),
    () => allowIf(actor.kind === 'person' && report.authors.some((one) => one !== actor.id), 'reporting:reasons.outcome_sole_author'),
  )),
  launch: rule('outcome:launch', step('approved')),
  publish: rule('outcome:publish', step('launched')),
};

/** Which permission an act asks for. */
export const ruleOf = (act: OutcomeAct): Rule<string, AuthoredRef> => rules[act];
const rules: Readonly<Record<OutcomeAct, Rule<string, AuthoredRef>>> = {
  rows: outcomePolicy.write, outputs: outcomePolicy.attach, consultation: outcomePolicy.consult, review: outcomePolicy.review, approval: outcomePolicy.approve, launch: outcomePolicy.launch, publication: outcomePolicy.publish,
};
