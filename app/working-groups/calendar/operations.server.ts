import type { PermitFor } from '#app/access/permit';
import { done, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { hashOf } from '#app/accounts/secrets.server';
import type { calendarPolicy } from './policy';

/** CA-3: gives a person’s calendar a new address; the one before ends with it. The secret leaves the portal once, and its hash stays. */
export function renewFeed(granted: PermitFor<typeof calendarPolicy.renew>, occasion: Occasion, secret: string): Promise<Result<null>> {
  return inTransaction(granted, occasion, async (tx) => {
    const facts = { secret_hash: hashOf(secret), renewed_at: occasion.now };
    await tx.insertInto('calendar_feeds').values({ person_id: granted.subject.person_id, ...facts }).onConflict((conflict) => conflict.column('person_id').doUpdateSet(facts)).execute();
    return done(null);
  });
}

/** Ends the address: calendars that ask for it are told that it is not there. */
export function endFeed(granted: PermitFor<typeof calendarPolicy.renew>, occasion: Occasion): Promise<Result<null>> {
  return inTransaction(granted, occasion, async (tx) => {
    await tx.deleteFrom('calendar_feeds').where('person_id', '=', granted.subject.person_id).execute();
    return done(null);
  });
}
