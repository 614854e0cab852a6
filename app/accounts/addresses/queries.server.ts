import { database } from '#app/platform/database.server';
import { countsFrom, later, linkMinutes } from '../model';

/** A change of address that waits: for its confirmation, or for its time. */
export interface WaitingAddress {
  readonly address: string;
  readonly confirmed: boolean;
  /** From when it counts, if it is confirmed by then. */
  readonly counts_from: string;
}

/** What waits for somebody; one whose link has ended waits for nothing. */
export async function waitingAddress(person_id: string, now: Date): Promise<WaitingAddress | undefined> {
  const row = await database().selectFrom('address_changes').select(['address', 'asked_at', 'confirmed_at']).where('person_id', '=', person_id).where('settled_at', 'is', null).executeTakeFirst();
  if (row === undefined || (row.confirmed_at === null && later(row.asked_at, linkMinutes.address_confirmation) <= now)) return undefined;
  return { address: row.address, confirmed: row.confirmed_at !== null, counts_from: countsFrom(row.asked_at, row.confirmed_at ?? row.asked_at).toISOString() };
}
