import { holds, type Actor } from '#app/access/actor';
import { all, allow, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { isReadBy } from '#app/commitments/translations/model';
import { desk, reportPolicy, unpublished, type DeskRef, type ReportRef } from '#app/reporting/reports/policy';

export interface SectionRef extends ReportRef {
  readonly section_id: string;
  readonly section_status: string;
  readonly left_out: boolean;
  readonly owner_id: string | null;
}
/** A section whose draft is read: by whom, the report says. */
export type ReadRef = SectionRef & DeskRef;
/** A translation of a section, with who wrote it. */
export type TranslationRef = ReadRef & { readonly language: string; readonly written_by: string | null };
/** A comment on a section, with who made it. */
export type CommentRef = ReadRef & { readonly comment_by: string | null };

const owns = (actor: Actor, { owner_id }: SectionRef): boolean => actor.kind === 'person' && actor.id === owner_id;
const writes = (actor: Actor, section: SectionRef) => (): Decision => (owns(actor, section) ? allow : desk(actor, section));
/** Neither published (RP-3) nor left out (SE-11). */
const isOpen = (section: SectionRef) => (): Decision => all(() => unpublished(section), () => allowIf(!section.left_out, 'reporting:reasons.left_out'));
const isIn = (section: SectionRef, ...states: readonly string[]) => (): Decision => allowIf(states.includes(section.section_status), 'access:reasons.not_now');
const byAnother = (actor: Actor, section: SectionRef) => (): Decision => allowIf(!owns(actor, section), 'access:reasons.not_your_own');
/** Whoever reads the draft and works on it; who only looks on is silent. */
const takesPart = (actor: Actor, section: ReadRef) => (): Decision => {
  const read = reportPolicy.desk.decide(actor, section);
  return read.allowed && !writes(actor, section)().allowed && holds(actor, ['auditor', 'platform_admin'], section) ? allowIf(false, 'access:reasons.secretariat_only') : read;
};

export const sectionPolicy = {
  /** Who writes it, and with how many words. */
  assign: rule('report:assign', (actor: Actor, section: SectionRef) => all(() => desk(actor, section), isOpen(section))),
  write: rule('report:write', (actor: Actor, section: SectionRef) => all(writes(actor, section), isOpen(section))),
  /** To have a first text of a profile written from the data. */
  draft: rule('report:draft_section', (actor: Actor, section: SectionRef) => all(writes(actor, section), isOpen(section))),
  /** To give back its words to an earlier version. */
  restore: rule('report:restore_text', (actor: Actor, section: SectionRef) => all(writes(actor, section), isOpen(section))),
  /** To give it to be read by those who sign it off. */
  send: rule('report:send_section', (actor: Actor, section: SectionRef) => all(writes(actor, section), isOpen(section), isIn(section, 'assigned', 'drafting'))),
  /** To give it back with what is to mend. */
  return: rule('report:return_section', (actor: Actor, section: SectionRef) => all(() => desk(actor, section), isOpen(section), byAnother(actor, section), isIn(section, 'in_review'))),
  /** SE-1: nobody signs off their own section. */
  signOff: rule('report:sign_off', (actor: Actor, section: SectionRef) => all(() => desk(actor, section), isOpen(section), byAnother(actor, section), isIn(section, 'in_review'))),
  /** Another person, who reads the language, stands for a translation. */
  check: rule('report:check_translation', (actor: Actor, text: TranslationRef) => all(
    takesPart(actor, text), isOpen(text),
    () => allowIf(actor.kind === 'person' && actor.id !== text.written_by, 'access:reasons.not_your_own'),
    () => allowIf(actor.kind === 'person' && isReadBy(text.language, [actor.language, ...(actor.spoken_languages ?? [])]), 'access:reasons.not_your_language'),
  )),
  /** To leave a profile out of the report, and to take it back. */
  leaveOut: rule('report:leave_out', (actor: Actor, section: SectionRef) => all(() => desk(actor, section), () => unpublished(section))),
  takeBack: rule('report:take_back', (actor: Actor, section: SectionRef) => all(() => desk(actor, section), () => unpublished(section))),
  comment: rule('report:comment', (actor: Actor, section: ReadRef) => all(takesPart(actor, section), isOpen(section))),
  /** Whoever made it, or writes the section, says that nothing more is to be done. */
  settle: rule('report:settle_comment', (actor: Actor, comment: CommentRef) => all(() => (actor.kind === 'person' && actor.id === comment.comment_by ? allow : writes(actor, comment)()), isOpen(comment))),
};
