import { holds, isPortal, isSecretariat, speakers, type Actor } from '#app/access/actor';
import { all, allow, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { isOut, type Capacity } from './model';

export interface ReportRef {
  readonly id: string;
  readonly coalition_id: string;
  readonly status: string;
}
/** A report with those who write its sections, and the groups whose chair approves it. */
export interface DeskRef extends ReportRef {
  readonly owners: readonly (string | null)[];
  readonly chairs: readonly string[];
}
/** A report with who has approved it, and the groups that steer its coalition and have a chair. */
export interface ApprovalRef extends ReportRef {
  readonly chairs: readonly string[];
  readonly approvals: readonly { readonly capacity: string; readonly person_id: string }[];
}
/** What a report says of a member that is named in it. */
export interface ReplyRef extends ReportRef {
  readonly organisation_id: string | null;
  readonly country_iso2: string | null;
  /** Its window is open by the days of the coalition. */
  readonly window_open: boolean;
}

export const desk = (actor: Actor, under: { readonly coalition_id: string }) => allowIf(isSecretariat(actor, under.coalition_id), 'access:reasons.secretariat_only');
const chairs = (actor: Actor, groups: readonly string[]): boolean => groups.some((id) => holds(actor, ['wg_chair', 'wg_cochair'], { working_group_id: id }));
/** Before members are asked for their reply. */
const unasked = (report: ReportRef) => allowIf(['planned', 'drafting', 'review'].includes(report.status), 'access:reasons.not_now');

/**
 * In which capacity somebody may still approve: the lead for the secretariat; for those who steer, a chair of the steering group or the
 * plenary, and where none has a chair, another of the secretariat.
 */
export function capacityOf(actor: Actor, report: ApprovalRef): Capacity | undefined {
  const isFree = (capacity: Capacity) => !report.approvals.some((one) => one.capacity === capacity);
  if (isFree('secretariat') && holds(actor, ['secretariat_lead'], report)) return 'secretariat';
  const steers = report.chairs.length === 0 ? isSecretariat(actor, report.coalition_id) : chairs(actor, report.chairs);
  return isFree('chair') && steers ? 'chair' : undefined;
}

/** RP-3: what is published never changes. */
export const unpublished = (report: ReportRef) => allowIf(!isOut(report.status), 'reporting:reasons.published_stays');

export const reportPolicy = {
  plan: rule('report:plan', (actor: Actor, cycle: { readonly coalition_id: string; readonly cycle_id: string }) => desk(actor, cycle)),
  /** Seeing what is being written: the secretariat, whoever writes a part of it, the chairs who approve it, and the reviewers of its coalition. */
  desk: rule('report:desk', (actor: Actor, report: DeskRef) =>
    (actor.kind === 'person' && report.owners.includes(actor.id)) || chairs(actor, report.chairs) || holds(actor, ['auditor', 'platform_admin', 'reviewer'], report) ? allow : desk(actor, report)),
  /** What was done to it. */
  history: rule('report:history', (actor: Actor, report: ReportRef) => (holds(actor, ['auditor', 'platform_admin'], report) ? allow : desk(actor, report))),
  /** To say what a report says of a member, or to take that back, before anybody is asked. */
  name: rule('report:name', (actor: Actor, report: ReportRef) => all(() => desk(actor, report), () => unasked(report))),
  /** To ask those who are named, until a day. */
  ask: rule('report:ask', (actor: Actor, report: ReportRef) => all(() => desk(actor, report), () => unasked(report))),
  /** Who speaks for the member replies for it, while the window is open. */
  reply: rule('report:reply', (actor: Actor, reply: ReplyRef) => all(
    () => reply.organisation_id === null ? allowIf(holds(actor, speakers, { country_iso2: reply.country_iso2 }), 'access:reasons.not_your_country') : allowIf(holds(actor, speakers, { organisation_id: reply.organisation_id }), 'access:reasons.not_your_organisation'),
    () => allowIf(reply.window_open, 'reporting:reasons.window_closed'),
  )),
  /** Two approve, each in another capacity: nobody both times. */
  approve: rule('report:approve', (actor: Actor, report: ApprovalRef) => all(
    () => allowIf(capacityOf(actor, { ...report, approvals: [] }) !== undefined, 'reporting:reasons.approvers_only'),
    () => allowIf(report.status === 'right_of_reply', 'access:reasons.not_now'),
    () => allowIf(actor.kind !== 'person' || !report.approvals.some((one) => one.person_id === actor.id), 'reporting:reasons.approved_already'),
    () => allowIf(capacityOf(actor, report) !== undefined, 'reporting:reasons.approvers_only'),
  )),
  /** To add sections about single countries, groups and members. */
  addProfiles: rule('report:add_profiles', (actor: Actor, report: ReportRef) => all(() => desk(actor, report), () => unpublished(report))),
  freeze: rule('report:freeze', (actor: Actor, report: ReportRef) => all(() => desk(actor, report), () => unpublished(report))),
  publish: rule('report:publish', (actor: Actor, report: ReportRef) =>
    all(() => allowIf(holds(actor, ['secretariat_lead'], report), 'reporting:reasons.lead_only'), () => unpublished(report))),
  /** What comes out with a report at its instant is written down by the portal itself. */
  release: rule('report:release', (actor: Actor, _report: { readonly id: string }) => allowIf(isPortal(actor, 'clock'), 'reporting:reasons.clock_only')),
  /** What became of frozen records is counted by the portal itself, once a day. */
  countChanges: rule('report:count_changes', (actor: Actor, _report: { readonly id: string }) => allowIf(isPortal(actor, 'clock'), 'reporting:reasons.clock_only')),
  /** RP-3: to begin the next edition of the one that stands, with what is wrong in it. */
  correct: rule('report:correct', (actor: Actor, report: ReportRef) => all(() => desk(actor, report), () => allowIf(report.status === 'published', 'reporting:reasons.published_only'))),
  /** To say what else the next edition corrects. */
  addErratum: rule('report:add_erratum', (actor: Actor, report: ReportRef & { readonly edition: number }) =>
    all(() => desk(actor, report), () => allowIf(report.edition > 1, 'access:reasons.not_now'), () => unpublished(report))),
};
