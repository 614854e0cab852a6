import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { beforeApproval, capacities, type Capacity } from '../model';
import { lockReport } from '../operations.server';
import { capacityOf, type reportPolicy } from '../policy';
import { publicationGaps } from '../publication.server';
import { chairsOf } from './queries.server';

/** Approves a report in the capacity that one has: when nothing else is missing. With the second approval it may be published. */
export function approveReport(granted: PermitFor<typeof reportPolicy.approve>, occasion: Occasion, seen?: number): Promise<Result<{ capacity: Capacity }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const report = await lockReport(tx, granted.subject.id);
    const approvals = await tx.selectFrom('report_approvals').select(['capacity', 'person_id']).where('report_id', '=', report.id).execute();
    const subject = { ...report, approvals, chairs: await chairsOf(tx, report.coalition_id, occasion.now) };
    granted.again(subject);
    // What is approved is what was read.
    if (seen !== undefined && seen !== report.version) return refused(problem('form:problems.changed_meanwhile'));
    const [capacity, person_id] = [capacityOf(granted.actor, subject), personOf(granted.actor)];
    if (capacity === undefined || person_id === null) return refused(problem('form:problems.changed_meanwhile'));
    const missing = beforeApproval(await publicationGaps(tx, report.id, occasion.now));
    if (missing.length > 0) return refused(...missing.map((gap) => problem(`reporting:gaps.${gap}`)));
    await tx.insertInto('report_approvals').values({ report_id: report.id, capacity, person_id, approved_at: occasion.now }).execute();
    const all = approvals.length + 1 === capacities.length;
    if (all) await tx.updateTable('reports').set({ status: 'approved', version: report.version + 1 }).where('id', '=', report.id).execute();
    return done({ capacity });
  });
}
