import { sql } from 'kysely';
import { personOf } from '#app/access/actor';
import type { Grant, PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { lockCommitment } from '../lock.server';
import { tell } from '../notices.server';
import type { GapPlan, GapState } from './model';
import type { gapPolicy } from './policy';
import { ownersOf } from './queries.server';

type Policy = typeof gapPolicy;
type Ref = { readonly ref: string };
const mostGaps = 50;

/** Names what is missing. */
export function openGap(granted: PermitFor<Policy['open']>, occasion: Occasion, what: string): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockCommitment(tx, granted.subject.id);
    granted.again(row);
    const standing = await tx.selectFrom('data_gaps').select('id').where('commitment_id', '=', row.id).execute();
    if (standing.length >= mostGaps) return refused(problem('commitments:problems.gap_most', 'what', { most: mostGaps }));
    const opened_by = personOf(granted.actor);
    await tx.insertInto('data_gaps').values({ id: newId(), commitment_id: row.id, what, owner_id: opened_by, opened_by, opened_at: occasion.now }).execute();
    return done({ ref: row.ref });
  });
}

/** Says who finds it out, how and by when. Who it is given to is told. */
export function planGap(granted: PermitFor<Policy['plan']>, occasion: Occasion, seen: number | undefined, plan: GapPlan): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { row, gap } = await lockBoth(tx, granted);
    if (seen !== undefined && seen !== gap.version) return refused(problem('form:problems.changed_meanwhile'));
    if (plan.due_on < dayOf(occasion.now)) return refused(problem('commitments:problems.milestone_past', 'due_on'));
    if (!(await ownersOf(row, occasion.now, tx)).some(({ value }) => value === plan.owner_id)) return refused(problem('form:errors.choose', 'owner_id'));
    await tx.updateTable('data_gaps').set({ ...plan, status: 'planned', version: gap.version + 1 }).where('id', '=', gap.id).execute();
    const given = plan.owner_id !== gap.owner_id && plan.owner_id !== personOf(granted.actor);
    if (given) await tell(tx, row, [plan.owner_id], { words: 'gap_given', version: `${gap.id}.${gap.version + 1}`, now: occasion.now, reason: plan.plan, path: paths.gaps(row.ref) });
    return done({ ref: row.ref });
  });
}

/** Says what was found out, or why it is accepted that nobody will know. */
export function endGap(granted: PermitFor<Policy['close' | 'accept']>, occasion: Occasion, to: 'closed' | 'accepted', answer: string): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { row, gap } = await lockBoth(tx, granted);
    await tx.updateTable('data_gaps').set({ status: to, answer, ended_by: personOf(granted.actor), ended_at: occasion.now, version: gap.version + 1 }).where('id', '=', gap.id).execute();
    return done({ ref: row.ref });
  });
}

/** A goal without a baseline opens a gap, once; a baseline closes it. Called where goals come to stand: by submitting, and by an amendment. */
export async function keepGapsIn(tx: Tx, granted: Grant, occasion: Occasion, commitment_id: string): Promise<void> {
  const by = personOf(granted.actor);
  await sql`update data_gaps d set status = 'closed', ended_by = ${by}::uuid, ended_at = ${occasion.now}, version = d.version + 1
    from goals g where g.id = d.goal_id and d.commitment_id = ${commitment_id} and d.status in ('open', 'planned') and g.baseline_value is not null`.execute(tx);
  const { rows } = await sql<{ id: string }>`select g.id from goals g where g.commitment_id = ${commitment_id} and g.target_value is not null and g.baseline_value is null
    and not exists (select from data_gaps d where d.goal_id = g.id) order by g.position`.execute(tx);
  if (rows.length > 0) await tx.insertInto('data_gaps').values(rows.map((goal) => ({ id: newId(), commitment_id, goal_id: goal.id, owner_id: by, opened_by: by, opened_at: occasion.now }))).execute();
}

/** The commitment first, as everywhere; then it is decided again on the rows as they are. */
async function lockBoth(tx: Tx, granted: PermitFor<Policy['plan' | 'close' | 'accept']>) {
  const { id, gap_id } = granted.subject;
  const row = await lockCommitment(tx, id);
  const gap = await tx.selectFrom('data_gaps').selectAll().where('id', '=', gap_id).where('commitment_id', '=', row.id).forUpdate().executeTakeFirstOrThrow();
  granted.again({ ...row, gap_id, gap: gap.status as GapState, opened_by: gap.opened_by });
  return { row, gap };
}
