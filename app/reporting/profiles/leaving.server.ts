import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import type { Occasion } from '#app/access/transaction.server';
import { reopenIn } from '#app/reporting/reports/approvals/reopening.server';
import { onLocked } from '#app/reporting/sections/lock.server';
import { profileKind } from '#app/reporting/sections/model';
import { noteLeftOut, noteTakenBack } from '#app/reporting/sections/notices.server';
import type { sectionPolicy } from '#app/reporting/sections/policy';
import { keepBound } from '#app/reporting/sections/texts/binding.server';

type Policy = typeof sectionPolicy;
type Id = { readonly id: string };

/** SE-11: leaves a profile out of its report. Nothing of it is deleted; what was approved was another report. A profile that a reply names stays. */
export function leaveOut(granted: PermitFor<Policy['leaveOut']>, occasion: Occasion, seen?: number): Promise<Result<Id>> {
  return onLocked(granted, occasion, seen, async (tx, { report, section }) => {
    const by = personOf(granted.actor);
    if (section.kind !== profileKind) return refused(problem('reporting:problems.only_profile'));
    if (section.left_out_at !== null || by === null) return refused(problem('form:problems.changed_meanwhile'));
    const named = await tx.selectFrom('report_replies').select('id').where('section_id', '=', section.id).limit(1).executeTakeFirst();
    if (named !== undefined) return refused(problem('reporting:problems.section_named'));
    const version = section.version + 1;
    await tx.updateTable('report_sections').set({ left_out_at: occasion.now, left_out_by: by, version }).where('id', '=', section.id).execute();
    await reopenIn(tx, report);
    await noteLeftOut(tx, granted.actor, { ...section, ref: report.ref, version }, occasion.now);
    return done({ id: section.id });
  });
}

/** SE-11: takes it back, as it stood; the figures that it binds are kept where they were not at the freeze. */
export function takeBack(granted: PermitFor<Policy['takeBack']>, occasion: Occasion, seen?: number): Promise<Result<Id>> {
  return onLocked(granted, occasion, seen, async (tx, { report, section }) => {
    if (section.left_out_at === null) return refused(problem('form:problems.changed_meanwhile'));
    const version = section.version + 1;
    await tx.updateTable('report_sections').set({ left_out_at: null, left_out_by: null, version }).where('id', '=', section.id).execute();
    const texts = await tx.selectFrom('report_section_texts').select('body').where('section_id', '=', section.id).execute();
    await keepBound(tx, report, texts.map(({ body }) => body).join('\n'));
    await reopenIn(tx, report);
    await noteTakenBack(tx, granted.actor, { ...section, ref: report.ref, version }, occasion.now);
    return done({ id: section.id });
  });
}
