import { holds, isSecretariat, type Actor } from '#app/access/actor';
import { all, allow, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { isOut } from './model';

export interface ReportRef {
  readonly id: string;
  readonly coalition_id: string;
  readonly status: string;
}
export interface SectionRef extends ReportRef {
  readonly section_id: string;
  readonly owner_id: string | null;
}
/** A report with those who write its sections. */
export interface DeskRef extends ReportRef {
  readonly owners: readonly (string | null)[];
}

const desk = (actor: Actor, under: { readonly coalition_id: string }) => allowIf(isSecretariat(actor, under.coalition_id), 'access:reasons.secretariat_only');
const unpublished = (report: ReportRef) => allowIf(!isOut(report.status), 'reporting:reasons.published_stays');

export const reportPolicy = {
  plan: rule('report:plan', (actor: Actor, cycle: { readonly coalition_id: string; readonly cycle_id: string }) => desk(actor, cycle)),
  /** Seeing what is being written: the secretariat, and whoever writes a part of it. */
  desk: rule('report:desk', (actor: Actor, report: DeskRef) =>
    (actor.kind === 'person' && report.owners.includes(actor.id)) || holds(actor, ['auditor', 'platform_admin'], report) ? allow : desk(actor, report)),
  /** What was done to it. */
  history: rule('report:history', (actor: Actor, report: ReportRef) => (holds(actor, ['auditor', 'platform_admin'], report) ? allow : desk(actor, report))),
  assign: rule('report:assign', (actor: Actor, section: SectionRef) => all(() => desk(actor, section), () => unpublished(section))),
  write: rule('report:write', (actor: Actor, section: SectionRef) =>
    all(() => (actor.kind === 'person' && actor.id === section.owner_id ? allow : desk(actor, section)), () => unpublished(section))),
  /** Nobody signs off their own section. */
  signOff: rule('report:sign_off', (actor: Actor, section: SectionRef) =>
    all(() => desk(actor, section), () => unpublished(section), () => allowIf(actor.kind !== 'person' || actor.id !== section.owner_id, 'access:reasons.not_your_own'))),
  freeze: rule('report:freeze', (actor: Actor, report: ReportRef) => all(() => desk(actor, report), () => unpublished(report))),
  publish: rule('report:publish', (actor: Actor, report: ReportRef) =>
    all(() => allowIf(holds(actor, ['secretariat_lead'], report), 'reporting:reasons.lead_only'), () => unpublished(report))),
};
