import { sql } from 'kysely';
import { permit, type PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { passOnMembershipsIn } from '#app/members/memberships/succession.server';
import type { DuplicateReason } from '#app/members/organisations/model';
import { passOnPeopleIn } from '#app/members/people/succession.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { stays, type Decision } from './model';
import { duplicatePolicy, type DuplicateRef } from './policy';
import { pairIn, worthOf } from './queries.server';

type Decide = PermitFor<typeof duplicatePolicy.decide>;

/** Notes pairs that may be the same organisation: open for a person to decide, or already told apart by one. */
export async function noteDuplicatesIn(
  tx: Tx, organisation_id: string, others: readonly { readonly id: string; readonly because: DuplicateReason }[], status: 'open' | 'different', decided_by: string | null,
): Promise<void> {
  if (others.length === 0) return;
  await tx.insertInto('organisation_duplicates').values(others.map(({ id, because }) => ({ id: newId(), organisation_id, other_id: id, reason: because, status, decided_by }))).execute();
}

/** Says that the two of a pair are different organisations; whatever else made them look alike is settled with it. */
export const keepApart = (granted: Decide, occasion: Occasion, reason: string): Promise<Result<{ id: string }>> =>
  inTransaction(granted, occasion, (tx) => keepApartIn(tx, granted, occasion, reason));

async function keepApartIn(tx: Tx, granted: Decide, occasion: Occasion, reason: string): Promise<Result<{ id: string }>> {
  const rows = await lockedPair(tx, granted);
  if (rows === undefined) return refused(problem('members:problems.decided_already'));
  await settle(tx, granted, rows, 'different', occasion, reason);
  return done({ id: granted.subject.id });
}

/**
 * ME-2: merges the one of the pair that is given into the other. It keeps its reference, identifiers and history and from now on leads to the
 * other; memberships in force, its people and their roles are carried on by it. Returns the reference of the organisation that stays.
 */
export const mergeOrganisations = (granted: Decide, occasion: Occasion, mergedId: string, reason: string): Promise<Result<{ ref: string }>> =>
  inTransaction(granted, occasion, (tx) => mergeIn(tx, granted, occasion, mergedId, reason));

async function mergeIn(tx: Tx, granted: Decide, occasion: Occasion, mergedId: string, reason: string): Promise<Result<{ ref: string }>> {
  const open = await lockedPair(tx, granted);
  if (open === undefined) return refused(problem('members:problems.decided_already'));
  const { organisation_id, other_id } = granted.subject;
  const rows = await tx.selectFrom('organisations').selectAll().where('id', 'in', [organisation_id, other_id]).execute();
  const merged = rows.find(({ id }) => id === mergedId);
  const kept = rows.find(({ id }) => id !== mergedId);
  if (merged === undefined || kept === undefined) return refused(problem('members:problems.choose_kept', 'decision'));
  if (merged.status !== 'active' || kept.status !== 'active') return refused(problem('members:problems.not_active'));
  await tx.updateTable('organisations').set({ status: 'merged', merged_into_id: kept.id, version: merged.version + 1 }).where('id', '=', merged.id).execute();
  await passOnMembershipsIn(tx, occasion, merged.id, kept.id);
  await passOnPeopleIn(tx, granted, occasion, { from: merged.id, to: kept.id, reason });
  await settle(tx, granted, open, 'same', occasion, reason);
  return done({ ref: kept.ref });
}

/** Decides about several pairs at once, each as it stands when its turn comes; those that are decided already are passed over. */
export const decidePairs = (granted: PermitFor<typeof duplicatePolicy.decideMany>, occasion: Occasion, decision: Decision, reason: string): Promise<Result<{ decided: number }>> =>
  inTransaction(granted, occasion, async (tx) => {
    let decided = 0;
    for (const asked of granted.subject.pairs) {
      const pair = await pairIn(tx, asked);
      if (pair === undefined) continue;
      const one = permit(duplicatePolicy.decide, granted.actor, pair);
      const result = decision === 'different' ? await keepApartIn(tx, one, occasion, reason) : await mergeIn(tx, one, occasion, await goesIn(tx, pair), reason);
      if (!result.ok) return result;
      decided += 1;
    }
    return done({ decided });
  });

/** Which of the two is merged into the other, where nobody chose. */
async function goesIn(tx: Tx, { organisation_id, other_id }: DuplicateRef): Promise<string> {
  const [one, other] = await worthOf(tx, [organisation_id, other_id]);
  return one !== undefined && other !== undefined && stays(one, other) === one ? other.id : (one?.id ?? organisation_id);
}

/** The open rows about the two, as they stand after every merge; both organisations are locked in the order of their keys, so that two decisions wait for each other. */
async function lockedPair(tx: Tx, granted: Decide): Promise<readonly string[] | undefined> {
  const { organisation_id, other_id } = granted.subject;
  await tx.selectFrom('organisations').select('id').where('id', 'in', [organisation_id, other_id]).orderBy('id').forUpdate().execute();
  const found = await sql<{ id: string }>`
    select d.id from organisation_duplicates d where d.status = 'open' and array[organisation_successor(d.organisation_id), organisation_successor(d.other_id)] <@ array[${organisation_id}, ${other_id}]::uuid[]
      and organisation_successor(d.organisation_id) <> organisation_successor(d.other_id) order by d.id for update`.execute(tx);
  if (found.rows.length === 0) return undefined;
  granted.again(granted.subject);
  return found.rows.map(({ id }) => id);
}

/** Every open row about the two gets the same answer. */
async function settle(tx: Tx, granted: Decide, ids: readonly string[], status: 'same' | 'different', { now }: Occasion, reason: string): Promise<void> {
  await tx.updateTable('organisation_duplicates').set({ status, decided_by: granted.actor.kind === 'person' ? granted.actor.id : null, decided_at: now, decided_reason: reason }).where('id', 'in', [...ids]).execute();
}
