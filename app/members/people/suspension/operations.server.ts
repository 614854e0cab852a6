import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import type { Occasion } from '#app/access/transaction.server';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import type { suspensionPolicy } from './policy';
import { personOver } from './queries.server';

/**
 * Shuts somebody out from this instant on, in every open sign-in; their roles stay as they are. PE-2: the last lead of a secretariat
 * cannot be suspended; two at once are told apart by the trigger `people_last_lead`.
 */
export async function suspendPersonIn(tx: Tx, granted: PermitFor<typeof suspensionPolicy.suspend>, { now }: Occasion, { reason }: { reason: string }): Promise<Result<null>> {
  const { id } = granted.subject;
  const row = await tx.selectFrom('people').select(['suspended_at', 'erased_at']).where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined || row.erased_at !== null) return refused(problem('accounts:problems.no_person'));
  granted.again(await personOver(id, now, tx));
  if (row.suspended_at !== null) return refused(problem('accounts:problems.suspended_already'));
  // Before it counts: who is suspended gets no letter.
  await sendLetter(tx, { to: { personId: id }, words: 'accounts:mails.suspended', values: { reason }, thread: `suspension:${id}`, key: `suspended:${id}:${now.toISOString()}`, now });
  await tx.updateTable('people').set((is) => ({ suspended_at: now, suspended_reason: reason, version: is('version', '+', 1) })).where('id', '=', id).execute();
  return done(null);
}

/** Lets somebody in again, with the roles that are in force. */
export async function reinstatePersonIn(tx: Tx, granted: PermitFor<typeof suspensionPolicy.reinstate>, { now }: Occasion): Promise<Result<null>> {
  const { id } = granted.subject;
  const row = await tx.selectFrom('people').select('suspended_at').where('id', '=', id).where('erased_at', 'is', null).forUpdate().executeTakeFirst();
  granted.again(await personOver(id, now, tx));
  if (row === undefined || row.suspended_at === null) return refused(problem('accounts:problems.not_suspended'));
  await tx.updateTable('people').set((is) => ({ suspended_at: null, suspended_reason: null, version: is('version', '+', 1) })).where('id', '=', id).execute();
  await sendLetter(tx, { to: { personId: id }, words: 'accounts:mails.reinstated', path: paths.signIn(), thread: `suspension:${id}`, key: `reinstated:${id}:${now.toISOString()}`, now });
  return done(null);
}
