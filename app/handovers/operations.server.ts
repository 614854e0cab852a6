import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { passOnRolesIn } from '#app/members/people/roles/succession.server';
import { belongsToIn } from '#app/members/people/roles/operations.server';
import { coalitionsOverOrganisation } from '#app/members/people/roles/queries.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { passOnWorkIn } from '#app/working-groups/succession/operations.server';
import type { HandoverStatus, Moved } from './model';
import { tellOfHandover } from './notices.server';
import type { HandoverRef, handoverPolicy } from './policy';
import { heldForIn } from './queries.server';

export interface HandoverForm {
  readonly receiver_id: string;
  readonly note: string;
}

/** ME-12: offers what somebody does for an organisation to another of its people, who is written to. Nothing moves before they take it. */
export const offerHandover = (granted: PermitFor<typeof handoverPolicy.offer>, occasion: Occasion, { receiver_id, note }: HandoverForm): Promise<Result<{ id: string }>> =>
  inTransaction(granted, occasion, async (tx) => {
    const { organisation_id, giver_id } = granted.subject;
    if (receiver_id === giver_id) return refused(problem('handovers:problems.to_another', 'receiver_id'));
    if ((await heldForIn(tx, giver_id, organisation_id, occasion.now)).length === 0) return refused(problem('handovers:problems.nothing_held', 'giver_id'));
    if (!(await belongsToIn(tx, receiver_id, organisation_id, occasion.now))) return refused(problem('accounts:problems.no_affiliation', 'receiver_id'));
    const id = newId();
    const offered_by = granted.actor.kind === 'person' ? granted.actor.id : null;
    await tx.insertInto('handovers').values({ id, organisation_id, giver_id, receiver_id, note, offered_by, offered_at: occasion.now }).execute();
    await tellOfHandover(tx, id, 'offered', occasion.now);
    return done({ id });
  });

/** ME-12: the receiver takes it. At the same instant the giver's roles end and the receiver's begin, and what is open moves; the list is kept. */
export const acceptHandover = (granted: PermitFor<typeof handoverPolicy.accept>, occasion: Occasion): Promise<Result<Moved>> =>
  inTransaction(granted, occasion, async (tx) => {
    const row = await lockHandover(tx, granted.subject.id);
    granted.again(row);
    const { giver_id: from, receiver_id: to, organisation_id } = row;
    if (!(await belongsToIn(tx, to, organisation_id, occasion.now))) return refused(problem('accounts:problems.no_affiliation'));
    const held = await heldForIn(tx, from, organisation_id, occasion.now);
    if (held.length === 0) return refused(problem('handovers:problems.nothing_held'));
    const roles = await passOnRolesIn(tx, granted, occasion, { to, role_ids: held.map(({ id }) => id), reason: row.note, given_by: row.offered_by ?? from });
    const moved: Moved = { roles, ...(await passOnWorkIn(tx, granted, occasion, { from, to, organisation_id })) };
    await settle(tx, row, 'accepted', occasion, { moved });
    return done(moved);
  });

export const declineHandover = (granted: PermitFor<typeof handoverPolicy.decline>, occasion: Occasion, answer: string): Promise<Result<null>> =>
  inTransaction(granted, occasion, async (tx) => {
    const row = await lockHandover(tx, granted.subject.id);
    granted.again(row);
    await settle(tx, row, 'declined', occasion, { answer });
    return done(null);
  });

/** Takes an offer back that nobody has answered. */
export const withdrawHandover = (granted: PermitFor<typeof handoverPolicy.withdraw>, occasion: Occasion): Promise<Result<null>> =>
  inTransaction(granted, occasion, async (tx) => {
    const row = await lockHandover(tx, granted.subject.id);
    granted.again(row);
    await settle(tx, row, 'withdrawn', occasion, {});
    return done(null);
  });

type Locked = HandoverRef & { readonly note: string; readonly offered_by: string | null; readonly version: number };

async function lockHandover(tx: Tx, id: string): Promise<Locked> {
  const row = await tx.selectFrom('handovers').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  return { ...row, status: row.status as HandoverStatus, coalition_ids: await coalitionsOverOrganisation(row.organisation_id, tx) };
}

async function settle(tx: Tx, row: Locked, status: Exclude<HandoverStatus, 'offered'>, { now }: Occasion, { answer = null, moved = null }: { answer?: string | null; moved?: Moved | null }): Promise<void> {
  await tx.updateTable('handovers').set({ status, answer, moved: moved === null ? null : { ...moved }, answered_at: now, version: row.version + 1 }).where('id', '=', row.id).execute();
  await tellOfHandover(tx, row.id, status, now);
}

