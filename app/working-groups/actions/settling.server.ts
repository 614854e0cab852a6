import type { Updateable } from 'kysely';
import type { Permit, PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf, type Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { attachEvidenceIn, type EvidenceForm } from '#app/records/evidence/operations.server';
import type { DB } from '#db/schema';
import { tellConcerned, tellOwners } from './notices.server';
import type { ActionRef, actionPolicy } from './policy';
import { sitsIn } from './owners.server';

export interface Completion {
  readonly outcome: string;
  readonly evidence: EvidenceForm | null;
}
export interface Rescheduling {
  readonly due_on: Day;
  readonly reason: string;
}
export interface Reassignment {
  readonly owner_id: string;
  readonly reason: string;
}

type Settled = Promise<Result<{ ref: string }>>;
type Row = Awaited<ReturnType<typeof lockAction>>;

const lockAction = (tx: Tx, id: string) => tx.selectFrom('action_items as a').innerJoin('sessions as s', 's.id', 'a.session_id').innerJoin('working_groups as g', 'g.id', 's.working_group_id')
  .selectAll('a').select(['s.working_group_id', 's.time_zone', 'g.coalition_id']).where('a.id', '=', id).forUpdate('a').executeTakeFirstOrThrow();

/** Under the lock and as its reader saw it: whatever is decided is written, with the next version. */
function settle(granted: Permit<string, ActionRef>, occasion: Occasion, version: number, decide: (tx: Tx, row: Row) => Promise<Result<Updateable<DB['action_items']>>>): Settled {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockAction(tx, granted.subject.id);
    granted.again(row);
    if (row.version !== version) return refused(problem('form:problems.changed_meanwhile'));
    const decided = await decide(tx, row);
    if (!decided.ok) return decided;
    await tx.updateTable('action_items').set({ ...decided.value, version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ ref: row.ref });
  });
}

export const startAction = (granted: PermitFor<typeof actionPolicy.start>, occasion: Occasion, version: number): Settled =>
  settle(granted, occasion, version, () => Promise.resolve(done({ status: 'in_progress', reason: null })));

/** AB-1: done, with what came of it and whatever shows it; the day is that of the meeting's zone. */
export const completeAction = (granted: PermitFor<typeof actionPolicy.complete>, occasion: Occasion, version: number, form: Completion): Settled =>
  settle(granted, occasion, version, async (tx, row) => {
    const attached = form.evidence === null ? done(null) : await attachEvidenceIn(tx, granted, occasion, { action_item_id: row.id }, form.evidence);
    return attached.ok ? done({ status: 'done', done_on: dayOf(occasion.now, row.time_zone), outcome: form.outcome, reason: null }) : attached;
  });

export const blockAction = (granted: PermitFor<typeof actionPolicy.block>, occasion: Occasion, version: number, reason: string): Settled =>
  settle(granted, occasion, version, async (tx, row) => {
    await tellConcerned(tx, granted.actor, row, { what: 'blocked', reason }, occasion.now);
    return done({ status: 'blocked', reason });
  });

export const reopenAction = (granted: PermitFor<typeof actionPolicy.reopen>, occasion: Occasion, version: number, reason: string): Settled =>
  settle(granted, occasion, version, async (tx, row) => {
    await tellConcerned(tx, granted.actor, row, { what: 'reopened', reason }, occasion.now);
    return done({ status: 'open', done_on: null, reason });
  });

export const cancelAction = (granted: PermitFor<typeof actionPolicy.cancel>, occasion: Occasion, version: number, reason: string): Settled =>
  settle(granted, occasion, version, async (tx, row) => {
    await tellConcerned(tx, granted.actor, row, { what: 'cancelled', reason }, occasion.now);
    return done({ status: 'cancelled', reason });
  });

/** AB-3: another day; the one that was promised first stays beside it. */
export const rescheduleAction = (granted: PermitFor<typeof actionPolicy.reschedule>, occasion: Occasion, version: number, { due_on, reason }: Rescheduling): Settled =>
  settle(granted, occasion, version, async (tx, row) => {
    if (due_on < dayOf(occasion.now, row.time_zone)) return refused(problem('working-groups:problems.due_in_past', 'due_on'));
    if (due_on === row.due_on) return refused(problem('working-groups:problems.same_day', 'due_on'));
    await tellConcerned(tx, granted.actor, { ...row, due_on }, { what: 'moved', reason }, occasion.now);
    return done({ due_on, reason });
  });

/** AB-2: to somebody else of the group; who has it now and who had it are told, each in their words. */
export const reassignAction = (granted: PermitFor<typeof actionPolicy.reassign>, occasion: Occasion, version: number, { owner_id, reason }: Reassignment): Settled =>
  settle(granted, occasion, version, async (tx, row) => {
    if (owner_id === row.owner_id || !(await sitsIn(tx, row.working_group_id, owner_id, dayOf(occasion.now, row.time_zone)))) return refused(problem('working-groups:problems.no_such_owner', 'owner_id'));
    await tellOwners(tx, granted.actor, row, { owner_id, reason }, occasion.now);
    return done({ owner_id, reason });
  });
