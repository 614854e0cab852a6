import type { Grant, Permit, PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf, type Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { endOf, inForce, mayVote, type MembershipCategory } from './model';
import { tellOfMembership } from './notices.server';
import type { membershipPolicy, MembershipRef } from './policy';
import { carryOnIn, type LockedMembership } from './succession.server';

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
export const endMembership = (granted: PermitFor<typeof membershipPolicy.end>, occasion: Occasion, how: 'withdrawn' | 'ended'): Promise<Result<{ id: string }>> =>
  inTransaction(granted, occasion, (tx) => endIn(tx, granted, occasion, how));

/** The member leaves by its own will. */
export const withdrawMembership = (granted: PermitFor<typeof membershipPolicy.withdraw>, occasion: Occasion): Promise<Result<{ id: string }>> =>
  inTransaction(granted, occasion, (tx) => endIn(tx, granted, occasion, 'withdrawn'));

async function endIn(tx: Tx, granted: PermitFor<typeof membershipPolicy.end> | PermitFor<typeof membershipPolicy.withdraw>, occasion: Occasion, how: 'withdrawn' | 'ended'): Promise<Result<{ id: string }>> {
  const row = await lockCurrent(tx, granted);
  if (row === undefined) return refused(problem('members:problems.no_membership'));
  await tx.updateTable('memberships').set({ status: how, ended_on: endOf(row.joined_on, dayOf(occasion.now)), version: row.version + 1 }).where('id', '=', row.id).execute();
  await closeSuspension(tx, granted, row.id, occasion, null);
  await tellOfMembership(tx, row, how, occasion.now, '');
  return done({ id: row.id });
}

/** ME-10: from this instant nobody acts for the member; what it did stays. */
export const suspendMembership = (granted: PermitFor<typeof membershipPolicy.suspend>, occasion: Occasion, reason: string): Promise<Result<{ id: string }>> =>
  inTransaction(granted, occasion, async (tx) => {
    const row = await lockCurrent(tx, granted);
    if (row === undefined) return refused(problem('members:problems.no_membership'));
    await tx.insertInto('membership_suspensions').values({ id: newId(), membership_id: row.id, starts_at: occasion.now, reason, suspended_by: personOf(granted) }).execute();
    await tx.updateTable('memberships').set({ status: 'suspended', version: row.version + 1 }).where('id', '=', row.id).execute();
    await tellOfMembership(tx, row, 'suspended', occasion.now, reason);
    return done({ id: row.id });
  });

/** ME-10: the member's people act for it again. */
export const reinstateMembership = (granted: PermitFor<typeof membershipPolicy.reinstate>, occasion: Occasion, reason: string): Promise<Result<{ id: string }>> =>
  inTransaction(granted, occasion, async (tx) => {
    const row = await lockCurrent(tx, granted);
    if (row === undefined) return refused(problem('members:problems.no_membership'));
    await closeSuspension(tx, granted, row.id, occasion, reason);
    await tx.updateTable('memberships').set({ status: 'active', version: row.version + 1 }).where('id', '=', row.id).execute();
    await tellOfMembership(tx, row, 'reinstated', occasion.now, reason);
    return done({ id: row.id });
  });

/** ME-4, ME-11: from a day on it is a member as something else. The earlier membership ends there and is carried on by a new one. */
export const changeCategory = (granted: PermitFor<typeof membershipPolicy.recategorise>, occasion: Occasion, version: number, form: { readonly category: MembershipCategory; readonly from: Day }): Promise<Result<{ id: string }>> =>
  inTransaction(granted, occasion, async (tx) => {
    const row = await lockCurrent(tx, granted);
    if (row === undefined) return refused(problem('members:problems.no_membership'));
    if (row.version !== version) return refused(problem('form:problems.changed_meanwhile'));
    if (form.category === row.category) return refused(problem('members:problems.same_category', 'category'));
    if (form.from > dayOf(occasion.now)) return refused(problem('members:problems.joined_in_future', 'from'));
    if (form.from < row.joined_on) return refused(problem('members:problems.before_membership', 'from'));
    if (!mayVote(form.category) && (await holdsVotes(tx, row, occasion))) return refused(problem('members:problems.votes_held', 'category'));
    const id = await carryOnIn(tx, row, { organisation_id: row.organisation_id, category: form.category, from: form.from }, occasion);
    await tellOfMembership(tx, { ...row, category: form.category }, 'recategorised', occasion.now, '');
    return done({ id });
  });

/** ME-5: observers never vote, so seats that do are given up first. */
async function holdsVotes(tx: Tx, { coalition_id, organisation_id }: MembershipRef, { now }: Occasion): Promise<boolean> {
  const found = await tx.selectFrom('seats as s').innerJoin('working_groups as g', 'g.id', 's.working_group_id').select('s.id').where('s.organisation_id', '=', organisation_id)
    .where('g.coalition_id', '=', coalition_id).where('s.voting', '=', true).where((is) => is.or([is('s.until_on', 'is', null), is('s.until_on', '>', dayOf(now))])).limit(1).executeTakeFirst();
  return found !== undefined;
}

async function closeSuspension(tx: Tx, granted: Grant, membership_id: string, { now }: Occasion, end_reason: string | null): Promise<void> {
  await tx.updateTable('membership_suspensions').set({ ends_at: now, end_reason, ended_by: personOf(granted) }).where('membership_id', '=', membership_id).where('ends_at', 'is', null).execute();
}

/** The membership in force under the lock, decided about again. */
async function lockCurrent<Name extends string>(tx: Tx, granted: Permit<Name, MembershipRef>): Promise<LockedMembership | undefined> {
  const { coalition_id, organisation_id, above = [] } = granted.subject;
  const row = await tx.selectFrom('memberships').selectAll().where('coalition_id', '=', coalition_id).where('organisation_id', '=', organisation_id)
    .where('status', 'in', [...inForce]).forUpdate().executeTakeFirst();
  if (row === undefined) return undefined;
  const locked = { ...row, category: row.category as MembershipCategory, status: row.status as LockedMembership['status'] };
  granted.again({ ...locked, above });
  return locked;
}

const personOf = ({ actor }: Grant): string | null => (actor.kind === 'person' ? actor.id : null);
