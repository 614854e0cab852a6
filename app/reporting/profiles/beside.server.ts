import type { Actor } from '#app/access/actor';
import { database } from '#app/platform/database.server';
import type { ReportRecord } from '#app/reporting/reports/queries.server';
import { findSectionText } from '#app/reporting/sections/texts/queries.server';
import { draftsOf } from './drafting.server';

/** What stands in the language that counts, and the first text that could take its place. */
export interface DraftBeside {
  readonly stands: { readonly number: number; readonly heading: string; readonly body: string };
  readonly draft: { readonly heading: string; readonly body: string };
}

export async function draftBeside(viewer: Actor, { report, section, now }: { readonly report: ReportRecord; readonly section: { readonly id: string }; readonly now: Date }): Promise<DraftBeside | undefined> {
  const [drafts, stands] = [await draftsOf(database(), { report: { ...report, language: report.authoritative }, section, now }), await findSectionText(viewer, section.id, report.authoritative)];
  const draft = drafts?.find(({ language }) => language === report.authoritative)?.text;
  return draft === undefined || stands === undefined ? undefined : { draft, stands: { number: stands.number, heading: stands.heading, body: stands.body } };
}
