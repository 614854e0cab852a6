import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf, type Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { endOf, inForce, type MembershipCategory } from './model';
import type { membershipPolicy } from './policy';

type Admit = PermitFor<typeof membershipPolicy.admit>;

export interface MembershipForm {
  readonly category: MembershipCategory;
  readonly joined_on: Day;
}

/** Admits an organisation to a coalition from a day on. ME-4 holds in the database: no two memberships of a pair overlap. */
export function admitMember(granted: Admit, occasion: Occasion, form: MembershipForm): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, (tx) => admitMemberIn(tx, granted, occasion, form));
}

export async function admitMemberIn(tx: Tx, granted: Admit, occasion: Occasion, form: MembershipForm): Promise<Result<{ id: string }>> {
  const { coalition_id, organisation_id } = granted.subject;
  if (form.joined_on > dayOf(occasion.now)) return refused(problem('members:problems.joined_in_future', 'joined_on'));
  const organisation = await tx.selectFrom('organisations').select('status').where('id', '=', organisation_id).forShare().executeTakeFirstOrThrow();
  if (organisation.status !== 'active') return refused(problem('members:problems.not_active'));
  const coalition = await tx.selectFrom('coalitions').select('status').where('id', '=', coalition_id).forShare().executeTakeFirstOrThrow();
  if (coalition.status === 'closed') return refused(problem('members:problems.coalition_closed', 'coalition_id'));
  const id = newId();
  await tx.insertInto('memberships').values({ id, coalition_id, organisation_id, category: form.category, status: 'active', joined_on: form.joined_on, created_at: occasion.now }).execute();
  return done({ id });
}

/** Ends the membership in force, with the day it ends on; its history stays. */
export function endMembership(granted: PermitFor<typeof membershipPolicy.end>, occasion: Occasion, how: 'withdrawn' | 'ended'): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { coalition_id, organisation_id } = granted.subject;
    const row = await tx.selectFrom('memberships').selectAll().where('coalition_id', '=', coalition_id).where('organisation_id', '=', organisation_id)
      .where('status', 'in', [...inForce]).forUpdate().executeTakeFirst();
    if (row === undefined) return refused(problem('members:problems.no_membership'));
    granted.again({ ...row, above: granted.subject.above ?? [] });
    await tx.updateTable('memberships').set({ status: how, ended_on: endOf(row.joined_on, dayOf(occasion.now)), version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ id: row.id });
  });
}
