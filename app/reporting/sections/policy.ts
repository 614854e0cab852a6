import { type Actor } from '#app/access/actor';
import { all, allow, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { desk, unpublished, type ReportRef } from '#app/reporting/reports/policy';

export interface SectionRef extends ReportRef {
  readonly section_id: string;
  readonly owner_id: string | null;
}

export const sectionPolicy = {
  assign: rule('report:assign', (actor: Actor, section: SectionRef) => all(() => desk(actor, section), () => unpublished(section))),
  write: rule('report:write', (actor: Actor, section: SectionRef) =>
    all(() => (actor.kind === 'person' && actor.id === section.owner_id ? allow : desk(actor, section)), () => unpublished(section))),
  /** Nobody signs off their own section. */
  signOff: rule('report:sign_off', (actor: Actor, section: SectionRef) =>
    all(() => desk(actor, section), () => unpublished(section), () => allowIf(actor.kind !== 'person' || actor.id !== section.owner_id, 'access:reasons.not_your_own'))),
};
