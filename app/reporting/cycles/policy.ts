import { holds, isSecretariat, type Actor } from '#app/access/actor';
import { all, allow, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';

export interface CycleRef {
  readonly coalition_id: string;
  /** Its report is out. */
  readonly published?: boolean;
}

const desk = (actor: Actor, { coalition_id }: CycleRef) => allowIf(isSecretariat(actor, coalition_id), 'access:reasons.secretariat_only');
const running = ({ published = false }: CycleRef) => allowIf(!published, 'reporting:reasons.cycle_is_over');
const onRunning = (actor: Actor, cycle: CycleRef) => all(() => desk(actor, cycle), () => running(cycle));

export const cyclePolicy = {
  /** The secretariat of the coalition, and of those above it. */
  plan: rule('cycle:plan', (actor: Actor, { coalition_id, above = [] }: { readonly coalition_id: string; readonly above?: readonly string[] }) =>
    allowIf([coalition_id, ...above].some((id) => isSecretariat(actor, id)), 'access:reasons.secretariat_only')),
  /** Who has reported and what waits to be read: for the secretariat, and for those who read what was sent. */
  board: rule('cycle:board', (actor: Actor, cycle: { readonly coalition_id: string }) =>
    allowIf(isSecretariat(actor, cycle.coalition_id) || holds(actor, ['reviewer', 'auditor', 'platform_admin'], cycle), 'access:reasons.not_your_role')),
  /** Its days, whom and what it asks, and the languages of its report. */
  settle: rule('cycle:settle', onRunning),
  /** Asking for one commitment against the rule, or not asking for it. */
  except: rule('cycle:except', onRunning),
  /** Giving one lead more time. */
  extend: rule('cycle:extend', onRunning),
  /** Reminding those who have not reported: by hand, or when the clock says so. */
  nudge: rule('cycle:nudge', (actor: Actor, cycle: CycleRef) => all(() => (actor.kind === 'system' && actor.name === 'clock' ? allow : desk(actor, cycle)), () => running(cycle))),
};
