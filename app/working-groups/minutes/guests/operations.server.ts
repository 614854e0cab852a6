import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { newId } from '#app/platform/identity';
import { lockMinutes } from '../lock.server';
import type { GuestCapacity, GuestPresence } from '../model';
import type { minutesPolicy } from '../policy';

export interface GuestsForm {
  readonly guests: readonly { readonly name: string; readonly affiliation: string | null }[];
  readonly capacity: GuestCapacity;
  readonly presence: GuestPresence;
  readonly publish_name: boolean;
}

/** Writes down who was there without a seat, or sent regrets, several at once. */
export function addGuests(granted: PermitFor<typeof minutesPolicy.note>, occasion: Occasion, { guests, capacity, presence, publish_name }: GuestsForm): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { session } = await lockMinutes(tx, granted);
    const last = await tx.selectFrom('session_guests').select((eb) => eb.fn.max('position').as('position')).where('session_id', '=', session.id).executeTakeFirst();
    const from = (last?.position ?? 0) + 1;
    if (guests.length > 0) {
      await tx.insertInto('session_guests').values(guests.map((guest, at) => ({ id: newId(), session_id: session.id, position: from + at, ...guest, capacity, presence, publish_name, noted_by: personOf(granted.actor), noted_at: occasion.now }))).execute();
    }
    return done({ ref: session.ref });
  });
}

/** Takes one off again, until the minutes are handed round. */
export function removeGuest(granted: PermitFor<typeof minutesPolicy.note>, occasion: Occasion, id: string): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { session } = await lockMinutes(tx, granted);
    await tx.deleteFrom('session_guests').where('session_id', '=', session.id).where('id', '=', id).execute();
    return done({ ref: session.ref });
  });
}

/** What lies elsewhere: a recording, an issue. The list as it was typed takes the place of the one before. */
export function setLinks(granted: PermitFor<typeof minutesPolicy.note>, occasion: Occasion, links: readonly { readonly text: string; readonly href: string }[]): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { session } = await lockMinutes(tx, granted);
    await tx.deleteFrom('session_links').where('session_id', '=', session.id).execute();
    if (links.length > 0) await tx.insertInto('session_links').values(links.map((link, at) => ({ session_id: session.id, position: at + 1, ...link }))).execute();
    return done({ ref: session.ref });
  });
}
