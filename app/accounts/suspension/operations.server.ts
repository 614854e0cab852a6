import type { PermitFor } from '#app/access/permit';
import type { Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { reinstatePersonIn, suspendPersonIn } from '#app/members/people/suspension/operations.server';
import type { suspensionPolicy } from '#app/members/people/suspension/policy';
import { settleOpenIn } from '../addresses/operations.server';
import { endOtherLogins } from '../login/login.server';

/** Shuts somebody out: no sign-in of theirs counts from now on, and none comes back with them. */
export const suspendPerson = (granted: PermitFor<typeof suspensionPolicy.suspend>, occasion: Occasion, form: { reason: string }): Promise<Result<null>> =>
  inTransaction(granted, occasion, async (tx) => {
    const suspended = await suspendPersonIn(tx, granted, occasion, form);
    if (!suspended.ok) return suspended;
    await endOtherLogins(tx, granted.subject.id);
    await settleOpenIn(tx, granted.subject.id, 'called_off', occasion.now);
    return suspended;
  });

export const reinstatePerson = (granted: PermitFor<typeof suspensionPolicy.reinstate>, occasion: Occasion): Promise<Result<null>> =>
  inTransaction(granted, occasion, (tx) => reinstatePersonIn(tx, granted, occasion));
