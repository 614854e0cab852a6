import type { Permit } from '#app/access/permit';
import { problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { chairsOf } from '#app/reporting/reports/approvals/queries.server';
import { reopenIn } from '#app/reporting/reports/approvals/reopening.server';
import { lockReport } from '#app/reporting/reports/operations.server';
import type { ReadRef, SectionRef } from './policy';

/** A section and its report as they are now, locked, with what is decided on. */
export async function lockSection(tx: Tx, { id, section_id }: SectionRef, now: Date) {
  const report = await lockReport(tx, id);
  const section = await tx.selectFrom('report_sections').selectAll().where('id', '=', section_id).where('report_id', '=', report.id).forUpdate().executeTakeFirstOrThrow();
  const owners = await tx.selectFrom('report_sections').select('owner_id').distinct().where('report_id', '=', report.id).execute();
  const subject: ReadRef = {
    id: report.id, coalition_id: report.coalition_id, status: report.status, section_id: section.id, section_status: section.status, left_out: section.left_out_at !== null, owner_id: section.owner_id,
    owners: owners.map(({ owner_id }) => owner_id), chairs: await chairsOf(tx, report.coalition_id, now),
  };
  return { report, section, subject };
}
export type LockedSection = Awaited<ReturnType<typeof lockSection>>;

type Granted = Permit<string, SectionRef>;

/** An act on a section: under its lock, decided again on what stands there now. `seen`: the version that was read; where another one stands, nothing is done. */
export function onLocked<Value>(granted: Granted, occasion: Occasion, seen: number | undefined, act: (tx: Tx, locked: LockedSection) => Promise<Result<Value>>): Promise<Result<Value>> {
  return inTransaction(granted, occasion, async (tx) => {
    const locked = await lockSection(tx, granted.subject, occasion.now);
    granted.again(locked.subject);
    return seen !== undefined && seen !== locked.section.version ? refused(problem('form:problems.changed_meanwhile')) : act(tx, locked);
  });
}

/** The text that stands in a language. */
export const textIn = (tx: Tx, section_id: string, language: string) =>
  tx.selectFrom('report_section_texts').selectAll().where('section_id', '=', section_id).where('language', '=', language).forUpdate().executeTakeFirst();

/** Another text than was signed: the section is drafted again, and approved again. While it is in review, whoever signs reads what stands then. */
export async function rewritten(tx: Tx, { report, section }: LockedSection): Promise<void> {
  const status = section.status === 'in_review' ? 'in_review' : 'drafting';
  await tx.updateTable('report_sections').set({ status, signed_off_by: null, signed_off_at: null, version: section.version + 1 }).where('id', '=', section.id).execute();
  await reopenIn(tx, report);
}
