import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import type { PersonActor } from '#app/access/actor';
import { may, permit, type Permit, type Rule } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import type { Result } from '#app/access/result';
import type { Occasion } from '#app/access/transaction.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import type { Language } from '#app/languages/language';
import { isLanguage } from '#app/languages/language';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { reason, reportAt } from '#app/reporting/reports/desk-facts.server';
import type { ReportRecord } from '#app/reporting/reports/queries.server';
import { sectionPolicy, type ReadRef } from './policy';
import type { ReportSection } from './queries.server';

/** The section that an address names, with what a decision about it needs. */
export interface FoundSection {
  readonly viewer: PersonActor;
  readonly language: Language;
  readonly report: ReportRecord;
  readonly now: Date;
  readonly section: ReportSection;
  readonly subject: ReadRef;
  /** The language that is read or written: the one that is asked for, else the authoritative one. */
  readonly writing: Language;
}

export async function sectionAt(args: LoaderFunctionArgs): Promise<FoundSection> {
  const found = await reportAt(args);
  const sections = [...found.report.sections, ...found.report.left_out];
  const section = sections.find((one) => String(one.position) === args.params['position']);
  if (section === undefined) throw notFound();
  const { id, coalition_id, status, chairs, authoritative } = found.report;
  const asked = new URL(args.request.url).searchParams.get('language') ?? undefined;
  const subject = { id, coalition_id, status, section_id: section.id, section_status: section.status, left_out: section.left_out_at !== null, owner_id: section.owner_id, owners: sections.map((one) => one.owner_id), chairs };
  return { ...found, section, subject, writing: isLanguage(asked) ? asked : authoritative };
}

interface Act<Name extends string, Subject, Schema extends z.ZodType> {
  readonly rule: Rule<Name, Subject>;
  readonly schema: Schema;
  /** What the rule asks about, beyond the section. */
  readonly subject: (found: FoundSection) => Subject | Promise<Subject>;
  readonly run: (granted: Permit<Name, Subject>, form: { readonly value: z.output<Schema>; readonly occasion: Occasion; readonly version: number | undefined; readonly found: FoundSection }) => Promise<Result<unknown>>;
  /** Where what it did is seen: in a part of the page of the section, or, of a step on its way, among the sections of the report. */
  readonly anchor: 'text' | 'comments' | 'approval' | 'sections';
}

/** One act on a section: what was posted, the permission, the operation, and back to the page of the section. */
export async function sectionAct<Name extends string, Subject, Schema extends z.ZodType>(args: LoaderFunctionArgs, { rule, schema, subject, run, anchor }: Act<Name, Subject, Schema>) {
  const found = await sectionAt(args);
  const granted = permit(rule, found.viewer, await subject(found));
  const reading = readForm(await fieldsOf(args.request), schema, found.language);
  if (!reading.ok) return reading.reply;
  const result = await run(granted, { value: reading.value, occasion: occasionOf(args.context, reading.submission), version: reading.version, found });
  if (!result.ok) return reading.answer(result.problems);
  const { report, section, writing } = found;
  if (anchor === 'sections') return redirect(`${paths.reportEdit(report.ref)}#sections`, 303);
  return redirect(`${paths.reportSection(report.ref, section.position)}${writing === report.authoritative ? '' : `?language=${writing}`}#${anchor}`, 303);
}

/** What most acts are decided on: the section itself. */
export const onSection = ({ subject }: FoundSection): ReadRef => subject;

/** Why the viewer may not, act by act; undefined where they may. */
export const reasonsOf = (viewer: PersonActor, subject: ReadRef) => ({
  write: reason(may(sectionPolicy.write, viewer, subject)), assign: reason(may(sectionPolicy.assign, viewer, subject)), send: reason(may(sectionPolicy.send, viewer, subject)),
  return: reason(may(sectionPolicy.return, viewer, subject)), signOff: reason(may(sectionPolicy.signOff, viewer, subject)), comment: reason(may(sectionPolicy.comment, viewer, subject)),
  restore: reason(may(sectionPolicy.restore, viewer, subject)), draft: reason(may(sectionPolicy.draft, viewer, subject)),
  leaveOut: reason(may(sectionPolicy.leaveOut, viewer, subject)), takeBack: reason(may(sectionPolicy.takeBack, viewer, subject)),
});
