import type { LoaderFunctionArgs } from '@remix-run/node';
import type { PersonActor } from '#app/access/actor';
import { may } from '#app/access/permit';
import type { Language } from '#app/languages/language';
import { notFound } from '#app/platform/http/answers.server';
import { reason, reportAt } from '#app/reporting/reports/desk-facts.server';
import type { ReportRecord } from '#app/reporting/reports/queries.server';
import { sectionPolicy, type SectionRef } from './policy';
import type { ReportSection } from './queries.server';

/** The section that an address names, with what a decision about it needs. */
export async function sectionAt(args: LoaderFunctionArgs): Promise<{ viewer: PersonActor; language: Language; report: ReportRecord; now: Date; section: ReportSection; subject: SectionRef }> {
  const found = await reportAt(args);
  const section = found.report.sections.find((one) => String(one.position) === args.params['position']);
  if (section === undefined) throw notFound();
  const { id, coalition_id, status } = found.report;
  return { ...found, section, subject: { id, coalition_id, status, section_id: section.id, owner_id: section.owner_id } };
}

/** Why the viewer may not, act by act; undefined where they may. */
export const reasonsOf = (viewer: PersonActor, subject: SectionRef) => ({
  write: reason(may(sectionPolicy.write, viewer, subject)), signOff: reason(may(sectionPolicy.signOff, viewer, subject)), assign: reason(may(sectionPolicy.assign, viewer, subject)),
});
