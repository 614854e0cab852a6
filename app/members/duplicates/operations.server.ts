import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { passOnMembershipsIn } from '#app/members/memberships/succession.server';
import type { DuplicateReason } from '#app/members/organisations/model';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { duplicatePolicy } from './policy';

type Decide = PermitFor<typeof duplicatePolicy.decide>;

/** Notes pairs that may be the same organisation: open for a person to decide, or already told apart by one. */
export async function noteDuplicatesIn(
  tx: Tx, organisation_id: string, others: readonly { readonly id: string; readonly because: DuplicateReason }[], status: 'open' | 'different', decided_by: string | null,
): Promise<void> {
  if (others.length === 0) return;
  await tx.insertInto('organisation_duplicates').values(others.map(({ id, because }) => ({ id: newId(), organisation_id, other_id: id, reason: because, status, decided_by }))).execute();
}

/** Says that the two of a pair are different organisations; whatever else made them look alike is settled with it. */
export function keepApart(granted: Decide, occasion: Occasion): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const pair = await lockedPair(tx, granted);
    if (pair === undefined) return refused(problem('members:problems.decided_already'));
    await settle(tx, granted, 'different');
    return done({ id: pair.id });
  });
}

/**
 * ME-2: merges the one of the pair that is given into the other. It keeps its reference, identifiers and history and from now on leads to the
 * other; memberships in force are carried on by it. Returns the reference of the organisation that stays.
 */
export function mergeOrganisations(granted: Decide, occasion: Occasion, mergedId: string): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const pair = await lockedPair(tx, granted);
    if (pair === undefined) return refused(problem('members:problems.decided_already'));
    const ids = [pair.organisation_id, pair.other_id];
    // Always in the order of their keys, so that two merges of the same organisations wait for each other instead of blocking.
    const rows = await tx.selectFrom('organisations').selectAll().where('id', 'in', ids).orderBy('id').forUpdate().execute();
    const merged = rows.find(({ id }) => id === mergedId);
    const stays = rows.find(({ id }) => id !== mergedId);
    if (merged === undefined || stays === undefined) return refused(problem('members:problems.choose_kept', 'keep'));
    if (merged.status !== 'active' || stays.status !== 'active') return refused(problem('members:problems.not_active'));
    await tx.updateTable('organisations').set({ status: 'merged', merged_into_id: stays.id, version: merged.version + 1 }).where('id', '=', merged.id).execute();
    await passOnMembershipsIn(tx, occasion, merged.id, stays.id);
    await settle(tx, granted, 'same');
    return done({ ref: stays.ref });
  });
}

async function lockedPair(tx: Tx, granted: Decide): Promise<Decide['subject'] | undefined> {
  const row = await tx.selectFrom('organisation_duplicates').selectAll().where('id', '=', granted.subject.id).forUpdate().executeTakeFirst();
  if (row?.status !== 'open') return undefined;
  granted.again(row);
  return row;
}

/** Every open row about the two gets the same answer. */
async function settle(tx: Tx, granted: Decide, status: 'same' | 'different'): Promise<void> {
  const pair = [granted.subject.organisation_id, granted.subject.other_id];
  await tx.updateTable('organisation_duplicates').set({ status, decided_by: granted.actor.kind === 'person' ? granted.actor.id : null })
    .where('status', '=', 'open').where('organisation_id', 'in', pair).where('other_id', 'in', pair).execute();
}
