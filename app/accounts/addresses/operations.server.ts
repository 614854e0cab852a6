import { permit, type PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { replaceMailIn } from '#app/members/people/operations.server';
import { peoplePolicy } from '#app/members/people/policy';
import { enqueueJob } from '#app/platform/jobs.server';
import { database, type Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { takeTry, type Limit } from '#app/platform/rate-limit.server';
import { consumeLinkIn, offerLinkIn, withdrawLinksIn } from '../links/link.server';
import { personActor } from '../login/person.server';
import { countsFrom, normalAddress } from '../model';
import { askForConfirmation, tellOfNewAddress, warnOldAddress } from './notices.server';
import type { accountPolicy } from '../policy';
import { hashOf } from '../secrets.server';

/** The kind of job that lets a confirmed address count. */
export const addressJob = 'accounts.address';

const links = ['address_confirmation', 'address_withdrawal'] as const;

const limit = (person_id: string): Limit => ({ bucket: `address:account:${hashOf(person_id)}`, most: 5, minutes: 60 });

/** AC-9: writes to the new address for confirmation, and to the old one in time to call it off. One that was asked for before ends. */
export async function askAddressChange(granted: PermitFor<typeof accountPolicy.changeAddress>, occasion: Occasion, { mail }: { mail: string }): Promise<Result<null>> {
  const { person_id } = granted.subject;
  const { now } = occasion;
  if (!(await takeTry(limit(person_id), now))) return refused(problem('accounts:problems.too_many', undefined, { minutes: 60 }));
  return inTransaction(granted, occasion, async (tx) => {
    const address = normalAddress(mail);
    await tx.selectFrom('people').select('id').where('id', '=', person_id).forUpdate().execute();
    const holder = await tx.selectFrom('person_mails').select('person_id').where('address', '=', address).executeTakeFirst();
    if (holder !== undefined) return refused(problem(holder.person_id === person_id ? 'accounts:problems.same_address' : 'accounts:problems.address_taken', 'mail'));
    await settleOpenIn(tx, person_id, 'called_off', now);
    const id = newId();
    await tx.insertInto('address_changes').values({ id, person_id, address, asked_at: now }).execute();
    await askForConfirmation(tx, { id, person_id, address }, await offerLinkIn(tx, { personId: person_id, purpose: 'address_confirmation', now }), now);
    await warnOldAddress(tx, { id, person_id, address }, await offerLinkIn(tx, { personId: person_id, purpose: 'address_withdrawal', now }), now);
    return done(null);
  });
}

/** Whoever reads the new address confirms it; it counts once 72 hours have passed since it was asked for. */
export const confirmAddress = (granted: PermitFor<typeof accountPolicy.confirmAddress>, occasion: Occasion): Promise<Result<{ counts_from: string }>> =>
  inTransaction(granted, occasion, async (tx) => {
    const { person_id, secret_hash } = granted.subject;
    const { now } = occasion;
    if (!(await consumeLinkIn(tx, { secret_hash, purpose: 'address_confirmation' }, now))) return refused(problem('accounts:problems.link_used'));
    const change = await tx.selectFrom('address_changes').selectAll().where('person_id', '=', person_id).where('settled_at', 'is', null).forUpdate().executeTakeFirst();
    if (change === undefined) return refused(problem('accounts:problems.link_used'));
    await tx.updateTable('address_changes').set({ confirmed_at: now }).where('id', '=', change.id).execute();
    const runAt = countsFrom(change.asked_at, now);
    await enqueueJob(tx, { kind: addressJob, payload: { change: change.id }, runAt, uniqueKey: `${addressJob}:${change.id}` });
    return done({ counts_from: runAt.toISOString() });
  });

/** Calls a change off, from the account or by the link that went to the old address. */
export const withdrawAddressChange = (granted: PermitFor<typeof accountPolicy.withdrawAddress>, occasion: Occasion): Promise<Result<null>> =>
  inTransaction(granted, occasion, async (tx) => {
    const settled = await settleOpenIn(tx, granted.subject.person_id, 'called_off', occasion.now);
    return settled ? done(null) : refused(problem('accounts:problems.no_change_waits'));
  });

/** Ends the change that waits for somebody, with its links; whether there was one. */
export async function settleOpenIn(tx: Tx, person_id: string, outcome: 'called_off' | 'lapsed', now: Date): Promise<boolean> {
  await withdrawLinksIn(tx, person_id, links);
  const settled = await tx.updateTable('address_changes').set({ settled_at: now, outcome }).where('person_id', '=', person_id).where('settled_at', 'is', null).returning('id').execute();
  return settled.length > 0;
}

/** Lets a confirmed address count, when its time has come. Whatever happened to the change or its person meanwhile, it asks again. */
export async function takeAddress({ change }: Readonly<Record<string, unknown>>, now: Date): Promise<void> {
  const found = await database().selectFrom('address_changes as c').innerJoin('people as p', 'p.id', 'c.person_id').select(['c.person_id'])
    .where('c.id', '=', String(change)).where('c.settled_at', 'is', null).where('p.erased_at', 'is', null).where('p.suspended_at', 'is', null).executeTakeFirst();
  if (found === undefined) return;
  const { person_id } = found;
  const granted = permit(peoplePolicy.update, await personActor(person_id, now), { id: person_id });
  const result = await inTransaction(granted, { now }, async (tx) => {
    const row = await tx.selectFrom('address_changes').selectAll().where('id', '=', String(change)).forUpdate().executeTakeFirstOrThrow();
    if (row.settled_at !== null || row.confirmed_at === null || countsFrom(row.asked_at, row.confirmed_at) > now) return done(null);
    const before = await tx.selectFrom('person_mails').select('address').where('person_id', '=', person_id).where('is_primary', '=', true).executeTakeFirst();
    const replaced = await replaceMailIn(tx, granted, { now }, row.address);
    if (!replaced.ok) {
      await settleOpenIn(tx, person_id, 'lapsed', now);
      return done(null);
    }
    await withdrawLinksIn(tx, person_id, links);
    await tx.updateTable('address_changes').set({ settled_at: now, outcome: 'taken' }).where('id', '=', row.id).execute();
    await tellOfNewAddress(tx, row, before?.address, now);
    return done(null);
  });
  if (!result.ok) throw new Error(`the address change ${String(change)} was refused: ${result.problems.map((one) => one.code).join(' ')}`);
}
